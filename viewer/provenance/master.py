"""The one key above all others of a workstation: it unwraps signing key, vaults and reviews.

It is random, is never written plain, and lies in ``keys.json`` once per lock: for a passphrase
(Argon2id, RFC 9106), for the keyring of the operating system, for each user of a shared
workstation. Changing a passphrase writes one lock anew and nothing else. Opened, it stays in the
memory of this process and is handed to those that need it, never to those that read files.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from viewer import paths
from viewer.errors import ScanveilError
from viewer.provenance import kernel_keys, os_keyring
from viewer.provenance.audit import AuditLog
from viewer.provenance.durable import write_private
from viewer.provenance.locks import LockedError, open_lock, passphrase_lock, secret_lock

PASSPHRASE_VARIABLE = "SCANVEIL_PASSPHRASE"
UNTIL_RESTART = "until restart"
_FORMAT = "scanveil-keys/1"
_PURPOSE = b"scanveil master key"
_opened: dict[str, bytes] = {}
_given: list[str] = []


@dataclass(frozen=True, slots=True)
class Protection:
    """How the keys are protected: names of the locks, and whether they are open here."""

    exists: bool
    locks: tuple[str, ...]
    is_open: bool


def derived(purpose: str) -> bytes:
    """32 bytes for one purpose; opens the master key, and makes it on first use.

    Raises LockedError when nothing here can open it, or there is nothing to protect a new one.
    """
    kdf = HKDF(hashes.SHA256(), length=32, salt=None, info=f"scanveil {purpose}".encode())
    return kdf.derive(_master())


def protection_state() -> Protection:
    """What is known without opening anything; raises LockedError when ``keys.json`` is damaged."""
    content = _read()
    if content is None:
        return Protection(False, (), False)
    names = tuple(str(each["kind"]) for each in content["locks"])
    return Protection(True, names, content["id"] in _opened)


def keyring_is_available() -> bool:
    """Whether a keyring of the operating system could protect the keys."""
    return os_keyring.is_available()


def open_keys() -> None:
    """Open the keys, or make them, without asking anybody; raises LockedError."""
    _master()


def unlock(passphrase: str, kind: str = "passphrase") -> None:
    """Open the master key with a passphrase; raises LockedError and changes nothing when wrong."""
    content = _read()
    if content is None:
        raise LockedError("There are no keys yet.", "Choose a passphrase for them first.")
    locks = [each for each in content["locks"] if each["kind"] == kind]
    if not locks:
        raise LockedError("These keys have no passphrase.", "They open with the keyring.")
    _opened[content["id"]] = _noted(lambda: open_lock(locks[0], passphrase, _PURPOSE))


def create(passphrase: str = "", *, until_restart: bool = False) -> None:
    """Make the master key under a passphrase, else the keyring; an existing one stays.

    ``until_restart`` takes the memory of the kernel where there is neither.
    """
    identifier, master = secrets.token_hex(8), secrets.token_bytes(32)
    if passphrase:
        lock = passphrase_lock(passphrase, master, _PURPOSE)
    elif os_keyring.is_available():
        lock = _keyring_lock(identifier, master)
    elif until_restart and kernel_keys.is_available():
        lock = _held(UNTIL_RESTART, kernel_keys.store, identifier, master)
    else:
        raise LockedError(NOTHING_PROTECTS, HOW_TO_PROTECT)
    content = {"format": _FORMAT, "id": identifier, "locks": [lock]}
    written = False
    try:
        written = _save(content, replace=False)
    finally:
        if not written and lock["kind"] == "keyring":
            os_keyring.forget(identifier)
    if written:
        _opened[identifier] = master


def create_for_this_run() -> None:
    """Make a master key that is in the memory of this process and nowhere else."""
    identifier = secrets.token_hex(8)
    content = {"format": _FORMAT, "id": identifier, "locks": [{"kind": "this run"}]}
    if _save(content, replace=False):
        _opened[identifier] = secrets.token_bytes(32)


def set_passphrase(passphrase: str, kind: str = "passphrase") -> None:
    """Add a passphrase to the open keys, or put a new one in the place of the old."""
    _relock(kind, lambda _, master: passphrase_lock(passphrase, master, _PURPOSE, kind))


def use_keyring() -> None:
    """Let the keyring of this account open the keys too; raises KeyringError."""
    _relock("keyring", _keyring_lock)


def drop_lock(kind: str) -> None:
    """Take a way to open the keys away; the last one stays. Raises LockedError."""
    _master()
    content = _existing()
    left = [each for each in content["locks"] if each["kind"] != kind]
    if not left:
        raise LockedError("The last lock of the keys stays.", "Add another one first.")
    _save({**content, "locks": left})
    if kind == "keyring":
        os_keyring.forget(content["id"])


def lock_again() -> None:
    """Forget the opened key; the next use opens it anew."""
    _opened.clear()


def carried() -> dict[str, bytes]:
    """The opened keys, to be handed to a process of ours through a pipe."""
    return dict(_opened)


def carry(opened: dict[str, bytes]) -> None:
    """Take over what the process that started this one had opened."""
    _opened.update(opened)


def backup(passphrase: str) -> bytes:
    """The content of a file that brings these keys back, under a passphrase of its own."""
    master, content = _master(), _existing()
    lock = passphrase_lock(passphrase, master, _PURPOSE)
    return _bytes({"format": _FORMAT, "id": content["id"], "locks": [lock]})


def restore(saved: bytes, passphrase: str) -> None:
    """Bring keys back from a backup; raises LockedError, and keeps other keys that are there."""
    content, there = _parsed(saved), _read()
    if there is not None and there["id"] != content["id"]:
        raise LockedError(
            "This workstation has other keys.", "Move its private folder aside, then restore."
        )
    _opened[content["id"]] = open_lock(content["locks"][0], passphrase, _PURPOSE)
    _save(content)


def take_passphrase() -> None:
    """Move the passphrase out of the environment, which worker processes would inherit."""
    if given := os.environ.pop(PASSPHRASE_VARIABLE, ""):
        _given[:] = [given]


def given_passphrase() -> str:
    """The passphrase this process was started with; empty when there is none."""
    return os.environ.get(PASSPHRASE_VARIABLE) or "".join(_given)


def _master() -> bytes:
    content = _read()
    passphrase = given_passphrase()
    if content is None:
        create(passphrase)
        content = _existing()
    if (known := _opened.get(content["id"])) is None:
        known = _opened[content["id"]] = _noted(lambda: _open(content, passphrase))
    return known


def _noted(opening: Callable[[], bytes]) -> bytes:
    """Try to open the keys, and put into the audit log how that went."""
    log = AuditLog()
    try:
        opened = opening()
    except LockedError:
        with suppress(ScanveilError):  # why the keys stay closed matters more here
            log.append("keys not opened")
        raise
    log.append("keys opened")
    return opened


def _open(content: dict[str, Any], passphrase: str) -> bytes:
    locks = {each["kind"]: each for each in content["locks"]}
    if passphrase and "passphrase" in locks:
        return open_lock(locks["passphrase"], passphrase, _PURPOSE)
    if "keyring" in locks:
        secret = os_keyring.fetch(content["id"])
        return open_lock(locks["keyring"], secret, _PURPOSE)
    if UNTIL_RESTART in locks:
        return open_lock(locks[UNTIL_RESTART], kernel_keys.fetch(content["id"]), _PURPOSE)
    if "user" in locks:
        raise LockedError("This workstation has users: log in first.", _LOG_IN)
    if "this run" in locks:
        raise LockedError("These keys were made for one run, which is over.", "Start again.")
    raise LockedError(
        "The keys on this computer are locked with a passphrase.",
        f"Enter it in the window, or set {PASSPHRASE_VARIABLE}.",
    )


def _relock(kind: str, make: Callable[[str, bytes], dict[str, Any]]) -> None:
    master, content = _master(), _existing()
    others = [each for each in content["locks"] if each["kind"] not in (kind, UNTIL_RESTART)]
    locks = [*others, make(content["id"], master)]
    _save({**content, "locks": locks})


def _keyring_lock(identifier: str, master: bytes) -> dict[str, Any]:
    return _held("keyring", os_keyring.store, identifier, master)


def _held(
    kind: str, store: Callable[[str, str], None], identifier: str, master: bytes
) -> dict[str, Any]:
    secret = base64.b64encode(secrets.token_bytes(32)).decode()
    store(identifier, secret)
    return secret_lock(kind, secret, master, _PURPOSE)


def _existing() -> dict[str, Any]:
    content = _read()
    if content is None:
        raise LockedError("The file keys.json is missing.", _BACKUP)
    return content


def _read() -> dict[str, Any] | None:
    try:
        return _parsed(_file().read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LockedError(f"The keys cannot be read: {error.strerror}.", _BACKUP) from None


def _parsed(saved: bytes) -> dict[str, Any]:
    try:
        content = json.loads(saved)
        if content["format"] != _FORMAT or not all(each["kind"] for each in content["locks"]):
            raise ValueError("unknown format")
    except (ValueError, KeyError, TypeError):
        raise LockedError("The file keys.json is damaged.", _BACKUP) from None
    return dict(content)


def _save(content: dict[str, Any], *, replace: bool = True) -> bool:
    try:
        return write_private(_file(), _bytes(content), replace=replace)
    except OSError as error:
        raise LockedError(f"The keys cannot be written: {error.strerror}.", _SPACE) from None


def _file() -> Path:
    return paths.user_data() / "keys.json"


def _bytes(content: dict[str, Any]) -> bytes:
    return json.dumps(content, indent=1).encode()


_BACKUP = "Restore the whole folder from a backup; nothing was changed."
_LOG_IN = f"Use the window, or set SCANVEIL_USER and {PASSPHRASE_VARIABLE}."
_SPACE = "Check space and rights of the program's private folder; nothing was changed."
NOTHING_PROTECTS = "Nothing here can protect the keys: there is no keyring and no passphrase."
HOW_TO_PROTECT = (
    f"Choose a passphrase: set {PASSPHRASE_VARIABLE}, or run 'scanveil keys init' at a terminal."
)
