"""The keyring of the operating system, where it keeps secrets encrypted; anything less is none.

``keyring`` also offers back ends that write a plain file, or that swallow what they are given.
Only those of an operating system are used, or one a site names itself in PYTHON_KEYRING_BACKEND,
as long as it does not store plain text.
"""

from __future__ import annotations

import os
from typing import Any

from viewer.provenance.locks import LockedError

_SERVICE = "Scanveil"
_TRUSTED = (
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
_CHOSEN = "PYTHON_KEYRING_BACKEND"


class KeyringError(LockedError):
    """The keyring does not answer or does not give out the key."""


def is_available() -> bool:
    """Whether this account has a keyring that encrypts what it keeps."""
    return _backend() is not None


def store(account: str, secret: str) -> None:
    """Keep a secret under a name; raises KeyringError."""
    backend = _backend()
    if backend is None:
        raise _missing()
    try:
        backend.set_password(_SERVICE, account, secret)
    except Exception:  # noqa: BLE001 - every back end raises what it likes
        raise _missing() from None


def fetch(account: str) -> str:
    """The secret under a name; raises KeyringError when there is none."""
    backend = _backend()
    if backend is None:
        raise _missing()
    try:
        found = backend.get_password(_SERVICE, account)
    except Exception:  # noqa: BLE001 - every back end raises what it likes
        raise _missing() from None
    if not found:
        raise KeyringError(
            "The keyring of this account no longer holds the key of this workstation.", _RESTORE
        )
    return str(found)


def forget(account: str) -> None:
    """Drop a secret; one that is not there is dropped already."""
    backend = _backend()
    try:
        if backend is not None:
            backend.delete_password(_SERVICE, account)
    except Exception:  # noqa: BLE001 - every back end raises what it likes
        return


def _backend() -> Any:
    try:
        import keyring  # slow to import, and seldom needed

        found = keyring.get_keyring()
        parts = list(getattr(found, "backends", None) or [found])
    except Exception:  # noqa: BLE001 - a broken installation of it is no keyring
        return None
    return next((each for each in parts if _keeps_secrets(type(each))), None)


def _keeps_secrets(kind: type) -> bool:
    if kind.__module__.startswith(_TRUSTED):
        return True
    chosen = os.environ.get(_CHOSEN) == f"{kind.__module__}.{kind.__qualname__}"
    harmless = not kind.__module__.startswith(("keyring.backends.", "keyrings.alt"))
    return chosen and harmless and "plain" not in kind.__qualname__.lower()


def _missing() -> KeyringError:
    return KeyringError("The keyring of this account does not answer.", _UNLOCK)


_UNLOCK = (
    "Log in to the desktop and unlock it, then try again; or give the passphrase of the keys, "
    "if they have one as well."
)
_RESTORE = "Restore the keys with 'scanveil keys restore', or give their passphrase."
