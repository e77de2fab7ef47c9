"""Passphrases for the command line: from the environment, or typed at a terminal without echo."""

from __future__ import annotations

import getpass
import os
import sys

from viewer import access
from viewer.cli.console import say
from viewer.errors import UsageError
from viewer.provenance import (
    PASSPHRASE_VARIABLE,
    LockedError,
    kernel_keys,
    master,
    protection_state,
)

NEW_VARIABLE = "SCANVEIL_NEW_PASSPHRASE"
_PKCS12_VARIABLE = "SCANVEIL_PKCS12_PASSWORD"
_HANDOVER_VARIABLE = "SCANVEIL_HANDOVER_PASSPHRASE"
_USER_VARIABLE = "SCANVEIL_USER"
_SHORTEST = 10
_UNTIL_RESTART = (
    "The keys and the vault open until this computer restarts, and never after: there is no "
    "keyring and no passphrase. Run 'scanveil keys passphrase' to keep them."
)


def open_keys() -> None:
    """Open the keys, asking for the passphrase where a person is there to type it."""
    state = protection_state()
    if access.is_shared():
        if access.user() is None:
            access.log_in(_user(), old_passphrase("Password"))
        return
    typed = state.locks == ("passphrase",) and not state.is_open and not master.given_passphrase()
    if typed and sys.stdin.isatty():
        master.unlock(getpass.getpass("Passphrase of the keys: "))
    if not state.exists and nothing_protects():
        master.create(until_restart=True)
    master.open_keys()
    if protection_state().locks == (master.UNTIL_RESTART,):
        say(_UNTIL_RESTART)


def can_keep_keys() -> bool:
    """Whether there are keys, or something that could protect new ones."""
    return protection_state().exists or not nothing_protects() or kernel_keys.is_available()


def nothing_protects() -> bool:
    """Whether there is neither a passphrase nor a keyring for keys that are still to be made."""
    return not master.given_passphrase() and not master.keyring_is_available()


def new_passphrase(what: str) -> str:
    """A new passphrase, typed twice; raises UsageError when too short or typed differently."""
    given = os.environ.get(NEW_VARIABLE) or _typed(what)
    if len(given) < _SHORTEST:
        raise UsageError(
            f"A passphrase has at least {_SHORTEST} characters.", "Four or five words are good."
        )
    return given


def old_passphrase(what: str) -> str:
    """A passphrase that exists, from SCANVEIL_PASSPHRASE or typed."""
    if given := master.given_passphrase():
        return given
    if not sys.stdin.isatty():
        raise LockedError("A passphrase is needed.", f"Set {PASSPHRASE_VARIABLE}.")
    return getpass.getpass(f"{what}: ")


def handover_passphrase(*, new: bool) -> str:
    """The passphrase of an encrypted archive, from SCANVEIL_HANDOVER_PASSPHRASE or typed."""
    if given := os.environ.get(_HANDOVER_VARIABLE):
        return given
    if not sys.stdin.isatty():
        raise LockedError(
            "The archive needs a key or a passphrase.",
            f"Name a key with --identity, or set {_HANDOVER_VARIABLE}.",
        )
    return _typed("Passphrase of the archive") if new else getpass.getpass("Its passphrase: ")


def file_password() -> str:
    """The password of a PKCS#12 file, from SCANVEIL_PKCS12_PASSWORD or typed."""
    if given := os.environ.get(_PKCS12_VARIABLE):
        return given
    if not sys.stdin.isatty():
        raise LockedError("The file needs its password.", f"Set {_PKCS12_VARIABLE}.")
    return getpass.getpass("Password of the file: ")


def _user() -> str:
    if given := os.environ.get(_USER_VARIABLE):
        return given
    if not sys.stdin.isatty():
        raise LockedError("This workstation has users: log in first.", f"Set {_USER_VARIABLE}.")
    return input("Name: ")


def _typed(what: str) -> str:
    if not sys.stdin.isatty():
        raise LockedError("A new passphrase is needed.", f"Set {NEW_VARIABLE}.")
    first = getpass.getpass(f"{what}: ")
    if getpass.getpass("The same again: ") != first:
        raise UsageError("The two passphrases differ.", "Nothing was changed; try again.")
    return first
