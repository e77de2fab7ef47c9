"""Secrets in the memory of the Linux kernel: never on a disk, gone when the computer restarts.

For machines without a desktop, where there is no keyring and nobody types: see keyrings(7). They
lie in the user's own keyring and can be read by processes of the same user only.
"""

from __future__ import annotations

import ctypes
import platform
import sys

from viewer.provenance.locks import LockedError

_CALLS = {"x86_64": (248, 250), "aarch64": (217, 219)}  # add_key, keyctl
_USER_KEYRING = -4
_SET_PERMISSIONS, _SEARCH, _READ, _UNLINK = 5, 10, 11, 9
_OWNER_ONLY = 0x3F3F0000  # all to the possessor and to the user, nothing to group and others
_KIND = b"user"
_LONGEST = 256


def is_available() -> bool:
    """Whether the kernel keeps secrets here; containers often forbid it."""
    try:
        store("probe", "probe")
    except OSError:
        return False
    forget("probe")
    return True


def store(account: str, secret: str) -> None:
    """Keep a secret under a name until the computer restarts; raises OSError."""
    value = secret.encode()
    key = _call(0, _KIND, _name(account), value, len(value), _USER_KEYRING)
    _call(1, _SET_PERMISSIONS, key, _OWNER_ONLY)


def fetch(account: str) -> str:
    """The secret under a name; raises LockedError when there is none (any more)."""
    room = ctypes.create_string_buffer(_LONGEST)
    try:
        key = _call(1, _SEARCH, _USER_KEYRING, _KIND, _name(account), 0)
        size = _call(1, _READ, key, room, _LONGEST)
        return room.raw[:size].decode()
    except OSError:
        raise LockedError(
            "The keys were in the memory of this computer, which has restarted since.",
            "Restore them with 'scanveil keys restore', or move the private folder aside.",
        ) from None


def forget(account: str) -> None:
    """Drop a secret; one that is not there is dropped already."""
    try:
        key = _call(1, _SEARCH, _USER_KEYRING, _KIND, _name(account), 0)
        _call(1, _UNLINK, key, _USER_KEYRING)
    except OSError:
        return


def _name(account: str) -> bytes:
    return f"scanveil:{account}".encode()


def _call(which: int, *words: int | bytes | ctypes.Array[ctypes.c_char]) -> int:
    numbers = _CALLS.get(platform.machine())
    if sys.platform != "linux" or numbers is None:
        raise OSError("this system keeps no secrets in its kernel")
    done = int(ctypes.CDLL(None, use_errno=True).syscall(numbers[which], *words))
    if done < 0:
        raise OSError(ctypes.get_errno(), "the kernel does not keep or give out the secret")
    return done
