"""Deletes a patient for good, and splits and merges the vaults of projects."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from viewer.provenance.vault.database import plain_errors
from viewer.provenance.vault.errors import VaultError
from viewer.provenance.vault.vault import Vault

_UID = "uid"
_TABLES = {
    "patient": "identity, id, name, birth, code, shift_days",
    "uid": "old, new",
    "value": "old, new, kind",
    "holder": "kind, old, patient",
    "export": "id, at, statement",
    "identifier": "export, patient, category, keyword, value",
}


@dataclass(frozen=True, slots=True)
class Moved:
    """How much was deleted, copied or merged; ``twice`` are patients both vaults knew."""

    patients: int
    uids: int
    values: int
    twice: int = 0


def delete_patient(vault: Vault, pseudonym: str) -> Moved:
    """Delete what leads from a pseudonym back to its patient, and overwrite the space it took.

    What belongs to other patients too stays. Backups of the vault are not reached. Raises
    VaultError when the vault does not know the pseudonym.
    """
    code = _code(vault, pseudonym)
    with vault.writing() as connection:
        before = vault.info()
        mine = "SELECT kind, old FROM holder WHERE patient = ?1"
        others = "SELECT kind, old FROM holder WHERE patient <> ?1"
        alone = f"{mine} EXCEPT {others}"
        connection.execute(f"DELETE FROM uid WHERE ('{_UID}', old) IN ({alone})", (f"SV-{code}",))
        connection.execute(f"DELETE FROM value WHERE (kind, old) IN ({alone})", (f"SV-{code}",))
        for table in ("holder", "identifier"):
            connection.execute(f"DELETE FROM {table} WHERE patient = ?", (f"SV-{code}",))
        connection.execute("DELETE FROM patient WHERE code = ?", (code,))
        after = vault.info()
    vault.compact()
    return Moved(1, before.uids - after.uids, before.values - after.values)


def split_vault(
    vault: Vault, pseudonyms: Collection[str], path: Path, *, passphrase: str | None = None
) -> Moved:
    """Copy patients with all that belongs to them into a new vault, which maps them alike.

    The first vault keeps them until they are deleted there. Raises VaultError, and leaves no new
    vault then.
    """
    if path.exists():
        raise VaultError("There is a vault at that place already.", "It was left as it is.")
    codes = [_code(vault, each) for each in pseudonyms]
    with Vault.open(path, create=True, passphrase=passphrase) as target:
        target.adopt_secret(vault)
        _copy(vault, target)
        for link in target.patients():
            if link.new.removeprefix("SV-") not in codes:
                delete_patient(target, link.new)
        with target.writing() as connection:
            connection.execute(
                "DELETE FROM uid WHERE old NOT IN (SELECT old FROM holder WHERE kind = 'uid')"
            )
            connection.execute(
                "DELETE FROM value WHERE (kind, old) NOT IN (SELECT kind, old FROM holder)"
            )
            kept = "SELECT export FROM identifier"
            connection.execute(f"DELETE FROM export WHERE id NOT IN ({kept})")
        target.compact()
        info = target.info()
    return Moved(info.patients, info.uids, info.values)


def merge_vault(vault: Vault, other: Vault) -> Moved:
    """Take over everything another vault holds, in one step; the other is only read.

    A patient both know keeps the mapping of the first; the second pseudonym and UIDs stay known and
    lead back to the same patient.
    """
    before = vault.info()
    twice = _copy(other, vault)
    after = vault.info()
    return Moved(
        after.patients - before.patients,
        after.uids - before.uids,
        after.values - before.values,
        twice,
    )


def _copy(source: Vault, target: Vault) -> int:
    """Rows of one vault into another; the number of patients that both knew already."""
    rows = {
        table: source.rows(f"SELECT {columns} FROM {table}") for table, columns in _TABLES.items()
    }
    with target.writing() as connection:
        known = {row[0]: row[1] for row in connection.execute("SELECT identity, code FROM patient")}
        uids = dict(connection.execute("SELECT old, new FROM uid").fetchall())
        again = [each for each in rows["patient"] if known.get(each[0], each[4]) != each[4]]
        rows["value"] += [(each[1], f"SV-{each[4]}", "pseudonym") for each in again]
        rows["holder"] += [("pseudonym", each[1], f"SV-{known[each[0]]}") for each in again]
        rows["value"] += [
            (old, new, "uid, other project")
            for old, new in rows["uid"]
            if uids.get(old, new) != new
        ]
        for table, columns in _TABLES.items():
            marks = ", ".join("?" for _ in columns.split(","))
            insert = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"
            connection.executemany(insert, rows[table])
    return len(again)


def _code(vault: Vault, pseudonym: str) -> str:
    code = pseudonym.strip().removeprefix("SV-").removeprefix("ANON^")
    with plain_errors():
        found = vault.rows("SELECT 1 FROM patient WHERE code = ?", code)
    if not found:
        raise VaultError(
            "The vault does not know that pseudonym.", "Give it as in the export, such as SV-..."
        )
    return code
