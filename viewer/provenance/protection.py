"""Secrets at rest: files sealed under the key of the workstation, or a passphrase of their own.

Nothing is sealed by what lies beside it. Files of earlier versions that were are sealed anew the
first time they are opened, and their plain secret is deleted.
"""

from __future__ import annotations

import base64
import json
import secrets
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from viewer.provenance import master
from viewer.provenance.durable import sync_folder, write_private
from viewer.provenance.locks import LockedError, open_lock, passphrase_lock

_OLD_SECRET = "folder-secret.bin"
_FORMAT, _OLD_FORMAT = "scanveil-sealed/2", "scanveil-sealed/1"
_KINDS = {_FORMAT: ("workstation", "passphrase"), _OLD_FORMAT: ("folder", "passphrase")}


def seal_to(
    path: Path,
    secret: bytes,
    purpose: str,
    passphrase: str | None = None,
    *,
    replace: bool = False,
) -> bool:
    """Write a secret to a sealed file; False when the file is there already and was kept.

    ``purpose`` is bound into the encryption, so one sealed file cannot stand in for another.
    Raises LockedError when there is nothing to protect it with, or it cannot be written.
    """
    if passphrase:
        lock = passphrase_lock(passphrase, secret, purpose.encode())
    else:
        nonce = secrets.token_bytes(12)
        sealed = AESGCM(master.derived(purpose)).encrypt(nonce, secret, purpose.encode())
        lock = {"kind": "workstation", "nonce": _text(nonce), "sealed": _text(sealed)}
    content = json.dumps({"format": _FORMAT, "lock": lock}, indent=1).encode()
    try:
        return write_private(path, content, replace=replace)
    except OSError as error:
        raise LockedError(f"A key cannot be written: {error.strerror}.", _SPACE) from None


def unseal(path: Path, purpose: str, passphrase: str | None = None) -> bytes:
    """The secret in a sealed file; raises LockedError, or FileNotFoundError when there is none."""
    content = _read(path)
    if content["format"] == _OLD_FORMAT:
        return _moved(path, content, purpose, passphrase)
    if content["lock"]["kind"] == "passphrase":
        return open_lock(content["lock"], _asked(passphrase), purpose.encode())
    return _opened(content["lock"], master.derived(purpose), purpose, _OTHER_KEYS)


def is_passphrase_protected(path: Path) -> bool:
    """Whether a sealed file has a passphrase of its own."""
    return bool(_read(path)["lock"]["kind"] == "passphrase")


def _moved(path: Path, content: dict[str, Any], purpose: str, passphrase: str | None) -> bytes:
    """The secret of an earlier version's file, which is sealed anew before it is used."""
    lock = {**content["lock"], "nonce": content["nonce"], "sealed": content["sealed"]}
    if lock["kind"] == "passphrase":
        secret = open_lock(lock, _asked(passphrase), purpose.encode())
        seal_to(path, secret, purpose, passphrase, replace=True)
        return secret
    secret = _opened(lock, _old_key(path.parent), purpose, _OLD_SECRET_WRONG)
    seal_to(path, secret, purpose, replace=True)
    _drop_old_secret(path.parent)
    return secret


def _drop_old_secret(folder: Path) -> None:
    """Delete the plain secret once no file of its folder needs it any more."""
    for each in folder.glob("*.json"):
        try:
            if _read(each)["lock"]["kind"] == "folder":
                return
        except LockedError:
            continue
    place = folder / _OLD_SECRET
    place.write_bytes(secrets.token_bytes(32))
    place.unlink()
    sync_folder(folder)


def _opened(lock: dict[str, Any], key: bytes, purpose: str, otherwise: str) -> bytes:
    try:
        parts = (base64.b64decode(lock["nonce"]), base64.b64decode(lock["sealed"]))
        return AESGCM(key).decrypt(*parts, purpose.encode())
    except InvalidTag:
        raise LockedError(otherwise, _BACKUP) from None
    except ValueError:
        raise LockedError("A key file is damaged.", _BACKUP) from None


def _old_key(folder: Path) -> bytes:
    try:
        key = (folder / _OLD_SECRET).read_bytes()
    except FileNotFoundError:
        raise LockedError(f"{_OLD_SECRET} beside the keys is missing.", _BACKUP) from None
    if len(key) != 32:
        raise LockedError(f"The file {_OLD_SECRET} is damaged.", _BACKUP)
    return key


def _asked(passphrase: str | None) -> str:
    given = passphrase or master.given_passphrase()
    if not given:
        raise LockedError(
            "The keys on this computer are locked with a passphrase.",
            f"Enter it in the window, or set {master.PASSPHRASE_VARIABLE}.",
        )
    return given


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
        if content["lock"]["kind"] not in _KINDS[content["format"]]:
            raise ValueError("unknown kind of lock")
        return dict(content)
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError):
        raise LockedError(f"The key file {path.name} is damaged.", _BACKUP) from None


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


_BACKUP = "Restore the whole folder from a backup; nothing was changed."
_SPACE = "Check space and rights of the folder; nothing was changed."
_OTHER_KEYS = "This file was sealed with other keys than those of this workstation."
_OLD_SECRET_WRONG = f"The file {_OLD_SECRET} does not belong to these keys."
