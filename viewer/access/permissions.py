"""Logging in and out, and the one question the program asks: may this be done now."""

from __future__ import annotations

import hashlib
import hmac
import tomllib
from contextlib import suppress
from functools import cache

from viewer import paths
from viewer.access.users import KIND, User, users
from viewer.errors import ScanveilError
from viewer.provenance import AuditLog, LockedError, act_as, master, named_locks, protection_state

Role = frozenset[str]
_logged_in: list[User] = []


class NotPermittedError(ScanveilError):
    """The role of whoever is logged in does not allow it."""


@cache
def roles() -> dict[str, Role]:
    """What each role may do, as ``roles.toml`` has it."""
    return {name: frozenset(may) for name, may in _table()["roles"].items()}


def is_shared() -> bool:
    """Whether this workstation has users; without any everything is allowed."""
    return KIND in protection_state().locks


def user() -> User | None:
    """Whoever is logged in."""
    return _logged_in[-1] if _logged_in else None


def person() -> str:
    """What stands for whoever is logged in in decisions and statements: keyed, never the name."""
    who = user()
    if who is None:
        return ""
    message = b"account:" + who.name.casefold().encode()
    return hmac.new(paths.local_key(), message, hashlib.sha256).hexdigest()[:24]


def log_in(name: str, password: str) -> User:
    """Open the keys as a user; raises LockedError, logged, when name or password is wrong."""
    known = {each.name: each for each in users()}
    try:
        if name not in known:
            raise LockedError("The name or the password is wrong.", "Try again.")
        named_locks.unlock_named(KIND, name, password)
    except LockedError:
        with suppress(ScanveilError):  # that it was wrong matters more here
            AuditLog().append("login failed", account=name if name in known else "unknown")
        raise LockedError("The name or the password is wrong.", "Try again.") from None
    _logged_in[:] = [known[name]]
    act_as(name)
    AuditLog().append("logged in", role=known[name].role)
    return known[name]


def log_out(event: str = "logged out") -> None:
    """Close the keys; ``event`` may say that the workstation locked itself."""
    if _logged_in:
        AuditLog().append(event)
    _logged_in.clear()
    act_as("")
    master.lock_again()


def permits(action: str) -> bool:
    """Whether an action of ``roles.toml`` may be done now."""
    if action not in _table()["actions"]:
        raise ValueError("an action that is not in roles.toml")
    if not is_shared():
        return True
    who = user()
    return who is not None and action in roles().get(who.role, frozenset())


def require(action: str) -> None:
    """Raise NotPermittedError, logged, when an action may not be done now."""
    if permits(action):
        return
    who = user()
    if who is None:
        raise NotPermittedError("Nobody is logged in.", "Log in first.")
    AuditLog().append("not permitted", action=action)
    what = _table()["actions"][action]
    raise NotPermittedError(
        f"The role {who.role} may not {what}.", "Ask an administrator of this workstation."
    )


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(paths.resource("roles.toml").read_text("utf-8"))
