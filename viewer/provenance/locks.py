"""One lock: a secret wrapped by AES-256-GCM under a passphrase (Argon2id) or another secret."""

from __future__ import annotations

import base64
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from viewer.errors import ScanveilError

_ARGON2 = {"iterations": 3, "lanes": 1, "memory_cost": 64 * 1024}  # KiB; RFC 9106 section 4
_MOST_MEMORY, _MOST_ITERATIONS = 1024 * 1024, 16  # KiB


class LockedError(ScanveilError):
    """A secret could not be unwrapped: no passphrase, a wrong one, or a damaged file."""


def passphrase_lock(
    passphrase: str, secret: bytes, purpose: bytes, kind: str = "passphrase"
) -> dict[str, Any]:
    """A lock that a passphrase opens, as JSON values."""
    lock: dict[str, Any] = {"kind": kind, "salt": _text(secrets.token_bytes(16)), **_ARGON2}
    return _sealed(lock, _derive(lock, passphrase), secret, purpose)


def secret_lock(kind: str, wrapping: str, secret: bytes, purpose: bytes) -> dict[str, Any]:
    """A lock that 32 bytes in base64 open, as JSON values."""
    return _sealed({"kind": kind}, base64.b64decode(wrapping), secret, purpose)


def open_lock(lock: dict[str, Any], given: str, purpose: bytes) -> bytes:
    """The secret behind a lock; raises LockedError and changes nothing."""
    try:
        key = _derive(lock, given) if "salt" in lock else base64.b64decode(given)
        parts = (base64.b64decode(lock["nonce"]), base64.b64decode(lock["sealed"]))
        return AESGCM(key).decrypt(*parts, purpose)
    except InvalidTag:
        if "salt" in lock:
            raise LockedError(
                "The passphrase is wrong.", "Try again; nothing was changed."
            ) from None
        raise LockedError("The keyring holds the key of another workstation.", _BACKUP) from None
    except (KeyError, TypeError, ValueError):
        raise LockedError("A key file is damaged.", _BACKUP) from None


def _derive(lock: dict[str, Any], passphrase: str) -> bytes:
    if lock["memory_cost"] > _MOST_MEMORY or lock["iterations"] > _MOST_ITERATIONS:
        raise ValueError("unreasonable cost")
    kdf = Argon2id(
        salt=base64.b64decode(lock["salt"]),
        length=32,
        iterations=lock["iterations"],
        lanes=lock["lanes"],
        memory_cost=lock["memory_cost"],
    )
    return kdf.derive(passphrase.encode())


def _sealed(lock: dict[str, Any], key: bytes, secret: bytes, purpose: bytes) -> dict[str, Any]:
    nonce = secrets.token_bytes(12)
    return {
        **lock,
        "nonce": _text(nonce),
        "sealed": _text(AESGCM(key).encrypt(nonce, secret, purpose)),
    }


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


_BACKUP = "Restore the whole folder from a backup; nothing was changed."
