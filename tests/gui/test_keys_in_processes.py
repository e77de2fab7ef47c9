"""The process that exports gets the opened keys through a pipe; others get none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.export.builders import scanned, write_study
from viewer import review
from viewer.gui import stages
from viewer.gui.processes import in_process
from viewer.model import Progress, silent
from viewer.provenance import AuditLog, LockedError, act_as, acting, derived, master

PHRASE = "four words of mine"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys under a passphrase that was typed, on a computer without a keyring."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    master.lock_again()
    master.create(PHRASE)


def _key(progress: Progress) -> bytes:
    return derived("test")


def test_only_a_process_that_is_given_the_keys_has_them(typed: None) -> None:
    assert in_process(_key, progress=silent, keys=True) == derived("test")
    with pytest.raises(Exception, match="locked with a passphrase"):
        in_process(_key, progress=silent)
    with pytest.raises(LockedError):
        master.lock_again()
        derived("test")


def _who(progress: Progress) -> str:
    return acting()


def test_lines_of_another_process_name_who_is_there() -> None:
    act_as("Reader 1")
    try:
        assert in_process(_who, progress=silent) == "Reader 1"
    finally:
        act_as("")


def test_the_window_exports_under_a_typed_passphrase(typed: None, tmp_path: Path) -> None:
    loaded, result = scanned(write_study(tmp_path / "in", instances=1))
    decisions = review.accept_proposals(result.findings)
    order = stages.ExportOrder(
        loaded, result, decisions, tmp_path / "out", "research", 1, False, "reviewer"
    )
    done = stages.export_study(order, silent)
    assert done.report.instances == 1
    assert done.verified.ok
    assert AuditLog().last_event() == "export verified"
