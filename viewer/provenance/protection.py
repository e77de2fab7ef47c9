"""Secrets at rest: wrapped by a passphrase, or else by a random file beside them.

A passphrase (SCANVEIL_PASSPHRASE, or asked for by the window) goes through Argon2id. Without one
the wrapping key is a random file only the owner can read, in the same folder: that protects
exactly as well as the folder does, and no better.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from viewer.errors import ScanveilError
from viewer.provenance.durable import write_private

PASSPHRASE_VARIABLE = "SCANVEIL_PASSPHRASE"
FOLDER_SECRET = "folder-secret.bin"
_FORMAT = "scanveil-sealed/1"
_ARGON2 = {"iterations": 3, "lanes": 1, "memory_cost": 64 * 1024}  # KiB; RFC 9106 section 4
_MOST_MEMORY = 1024 * 1024  # KiB


class LockedError(ScanveilError):
    """A secret could not be unwrapped: no passphrase, a wrong one, or a damaged file."""


def seal_to(path: Path, secret: bytes, purpose: str, passphrase: str | None = None) -> bool:
    """Write a secret to a sealed file; False when the file is there already and was kept.

    ``purpose`` is bound into the encryption, so one sealed file cannot stand in for another.
    """
    passphrase = passphrase or os.environ.get(PASSPHRASE_VARIABLE)
    lock = _passphrase_lock() if passphrase else {"kind": "folder"}
    key = _key(lock, path.parent, passphrase, create=True)
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(key).encrypt(nonce, secret, purpose.encode())
    content = {"format": _FORMAT, "lock": lock, "nonce": _text(nonce), "sealed": _text(sealed)}
    return write_private(path, json.dumps(content, indent=1).encode(), replace=False)


def unseal(path: Path, purpose: str, passphrase: str | None = None) -> bytes:
    """The secret in a sealed file; raises LockedError, or FileNotFoundError when there is none."""
    content = _read(path)
    passphrase = passphrase or os.environ.get(PASSPHRASE_VARIABLE)
    key = _key(content["lock"], path.parent, passphrase, create=False)
    try:
        return AESGCM(key).decrypt(content["nonce"], content["sealed"], purpose.encode())
    except InvalidTag:
        raise _cannot_open(content["lock"]) from None


def is_passphrase_protected(path: Path) -> bool:
    """Whether opening a sealed file takes a passphrase."""
    return bool(_read(path)["lock"]["kind"] == "passphrase")


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
        if content["format"] != _FORMAT or content["lock"]["kind"] not in ("passphrase", "folder"):
            raise ValueError("unknown format")
        binary = {name: base64.b64decode(content[name]) for name in ("nonce", "sealed")}
        return {"lock": content["lock"], **binary}
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError):
        raise LockedError(f"The key file {path.name} is damaged.", _BACKUP) from None


def _passphrase_lock() -> dict[str, Any]:
    return {"kind": "passphrase", "salt": _text(secrets.token_bytes(16)), **_ARGON2}


def _key(lock: dict[str, Any], folder: Path, passphrase: str | None, *, create: bool) -> bytes:
    if lock["kind"] == "folder":
        return _folder_key(folder, create=create)
    if not passphrase:
        raise LockedError(
            "The keys on this computer are locked with a passphrase.",
            f"Enter it in the window, or set {PASSPHRASE_VARIABLE}.",
        )
    return _derive(lock, passphrase)


def _derive(lock: dict[str, Any], passphrase: str) -> bytes:
    try:
        if lock["memory_cost"] > _MOST_MEMORY:
            raise ValueError("unreasonable memory cost")
        kdf = Argon2id(
            salt=base64.b64decode(lock["salt"]),
            length=32,
            iterations=lock["iterations"],
            lanes=lock["lanes"],
            memory_cost=lock["memory_cost"],
        )
        return kdf.derive(passphrase.encode())
    except (KeyError, TypeError, ValueError):
        raise LockedError("A key file is damaged.", _BACKUP) from None


def _folder_key(folder: Path, *, create: bool) -> bytes:
    path = folder / FOLDER_SECRET
    if create and not path.exists():
        write_private(path, secrets.token_bytes(32), replace=False)
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        raise LockedError(f"{FOLDER_SECRET} beside the keys is missing.", _BACKUP) from None
    if len(key) != 32:
        raise LockedError(f"The file {FOLDER_SECRET} is damaged.", _BACKUP)
    return key


def _cannot_open(lock: dict[str, Any]) -> LockedError:
    if lock["kind"] == "passphrase":
        return LockedError("The passphrase is wrong.", "Try again; nothing was changed.")
    return LockedError(f"The file {FOLDER_SECRET} does not belong to these keys.", _BACKUP)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


_BACKUP = "Restore the whole folder from a backup; nothing was changed."
