"""Decisions on disk, encrypted, written as they are made and there again after a crash."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import sqlcipher3

from viewer import paths
from viewer.errors import ScanveilError
from viewer.model import Decision, Finding, Loaded
from viewer.provenance import derived
from viewer.review.records import (
    ManualReader,
    decision_from,
    decision_record,
    keyed,
    manual_record,
    opinion_from,
    opinion_record,
    sop_uids,
)
from viewer.review.session import ReviewSession
from viewer.review.state import ReviewState
from viewer.review.study_lock import StudyLock
from viewer.review.study_records import StudyRecords

_TABLE = """CREATE TABLE IF NOT EXISTS record (
    study TEXT, kind TEXT, finding TEXT, body TEXT, PRIMARY KEY (study, kind, finding))"""


@dataclass(frozen=True, slots=True)
class StoredReview:
    """What was decided about the loaded studies before; ``read_only``: another window has one."""

    state: ReviewState
    read_only: bool


class SessionStore:
    """An SQLCipher file in the user's private folder; records are kept per study.

    Used from one thread. Studies stay locked for other windows from ``claim`` to ``close``.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or paths.user_data() / "review"
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._locks: list[StudyLock] = []
        self._uids: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._read_only = False
        self._connection = _connect(self._folder / "sessions.db")
        self.studies = StudyRecords(self._connection)

    def claim(self, loaded: Loaded) -> StoredReview:
        """What is stored about the loaded studies; locks them for this window."""
        self._release()
        self._keys = {each.study_uid: keyed(each.study_uid) for each in loaded.studies()}
        studies = list(self._keys.values())
        claimed = sum(self._lock(each) for each in studies)
        self._read_only = claimed < len(studies)
        self._uids = sop_uids(loaded)
        return StoredReview(self._read(studies, loaded), self._read_only)

    def save(self, before: ReviewSession, after: ReviewSession) -> None:
        """Write what differs between two sessions; does nothing in a read-only window."""
        if self._read_only:
            return
        gone: list[tuple[str, str, str]] = []
        rows: list[tuple[str, str, str, str]] = []
        for kind, old, new in _records(before.state, after.state):
            left = old.keys() - new.keys()
            gone += [(self._place(key, before.finding(key)), kind, key) for key in left]
            changed = [key for key, each in new.items() if old.get(key) is not each]
            places = (self._place(key, after.finding(key)) for key in changed)
            rows += [
                (at, kind, key, self._text(new[key]))
                for at, key in zip(places, changed, strict=True)
            ]
        with self._connection:
            where = "DELETE FROM record WHERE study = ? AND kind = ? AND finding = ?"
            self._connection.executemany(where, gone)
            self._connection.executemany("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Release the studies and the file."""
        self._release()
        self._connection.close()

    def _lock(self, study: str) -> bool:
        lock = StudyLock(self._folder / f"{study}.lock")
        if not lock.acquire():
            return False
        self._locks.append(lock)
        return True

    def _release(self) -> None:
        for each in self._locks:
            each.release()
        self._locks.clear()

    def _place(self, finding_id: str, found: Finding | None) -> str:
        """The key of a finding's study; remembered for when a later scan finds it no more."""
        if found is not None:
            uid = found.location.study_uid
            self._places[finding_id] = self._keys.get(uid) or keyed(uid)
        return self._places[finding_id]

    def _text(self, record: object) -> str:
        if isinstance(record, Decision):
            return json.dumps(decision_record(record))
        if isinstance(record, Finding):
            return json.dumps(manual_record(record, self._uids))
        assert isinstance(record, tuple)
        return json.dumps([opinion_record(each) for each in record])

    def _read(self, studies: list[str], loaded: Loaded) -> ReviewState:
        reader = ManualReader(loaded)
        bodies = list(self._bodies(studies))
        manual = [reader.read(body) for kind, body in bodies if kind == "manual"]
        made = [decision_from(body) for kind, body in bodies if kind == "decision"]
        decisions = MappingProxyType({each.finding_id: each for each in made})
        said = [
            [opinion_from(each) for each in body] for kind, body in bodies if kind == "opinions"
        ]
        opinions = MappingProxyType({each[0].finding_id: tuple(each) for each in said if each})
        return ReviewState(tuple(each for each in manual if each), decisions, opinions)

    def _bodies(self, studies: list[str]) -> Iterator[tuple[str, Any]]:
        query = "SELECT kind, finding, body FROM record WHERE study = ? ORDER BY rowid"
        for study in studies:
            for kind, finding, body in self._connection.execute(query, (study,)):
                self._places[finding] = study
                yield kind, json.loads(body)


def _records(
    old: ReviewState, new: ReviewState
) -> Iterator[tuple[str, Mapping[str, object], Mapping[str, object]]]:
    """Kind, what stood before and what stands now, by finding id."""
    yield "decision", old.decisions, new.decisions
    yield "manual", {e.id: e for e in old.manual}, {e.id: e for e in new.manual}
    yield "opinions", old.opinions, new.opinions


def _connect(path: Path) -> sqlcipher3.Connection:
    key = derived("review sessions")
    try:
        if path.exists() and not _opens(path, key):
            _move_to_key(path, key)
        connection = _opened(path, key)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_TABLE)
        connection.commit()
    except sqlcipher3.DatabaseError as error:
        advice = "Decisions of this session are not saved. Restore the key from a backup, or move "
        raise ScanveilError(
            "The store of earlier decisions could not be opened.",
            advice + "sessions.db out of the program's private folder to start a new one.",
        ) from error
    path.chmod(0o600)
    return connection


def _opened(path: Path, key: bytes) -> sqlcipher3.Connection:
    connection = sqlcipher3.connect(str(path), timeout=5)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher3.DatabaseError:
        connection.close()
        raise
    return connection


def _opens(path: Path, key: bytes) -> bool:
    try:
        _opened(path, key).close()
    except sqlcipher3.DatabaseError as error:
        if "not a database" not in str(error):
            raise
        return False
    return True


def _move_to_key(path: Path, key: bytes) -> None:
    """Earlier versions keyed the store by a file that lies beside it in plain."""
    connection = _opened(path, _earlier_key())
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")
    finally:
        connection.close()


def _earlier_key() -> bytes:
    return hmac.new(paths.local_key(), b"review sessions", hashlib.sha256).digest()
