"""Whatever is changed after the export is found, and the file is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.verify.forging import (
    FIRST,
    SECOND,
    Tamper,
    append,
    drop_line,
    edit_statement,
    failed,
    flip,
    link,
    named,
    polyglot,
    restate,
    set_header,
    swap,
    swap_signatures,
)
from viewer.errors import UsageError
from viewer.provenance import Vault, workstation_identity
from viewer.verify import verify


def test_an_untouched_export_is_valid(out: Path) -> None:
    with Vault.open() as vault:
        report = verify(out, vault=vault)
    assert report.ok
    assert report.outcome == "Valid, and by a known signer."
    assert [each.id for each in report.checks if not each.done] == ["second-reviewer"]
    assert {each.id for each in report.checks} >= {"residual", "vault", "stamp", "manifest"}


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
