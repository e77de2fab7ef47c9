"""The one place that leads from a shared study back to its patient; encrypted, never exported."""

from __future__ import annotations

import datetime
import secrets
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import sqlcipher3

from viewer import paths
from viewer.model import Masked, PatientMapping
from viewer.model.masked import NOTHING
from viewer.provenance.vault.database import open_database, plain_errors
from viewer.provenance.vault.pseudonym import new_code, new_shift, patient_identity

Pairs = Iterable[tuple[str, str]]


class KnownValue(Protocol):
    """An identifying value of the source and the pseudonym id of the patient it belongs to."""

    @property
    def patient(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def keyword(self) -> str: ...
    @property
    def value(self) -> Masked: ...


@dataclass(frozen=True, slots=True)
class StoredValue:
    """An identifying value of the source of one export."""

    category: str
    keyword: str
    value: Masked
    patient: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the mapping: ``kind`` is patient, uid, or the kind of a coded value."""

    kind: str
    old: Masked
    new: str


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """How much a vault holds."""

    patients: int
    uids: int
    values: int
    exports: int


def default_vault() -> Path:
    """Where the vault lies when nobody says otherwise."""
    return paths.user_data() / "vault.db"


class Vault:
    """Patient, UID and value mapping; usable from several threads, closed by ``with``."""

    def __init__(self, path: Path, connection: sqlcipher3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()

    @classmethod
    def open(
        cls, path: Path | None = None, *, create: bool = False, passphrase: str | None = None
    ) -> Vault:
        """Open a vault (default: the user's); ``create`` makes it when it is not there.

        Raises VaultError or LockedError with a sentence that says what to do.
        """
        path = path or default_vault()
        return cls(path, open_database(path, create=create, passphrase=passphrase))

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def patient(
        self,
        patient_id: Masked,
        name: Masked = NOTHING,
        birth: Masked = NOTHING,
        *,
        issuer: Masked = NOTHING,
        study_uid: str = "",
    ) -> PatientMapping:
        """The patient's mapping: the same one for the same patient, random for a new one.

        A patient is known by id and issuer, else by name and birth date, else by study.
        """
        identity = patient_identity(patient_id, name, birth, issuer, study_uid)
        row = (patient_id.reveal(), name.reveal(), birth.reveal(), new_code(), new_shift())
        with self.writing():
            self._connection.execute(
                "INSERT OR IGNORE INTO patient VALUES (?, ?, ?, ?, ?, ?)", (identity, *row)
            )
            query = "SELECT code, shift_days FROM patient WHERE identity = ?"
            code, shift = self._connection.execute(query, (identity,)).fetchone()
            return PatientMapping(f"SV-{code}", f"ANON^{code}", shift, self._uid_key())

    def begin_export(self, export_id: str, identifiers: Iterable[KnownValue] = ()) -> None:
        """Note an export and the values that must not appear in it."""
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        rows = [
            (export_id, each.patient, str(each.category), each.keyword, each.value.reveal())
            for each in identifiers
        ]
        with self.writing():
            self._connection.execute(
                "INSERT OR IGNORE INTO export VALUES (?, ?, NULL)", (export_id, now)
            )
            self._connection.executemany(
                "INSERT OR IGNORE INTO identifier VALUES (?, ?, ?, ?, ?)", rows
            )

    def remember_identifiers(self, export_id: str, identifiers: Iterable[KnownValue]) -> None:
        """Note more values that must not appear in an export."""
        self.begin_export(export_id, identifiers)

    def finish_export(self, export_id: str, statement_digest: str) -> None:
        """Note that an export was published with the statement of this digest."""
        with self.writing():
            query = "UPDATE export SET statement = ? WHERE id = ?"
            self._connection.execute(query, (statement_digest, export_id))

    def forget_export(self, export_id: str) -> None:
        """Drop an export that was not published."""
        with self.writing():
            self._connection.execute("DELETE FROM identifier WHERE export = ?", (export_id,))
            self._connection.execute("DELETE FROM export WHERE id = ?", (export_id,))

    def remember_uids(self, pairs: Pairs, patient: str = "") -> None:
        """Note UIDs and what they became, and whose they are; knowing a pair already is fine.

        Raises VaultError when an old or new UID already belongs to another pair.
        """
        with self.writing():
            for old, new in pairs:
                query = "INSERT INTO uid VALUES (?, ?) ON CONFLICT (old) DO UPDATE SET new = ?"
                self._connection.execute(query, (old, new, new))
                self._hold("uid", old, patient)

    def remember_values(self, kind: str, pairs: Pairs, patient: str = "") -> None:
        """Note values of a kind, such as accession number, the codes that stand for them, and whose
        they are."""
        with self.writing():
            query = "INSERT OR IGNORE INTO value (kind, old, new) VALUES (?, ?, ?)"
            for old, new in pairs:
                self._connection.execute(query, (kind, old, new))
                self._hold(kind, old, patient)

    def _hold(self, kind: str, old: str, patient: str) -> None:
        if patient:
            query = "INSERT OR IGNORE INTO holder VALUES (?, ?, ?)"
            self._connection.execute(query, (kind, old, patient))

    def knows(self, export_id: str) -> bool:
        """Whether an export was made with this vault."""
        return bool(self.rows("SELECT 1 FROM export WHERE id = ?", export_id))

    def statement_digest(self, export_id: str) -> str:
        """SHA-256 of the statement an export was published with; empty when that is not known."""
        rows = self.rows("SELECT statement FROM export WHERE id = ?", export_id)
        return str(rows[0][0] or "") if rows else ""

    def identifiers(self, export_id: str) -> tuple[StoredValue, ...]:
        """The values of the source that must not appear in an export."""
        query = "SELECT category, keyword, value, patient FROM identifier WHERE export = ?"
        return tuple(
            StoredValue(category, keyword, Masked(value), patient)
            for category, keyword, value, patient in self.rows(query, export_id)
        )

    def lookup(self, text: str) -> tuple[Link, ...]:
        """Every pair in which a UID, patient id, pseudonym or code is the one or the other side."""
        return tuple(Link(kind, Masked(old), new) for kind, old, new in self._links(text))

    def patients(self) -> tuple[Link, ...]:
        """Patient ids and their pseudonyms, by pseudonym."""
        rows = self.rows("SELECT id, code FROM patient ORDER BY code")
        return tuple(Link("patient", Masked(old), f"SV-{code}") for old, code in rows)

    def uids(self) -> tuple[Link, ...]:
        """UIDs and what they became."""
        rows = self.rows("SELECT old, new FROM uid ORDER BY old")
        return tuple(Link("uid", Masked(old), new) for old, new in rows)

    def info(self) -> VaultInfo:
        """How much it holds."""
        tables = ("patient", "uid", "value", "export")
        return VaultInfo(*(self.rows(f"SELECT count(*) FROM {each}")[0][0] for each in tables))

    def _links(self, text: str) -> list[tuple[Any, ...]]:
        code = text.removeprefix("SV-").removeprefix("ANON^")
        return [
            *self.rows(
                "SELECT 'patient', id, 'SV-' || code FROM patient WHERE ? IN (id, name, code)", code
            ),
            *self.rows("SELECT 'uid', old, new FROM uid WHERE old = ?", text),
            *self.rows("SELECT 'uid', old, new FROM uid WHERE new = ?", text),
            *self.rows("SELECT kind, old, new FROM value WHERE ? IN (old, new)", text),
        ]

    def adopt_secret(self, other: Vault) -> None:
        """Make UIDs as another vault does; only for a vault that has made none."""
        with other.writing():
            key = other._uid_key()
        with self.writing() as connection:
            connection.execute("INSERT INTO secret VALUES ('uid', ?)", (key,))

    def compact(self) -> None:
        """Write the file anew without what was deleted."""
        with self._lock, plain_errors():
            self._connection.execute("VACUUM")

    def _uid_key(self) -> bytes:
        query = "INSERT OR IGNORE INTO secret VALUES ('uid', ?)"
        self._connection.execute(query, (secrets.token_bytes(32),))
        row = self._connection.execute("SELECT value FROM secret WHERE name = 'uid'").fetchone()
        return bytes(row[0])

    def rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """What a query of this room finds."""
        with self._lock, plain_errors():
            return list(self._connection.execute(query, values).fetchall())

    @contextmanager
    def writing(self) -> Iterator[sqlcipher3.Connection]:
        """A transaction: all of it or nothing."""
        with self._lock, plain_errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
