"""Somebody with a key of their own, or even with ours, makes everything fit again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pydicom
import pytest
from pydicom.uid import ImplicitVRLittleEndian

from tests.dicom_signature.builders import sign_file
from tests.export.builders import exported, write_study
from tests.verify.forging import (
    FIRST,
    SECOND,
    Tamper,
    add,
    failed,
    flip,
    named,
    pixels,
    remake_manifest,
    renumber,
    resign,
    shorten,
    strip,
    transplant,
)
from viewer.dicom import read_dataset
from viewer.dicom_signature import SigningKey
from viewer.provenance import Identity, Vault, revoke, workstation_identity
from viewer.verify import verify

_FORGED: dict[str, tuple[Tamper, str]] = {
    "pixel bit": (lambda path: flip(path, pixels(path)), "Changed since signing"),
    "header value": (lambda path: renumber(path), "Changed since signing"),
    "attribute added": (lambda path: add(path), "added after signing"),
    "signature stripped": (lambda path: strip(path, "DigitalSignaturesSequence"), "Not signed"),
    "MAC parameters stripped": (
        lambda path: strip(path, "MACParametersSequence"),
        "Changed since signing",
    ),
    "covered attributes shortened": (lambda path: shorten(path), "Changed since signing"),
    "signature of another file": (lambda path: transplant(path), "Changed since signing"),
}


@pytest.mark.parametrize("case", _FORGED)
def test_a_fitting_statement_does_not_hide_what_the_file_itself_says(out: Path, case: str) -> None:
    """Statement, manifest and digests were all made again, even with the right key."""
    tamper, sentence = _FORGED[case]
    tamper(out / FIRST)
    resign(out, workstation_identity())
    report = verify(out)
    assert failed(report) == {"file-signatures"}
    (check,) = [each for each in report.checks if not each.ok]
    assert sentence in check.detail
    assert check.files == (FIRST,)


def test_a_forged_statement_over_files_signed_by_another_is_noticed(
    out: Path, forger: Identity
) -> None:
    resign(out, forger)
    report = verify(out)
    assert failed(report) == {"file-signatures"}
    assert any("somebody else than the statement" in each.detail for each in report.checks)


def test_the_statement_of_another_export_does_not_fit(out: Path, tmp_path: Path) -> None:
    other = exported(write_study(tmp_path / "in", uid="1.2.10"), tmp_path / "other").out
    for name in ("provenance.json", "provenance.json.p7s", "provenance.dsse.json"):
        shutil.copy(other / name, out / name)
    remake_manifest(out)
    assert failed(verify(out)) == {"files"}


def test_an_envelope_with_another_statement_is_noticed(out: Path, tmp_path: Path) -> None:
    other = exported(write_study(tmp_path / "in", uid="1.2.10"), tmp_path / "other").out
    shutil.copy(other / "provenance.dsse.json", out / "provenance.dsse.json")
    remake_manifest(out)
    report = verify(out)
    assert failed(report) == {"envelope"}
    assert named(report) == {"provenance.dsse.json"}


def test_a_file_written_again_is_another_file_though_its_signature_holds(out: Path) -> None:
    dataset = pydicom.dcmread(out / FIRST)
    dataset.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian
    dataset.save_as(out / FIRST)
    report = verify(out)
    assert failed(report) == {"files", "manifest"}


def test_a_revoked_signer_is_not_trusted(out: Path, home: Path) -> None:
    revoke((home / "identity" / "certificate.pem").read_bytes(), "lost")
    try:
        report = verify(out)
        assert failed(report) == {"signer"}
        assert not report.signer_known
    finally:
        (home / "identity" / "signers.json").unlink()


def test_every_file_has_a_state(out: Path) -> None:
    flip(out / FIRST, -20)
    (out / SECOND).unlink()
    (out / "notes.txt").write_text("x")
    states = {each.name: each.state for each in verify(out).files}
    assert states[FIRST] == "changed"
    assert states[SECOND] == "missing"
    assert states["notes.txt"] == "not part of it"
    assert states["dicom/S0001/000003.dcm"] == "valid, and nothing was added"
    assert states["report.html"] == "as it was published"


def test_several_processes_say_the_same(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flip(out / FIRST, -20)
    alone = verify(out)
    monkeypatch.setattr("viewer.verify.reading._WORTH_PROCESSES", 1)
    assert verify(out, jobs=2) == alone


def test_signing_everything_again_with_another_key_is_an_unknown_signer(
    out: Path, forger: Identity, home: Path
) -> None:
    for path in sorted((out / "dicom").rglob("*.dcm")):
        sign_file(read_dataset(path.read_bytes()), SigningKey.of(forger), path)
    resign(out, forger)
    report = verify(out)
    assert report.ok
    assert not report.signer_known
    assert report.outcome == "Valid, but the signer is unknown."
    own = home / "identity" / "certificate.pem"
    assert failed(verify(out, trusted=[own])) == {"signer"}
    with Vault.open() as vault:
        assert failed(verify(out, vault=vault)) == {"vault"}
