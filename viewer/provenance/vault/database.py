"""The encrypted file below a vault: SQLCipher with a random key that is itself sealed."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3

from viewer.provenance.protection import seal_to, unseal
from viewer.provenance.vault.errors import VaultError

_PURPOSE = "vault key"
_BUSY_SECONDS = 10.0
_EXPORT_MARKS = ("manifest-sha256.txt", "provenance.json")

SCHEMA = """
CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS patient (
    identity TEXT PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, birth TEXT NOT NULL,
    code TEXT NOT NULL UNIQUE, shift_days INTEGER NOT NULL CHECK (shift_days <> 0));
CREATE TABLE IF NOT EXISTS uid (old TEXT PRIMARY KEY, new TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS value (
    old TEXT NOT NULL, new TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (kind, old, new));
CREATE TABLE IF NOT EXISTS holder (
    kind TEXT NOT NULL, old TEXT NOT NULL, patient TEXT NOT NULL,
    PRIMARY KEY (kind, old, patient));
CREATE TABLE IF NOT EXISTS export (id TEXT PRIMARY KEY, at TEXT NOT NULL, statement TEXT);
CREATE TABLE IF NOT EXISTS identifier (
    export TEXT NOT NULL REFERENCES export (id), patient TEXT NOT NULL, category TEXT NOT NULL,
    keyword TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (export, patient, category, keyword, value));
CREATE INDEX IF NOT EXISTS value_new ON value (new);
PRAGMA user_version = 2;
"""
_VERSION = 2


def open_database(path: Path, *, create: bool, passphrase: str | None) -> sqlcipher3.Connection:
    """A connection to a vault's file; raises VaultError or LockedError and changes nothing then."""
    _refuse_export_folder(path)
    key_file = path.with_name(path.name + ".key.json")
    if not path.exists() and not create:
        raise VaultError("There is no vault at that place.", "Check --vault, or run 'vault init'.")
    try:
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            seal_to(key_file, secrets.token_bytes(32), _PURPOSE, passphrase)
        key = unseal(key_file, _PURPOSE, passphrase)
    except FileNotFoundError:
        raise VaultError(f"The vault's key file {key_file.name} is missing.", _RESTORE) from None
    except OSError as error:
        raise VaultError(f"The vault cannot be used: {error.strerror}.", _RIGHTS) from None
    return _connect(path, key)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what SQLCipher raises into sentences; its own texts may quote values."""
    try:
        yield
    except sqlcipher3.IntegrityError:
        raise VaultError("The vault already holds another mapping for that value.") from None
    except sqlcipher3.DatabaseError as error:
        raise _explained(str(error)) from None


def _connect(path: Path, key: bytes) -> sqlcipher3.Connection:
    with plain_errors():
        connection = sqlcipher3.connect(
            str(path), timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
    try:
        with plain_errors():
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA secure_delete = ON")
            if connection.execute("PRAGMA user_version").fetchone()[0] < _VERSION:
                connection.executescript(SCHEMA)
    except BaseException:
        connection.close()
        raise
    path.chmod(0o600)
    return connection


def _refuse_export_folder(path: Path) -> None:
    for folder in path.absolute().parents:
        if any((folder / mark).exists() for mark in _EXPORT_MARKS):
            raise VaultError(
                "The vault may not lie inside an exported folder, or it would be shared with it.",
                "Choose another place for the vault.",
            )


def _explained(text: str) -> VaultError:
    if "not a database" in text:
        return VaultError("The vault cannot be opened with this key, or it is damaged.", _RESTORE)
    if "locked" in text or "busy" in text:
        return VaultError("Another program is using the vault.", "Wait for it, then try again.")
    if "malformed" in text:
        return VaultError("The vault is damaged.", _RESTORE)
    if "full" in text:
        return VaultError("The disk with the vault is full.", "Free space, then try again.")
    return VaultError("The vault cannot be read or written.", _RIGHTS)


_RESTORE = "Restore the vault's folder from a backup; nothing was changed."
_RIGHTS = "Check the rights and the free space of its folder."
