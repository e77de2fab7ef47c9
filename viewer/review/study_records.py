"""What is remembered of studies between runs, in the encrypted store: status, export, place."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import sqlcipher3

from viewer import paths
from viewer.model import Loaded
from viewer.review.progress import StudyStatus
from viewer.review.proposals import now
from viewer.review.records import keyed

_TABLE = """CREATE TABLE IF NOT EXISTS remembered (
    kind TEXT, key TEXT, body TEXT, PRIMARY KEY (kind, key))"""
_MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class StudyRecord:
    """One study; ``decisions`` is the digest of those it was exported with, ``at`` ISO 8601 UTC."""

    status: str = StudyStatus.NEW.value
    findings: int = 0
    undecided: int = 0
    at: str = ""
    decisions: str = ""
    export_id: str = ""


@dataclass(frozen=True, slots=True)
class Recent:
    """What was opened lately: places that only the encrypted store knows, and words without values.

    ``studies`` are keyed ids; ``status`` counts how they stand.
    """

    places: tuple[str, ...]
    modalities: tuple[str, ...]
    studies: tuple[str, ...]
    series: int
    files: int
    at: str
    status: Mapping[str, int]


class StudyRecords:
    """Reads and writes rows of the store's file; used from one thread."""

    def __init__(self, connection: sqlcipher3.Connection) -> None:
        self._connection = connection
        with connection:
            connection.execute(_TABLE)

    def recall(self, study_uids: Iterable[str]) -> dict[str, StudyRecord]:
        """What is known of studies, by Study Instance UID."""
        found = {uid: self._study(keyed(uid)) for uid in study_uids}
        return {uid: each for uid, each in found.items() if each is not None}

    def remember(self, records: Mapping[str, StudyRecord]) -> None:
        """Write records by Study Instance UID."""
        at = now()
        rows = {keyed(uid): asdict(replace(each, at=at)) for uid, each in records.items()}
        self._write("study", rows)

    def opened(self, places: Sequence[Path], loaded: Loaded) -> None:
        """Remember what was opened; the oldest beyond a dozen are forgotten."""
        series = list(loaded.series())
        told = {
            "places": [str(each) for each in places],
            "modalities": sorted({each.modality for each in series if each.modality}),
            "studies": [keyed(each.study_uid) for each in loaded.studies()],
            "series": len(series),
            "files": sum(len(each.instances) for each in series),
            "at": now(),
        }
        self._write("recent", {_keyed_places(places): told})
        self._forget_old()

    def recents(self) -> tuple[Recent, ...]:
        """The last ones first."""
        query = "SELECT body FROM remembered WHERE kind = 'recent' ORDER BY rowid DESC"
        return tuple(self._recent(json.loads(body)) for (body,) in self._connection.execute(query))

    def forget_recents(self) -> None:
        """Forget places; the status of studies stays."""
        with self._connection:
            self._connection.execute("DELETE FROM remembered WHERE kind = 'recent'")

    def _recent(self, told: dict[str, Any]) -> Recent:
        studies = [str(each) for each in told["studies"]]
        counts: dict[str, int] = {}
        for each in studies:
            record = self._study(each) or StudyRecord()
            counts[record.status] = counts.get(record.status, 0) + 1
        return Recent(
            tuple(told["places"]),
            tuple(told["modalities"]),
            tuple(studies),
            int(told["series"]),
            int(told["files"]),
            str(told["at"]),
            counts,
        )

    def _study(self, key: str) -> StudyRecord | None:
        query = "SELECT body FROM remembered WHERE kind = 'study' AND key = ?"
        row = self._connection.execute(query, (key,)).fetchone()
        return StudyRecord(**json.loads(row[0])) if row else None

    def _write(self, kind: str, rows: Mapping[str, object]) -> None:
        values = [(kind, key, json.dumps(body)) for key, body in rows.items()]
        with self._connection:
            query = "INSERT OR REPLACE INTO remembered VALUES (?, ?, ?)"
            self._connection.executemany(query, values)

    def _forget_old(self) -> None:
        last = "SELECT key FROM remembered WHERE kind = 'recent' ORDER BY rowid DESC LIMIT ?"
        query = f"DELETE FROM remembered WHERE kind = 'recent' AND key NOT IN ({last})"
        with self._connection:
            self._connection.execute(query, (_MOST_RECENT,))


def _keyed_places(places: Sequence[Path]) -> str:
    text = "\n".join(sorted(str(each) for each in places)).encode()
    return hmac.new(paths.local_key(), b"places:" + text, hashlib.sha256).hexdigest()[:24]
