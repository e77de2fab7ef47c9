"""Signed heads show a log that was rewritten; the log goes to other systems as audit messages."""

from __future__ import annotations

import ast
import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import viewer
from viewer.cli import main
from viewer.provenance import (
    AuditHead,
    AuditLog,
    audit_messages,
    check_log,
    known_events,
    os_keyring,
    sign_head,
    workstation_certificate,
)
from viewer.provenance.audit_head import covered


@pytest.fixture
def log() -> AuditLog:
    log = AuditLog()
    for number in range(3):
        log.append("studies opened", study="k" * 24, instances=number)
    sign_head(log)
    log.append("export begun", export="SVX-1")
    return log


def _rechained(log: AuditLog, drop: int) -> None:
    """What a forger without the signing key does: leave a line out, and chain the rest anew."""
    previous, written = "0" * 64, b""
    lines = log.path.read_bytes().splitlines()
    for line in (each for number, each in enumerate(lines, 1) if number != drop):
        entry = json.loads(line) | {"seq": written.count(b"\n") + 1, "prev": previous}
        line = json.dumps(entry).encode()
        written, previous = written + line + b"\n", hashlib.sha256(line).hexdigest()
    log.path.write_bytes(written)


def test_a_signed_log_says_how_far_the_signature_goes(log: AuditLog) -> None:
    report = check_log(log)
    assert report.ok, report.problem
    lines = log.head().lines
    assert (report.lines, report.signed) == (lines, lines - 2)


def test_signing_twice_adds_one_line(log: AuditLog) -> None:
    assert sign_head(log) == sign_head(log) == log.head()


def test_a_log_chained_anew_is_found_by_its_signatures(log: AuditLog) -> None:
    _rechained(log, drop=2)
    assert log.check().ok
    report = check_log(log)
    assert not report.ok
    assert "does not hold" in report.problem


def test_lines_cut_off_the_end_show_against_the_keyring(
    log: AuditLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_head(log)
    lines = log.path.read_bytes().splitlines(keepends=True)
    log.path.write_bytes(b"".join(lines[:-2]))
    assert log.check().ok
    assert "no longer holds that line" in check_log(log).problem
    monkeypatch.setattr(os_keyring, "_backend", lambda: None)
    assert check_log(log).ok  # without a keyring only the heads in exports show it


def test_openssl_checks_a_signed_head(log: AuditLog, tmp_path: Path) -> None:
    command = shutil.which("openssl") or pytest.skip("no openssl here")
    (entry,) = [each for each, _ in log.entries() if each["event"] == "head signed"]
    (tmp_path / "head").write_bytes(covered(AuditHead(entry["lines"], entry["digest"])))
    signature = f"-----BEGIN CMS-----\n{entry['signature']}\n-----END CMS-----\n"
    (tmp_path / "head.pem").write_text(signature)
    certificate = workstation_certificate()
    assert certificate is not None
    anchor = AuditLog().path.parent.parent / "identity" / "certificate.pem"
    words = "cms -verify -binary -inform PEM -in head.pem -content head -out out -CAfile"
    checked = subprocess.run([command, *words.split(), str(anchor)], cwd=tmp_path, check=False)
    assert checked.returncode == 0


def test_every_line_becomes_an_audit_message(log: AuditLog) -> None:
    messages = [ElementTree.fromstring(each) for each in audit_messages(log)]
    assert len(messages) == log.head().lines
    codes = [each.find("EventIdentification/EventID").attrib["csd-code"] for each in messages]  # type: ignore[union-attr]
    events = [entry["event"] for entry, _ in log.entries()]
    table = known_events()["events"]
    assert codes == [table[each]["message"] for each in events]
    parts = ["EventIdentification", "ActiveParticipant", "AuditSourceIdentification"]
    for message in messages:
        assert [each.tag for each in message] == [*parts, "ParticipantObjectIdentification"]
        assert message[0].attrib["EventOutcomeIndicator"] in {"0", "4", "8", "12"}


def _logged(tree: ast.Module) -> set[str]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = (each for each in calls if isinstance(each.func, ast.Attribute))
    found = (each for each in named if each.func.attr in ("append", "note") and each.keywords)  # type: ignore[attr-defined]
    first = (each.args[0] for each in found if each.args)
    return {each.value for each in first if isinstance(each, ast.Constant)}


def test_every_event_the_program_logs_is_in_the_table() -> None:
    logged: set[str] = set()
    for path in Path(viewer.__file__).parent.rglob("*.py"):
        logged |= _logged(ast.parse(path.read_text("utf-8")))
    assert len(logged) > 8
    assert logged <= set(known_events()["events"])


def test_the_commands_check_and_export_the_log(log: AuditLog, tmp_path: Path) -> None:
    assert main(["audit", "verify"]) == 0
    out = tmp_path / "messages.xml"
    assert main(["audit", "export", "--out", str(out)]) == 0
    assert len(out.read_bytes().splitlines()) >= 5
    assert main(["audit", "export", "--out", str(out)]) == 2
    _rechained(log, drop=1)
    assert main(["audit", "verify"]) == 1
    assert main(["audit", "export", "--out", str(tmp_path / "other.xml")]) == 1
    assert not (tmp_path / "other.xml").exists()
