"""Whatever is changed after the export is found, and the file is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pydicom
import pytest

from tests.export.builders import exported, write_study
from viewer.errors import UsageError
from viewer.provenance import (
    Identity,
    Vault,
    files_below,
    format_manifest,
    sha256_file,
    sign_detached,
    workstation_identity,
)
from viewer.verify import VerifyReport, verify

FIRST, SECOND = "dicom/S0001/000001.dcm", "dicom/S0001/000002.dcm"
Tamper = Callable[[Path], None]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared-home")


@pytest.fixture
def own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANVEIL_HOME", str(home))


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    folder = tmp_path_factory.mktemp("export")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCANVEIL_HOME", str(home))
        return exported(write_study(folder / "in"), folder / "out").out


@pytest.fixture
def out(pristine: Path, tmp_path: Path, own_home: None) -> Path:
    return Path(shutil.copytree(pristine, tmp_path / "out"))


def failed(report: VerifyReport) -> set[str]:
    return {each.id for each in report.checks if not each.ok}


def named(report: VerifyReport) -> set[str]:
    return {name for each in report.checks if not each.ok for name in each.files}


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def set_header(path: Path) -> None:
    dataset = pydicom.dcmread(path)
    dataset.Manufacturer = "Changed"
    dataset.save_as(path)


def edit_statement(out: Path) -> None:
    path = out / "provenance.json"
    path.write_text(path.read_text().replace('"none"', '"all"'))


def restate(out: Path) -> None:
    """What a forger with everything but the key does: consistent statement and manifest."""
    path = out / "provenance.json"
    told = json.loads(path.read_bytes())
    for subject in told["subject"]:
        subject["digest"]["sha256"] = sha256_file(out / subject["name"])
    path.write_text(json.dumps(told))
    remake_manifest(out)


def remake_manifest(out: Path) -> None:
    names = [name for name in files_below(out) if name != "manifest-sha256.txt"]
    digests = {name: sha256_file(out / name) for name in names}
    (out / "manifest-sha256.txt").write_text(format_manifest(digests))


def resign(out: Path, identity: Identity) -> None:
    (out / "certificate.pem").write_bytes(identity.certificate_pem)
    restate(out)
    statement = (out / "provenance.json").read_bytes()
    (out / "provenance.json.p7s").write_bytes(sign_detached(statement, identity))
    remake_manifest(out)


def test_an_untouched_export_is_valid(out: Path) -> None:
    with Vault.open() as vault:
        report = verify(out, vault=vault)
    assert report.ok
    assert report.outcome == "Valid, and by a known signer."
    assert all(each.done for each in report.checks)
    assert {each.id for each in report.checks} >= {"residual", "vault", "stamp", "manifest"}


def swap(out: Path) -> None:
    (out / FIRST).rename(out / "x")
    (out / SECOND).rename(out / FIRST)
    (out / "x").rename(out / SECOND)


def swap_signatures(out: Path) -> None:
    (out / "provenance.json.p7s").write_bytes((out / "certificate.pem").read_bytes())


def link(out: Path) -> None:
    (out / FIRST).rename(out.parent / "moved.dcm")
    (out / FIRST).symlink_to(out.parent / "moved.dcm")


def polyglot(out: Path) -> None:
    content = bytearray((out / FIRST).read_bytes())
    content[:2] = b"MZ"
    (out / FIRST).write_bytes(content)


def append(path: Path, content: bytes) -> None:
    path.write_bytes(path.read_bytes() + content)


def drop_line(out: Path) -> None:
    path = out / "manifest-sha256.txt"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[1:]))


_TABLE: dict[str, tuple[Tamper, set[str], set[str]]] = {
    "pixel bit": (lambda out: flip(out / FIRST, -20), {"files", "manifest"}, {FIRST}),
    "header bit": (lambda out: flip(out / FIRST, 400), {"files", "manifest"}, {FIRST}),
    "header value": (lambda out: set_header(out / FIRST), {"files", "manifest"}, {FIRST}),
    "instance deleted": (lambda out: (out / FIRST).unlink(), {"files", "manifest"}, {FIRST}),
    "instance added": (
        lambda out: shutil.copy(out / FIRST, out / "dicom/S0001/000009.dcm"),  # type: ignore[arg-type,return-value]
        {"files", "manifest"},
        {"dicom/S0001/000009.dcm"},
    ),
    "text added": (
        lambda out: (out / "notes.txt").write_text("x"),  # type: ignore[arg-type,return-value]
        {"files", "manifest"},
        {"notes.txt"},
    ),
    "instances swapped": (swap, {"files", "manifest"}, {FIRST, SECOND}),
    "instance renamed": (
        lambda out: (out / FIRST).rename(out / "dicom/S0001/a.dcm"),  # type: ignore[arg-type,return-value]
        {"files", "manifest"},
        {FIRST, "dicom/S0001/a.dcm"},
    ),
    "instance is a link": (link, {"files", "manifest"}, {FIRST}),
    "bytes appended": (
        lambda out: append(out / FIRST, b"hidden!!"),
        {"files", "manifest"},
        {FIRST},
    ),
    "program in the preamble": (polyglot, {"files", "manifest", "surroundings"}, {FIRST}),
    "report changed": (
        lambda out: append(out / "report.html", b"<p>fine"),
        {"files", "manifest"},
        {"report.html"},
    ),
    "manifest line dropped": (drop_line, {"manifest"}, {"certificate.pem"}),
    "manifest removed": (
        lambda out: (out / "manifest-sha256.txt").unlink(),
        {"manifest"},
        {"manifest-sha256.txt"},
    ),
    "manifest points elsewhere": (
        lambda out: append(out / "manifest-sha256.txt", b"0" * 64 + b"  ../x\n"),
        {"manifest"},
        {"manifest-sha256.txt"},
    ),
    "statement edited": (edit_statement, {"signature", "manifest"}, {"provenance.json"}),
    "statement removed": (
        lambda out: (out / "provenance.json").unlink(),
        {"signature", "statement"},
        {"provenance.json"},
    ),
    "signature dropped": (
        lambda out: (out / "provenance.json.p7s").unlink(),
        {"signature"},
        {"provenance.json.p7s"},
    ),
    "signature replaced": (swap_signatures, {"signature"}, {"provenance.json.p7s"}),
    "signature bit": (
        lambda out: flip(out / "provenance.json.p7s", -3),
        {"signature", "manifest"},
        {"provenance.json.p7s"},
    ),
    "envelope bit": (
        lambda out: flip(out / "provenance.dsse.json", 40),
        {"manifest"},
        {"provenance.dsse.json"},
    ),
    "certificate dropped": (
        lambda out: (out / "certificate.pem").unlink(),
        {"certificate", "files"},
        {"certificate.pem"},
    ),
    "everything restated": (
        lambda out: (set_header(out / FIRST), restate(out))[0],  # type: ignore[func-returns-value]
        {"signature"},
        {"provenance.json.p7s"},
    ),
}


@pytest.mark.parametrize("case", _TABLE)
def test_tampering_is_found_and_named(out: Path, case: str) -> None:
    tamper, checks, files = _TABLE[case]
    tamper(out)
    report = verify(out)
    assert not report.ok
    assert failed(report) >= checks
    assert named(report) >= files


def test_signing_everything_again_with_another_key_is_an_unknown_signer(
    out: Path, tmp_path: Path, home: Path
) -> None:
    set_header(out / FIRST)
    resign(out, workstation_identity(tmp_path / "forger"))
    report = verify(out)
    assert report.ok
    assert not report.signer_known
    assert report.outcome == "Valid, but the signer is unknown."
    own = home / "identity" / "certificate.pem"
    assert failed(verify(out, trusted=[own])) == {"signer"}
    with Vault.open() as vault:
        assert failed(verify(out, vault=vault)) == {"vault"}


def test_a_trusted_certificate_makes_a_foreign_export_known(
    out: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANVEIL_HOME", str(tmp_path / "recipient"))
    assert not verify(out).signer_known
    report = verify(out, trusted=[home / "identity" / "certificate.pem"])
    assert report.ok
    assert report.signer_known


def test_a_certificate_swapped_for_another_is_found(out: Path, tmp_path: Path) -> None:
    other = workstation_identity(tmp_path / "other")
    (out / "certificate.pem").write_bytes(other.certificate_pem)
    assert "certificate" in failed(verify(out))


def test_a_folder_that_is_no_export_fails_in_sentences(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("hello")
    report = verify(tmp_path)
    assert failed(report) >= {"signature", "statement", "manifest", "instances"}
    with pytest.raises(UsageError, match="no folder"):
        verify(tmp_path / "none")
    with pytest.raises(UsageError, match="trusted certificate"):
        verify(tmp_path, trusted=[tmp_path / "x.txt"])


@pytest.mark.parametrize(
    "statement", [b"", b"[]", b"{}", b'{"subject": 3}', b'{"subject": [{"name": {}}]}', b"\xff"]
)
def test_a_hostile_statement_is_a_failed_check(out: Path, statement: bytes) -> None:
    (out / "provenance.json").write_bytes(statement)
    assert failed(verify(out)) >= {"statement", "signature"}
