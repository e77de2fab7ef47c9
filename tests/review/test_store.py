"""Decisions are there again after a crash, encrypted, and one window writes at a time."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3

from tests.review.builders import loaded, session
from viewer import review
from viewer.errors import ScanveilError
from viewer.model import Box, ScanResult
from viewer.provenance import throw_away_workstation
from viewer.review import ReviewSession, SessionStore
from viewer.review import store as store_module

_REASON = "a phantom of the workshop"


def _reviewed() -> ReviewSession:
    start = review.keep(session(), "h1", _REASON)
    series = start.loaded.patients[0].studies[0].series[0]
    return review.add_box(start, series, series.instances[1], 2, Box(1, 2, 3, 4))[0]


def test_what_was_decided_is_there_in_the_next_run(tmp_path: Path) -> None:
    store, done = SessionStore(tmp_path), _reviewed()
    store.claim(done.loaded)
    store.save(session(), done)
    store.close()
    again = SessionStore(tmp_path)
    stored = again.claim(loaded())
    again.close()
    assert not stored.read_only
    assert stored.state == done.state


def test_undone_steps_are_gone_in_the_next_run(tmp_path: Path) -> None:
    store, done = SessionStore(tmp_path), _reviewed()
    store.claim(done.loaded)
    store.save(session(), done)
    store.save(done, review.undo(done))
    stored = store.claim(loaded())
    store.close()
    assert stored.state.manual == ()
    assert set(stored.state.decisions) == {"h1"}


def test_a_step_is_undone_that_speaks_of_what_is_found_no_more(tmp_path: Path) -> None:
    store, done = SessionStore(tmp_path), _reviewed()
    store.claim(done.loaded)
    store.save(session(), done)
    rescanned = done.rescanned(ScanResult())
    undone = review.undo(review.undo(rescanned))
    store.save(rescanned, undone)
    assert store.claim(loaded()).state.decisions == {}
    store.save(undone, review.redo(undone))
    assert set(store.claim(loaded()).state.decisions) == {"h1"}
    store.close()


def test_the_second_window_reads_only_and_writes_nothing(tmp_path: Path) -> None:
    first, second = SessionStore(tmp_path), SessionStore(tmp_path)
    assert not first.claim(loaded()).read_only
    assert second.claim(loaded()).read_only
    second.save(session(), _reviewed())
    first.close()
    stored = second.claim(loaded())
    second.close()
    assert not stored.read_only
    assert stored.state.decisions == {}


def test_other_studies_have_their_own_decisions(tmp_path: Path) -> None:
    store, done = SessionStore(tmp_path), _reviewed()
    store.claim(done.loaded)
    store.save(session(), done)
    patient = loaded().patients[0]
    other = replace(patient, studies=(replace(patient.studies[0], study_uid="9.9"),))
    stored = store.claim(replace(loaded(), patients=(other,)))
    store.close()
    assert stored.state.decisions == {}


def test_the_file_holds_nothing_readable_and_is_private(tmp_path: Path) -> None:
    store, done = SessionStore(tmp_path), _reviewed()
    store.claim(done.loaded)
    store.save(session(), done)
    content = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert b"phantom" not in content
    assert b"SQLite" not in content
    assert (tmp_path / "sessions.db").stat().st_mode & 0o077 == 0
    store.close()


def test_another_key_is_a_clear_refusal_and_loses_nothing(tmp_path: Path) -> None:
    SessionStore(tmp_path).close()
    before = (tmp_path / "sessions.db").read_bytes()
    with throw_away_workstation(), pytest.raises(ScanveilError, match="could not be opened"):
        SessionStore(tmp_path)
    assert (tmp_path / "sessions.db").read_bytes() == before


def test_a_store_keyed_by_a_plain_file_moves_to_the_keys_of_the_workstation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = _reviewed()
    monkeypatch.setattr(store_module, "derived", lambda _: store_module._earlier_key())
    old = SessionStore(tmp_path)
    old.claim(done.loaded)
    old.save(session(), done)
    old.close()
    monkeypatch.undo()
    for _ in range(2):
        moved = SessionStore(tmp_path)
        assert moved.claim(loaded()).state == done.state
        moved.close()
    with pytest.raises(sqlcipher3.DatabaseError):
        store_module._opened(tmp_path / "sessions.db", store_module._earlier_key())


_CRASH = """
import os, sys
from pathlib import Path
from tests.review.builders import session
from viewer import review
from viewer.review import SessionStore
store, start = SessionStore(Path(sys.argv[1])), session()
store.claim(start.loaded)
store.save(start, review.accept(start, "h2"))
os.kill(os.getpid(), 9)
"""


def test_a_killed_process_loses_no_decision_and_frees_its_studies(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    killed = subprocess.run([sys.executable, "-c", _CRASH, str(tmp_path)], cwd=root, check=False)
    store = SessionStore(tmp_path)
    stored = store.claim(loaded())
    store.close()
    assert killed.returncode == -9
    assert not stored.read_only
    assert set(stored.state.decisions) == {"h2"}
