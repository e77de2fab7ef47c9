"""The users of a shared workstation: a lock of the keys for each, with the role bound into it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from viewer.errors import UsageError
from viewer.provenance import AuditLog, master, named_locks

KIND = "user"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{1,39}")
_SHORTEST = 10
_ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class User:
    """A name that stands in the audit log, and a role of ``roles.toml``."""

    name: str
    role: str


def users() -> tuple[User, ...]:
    """Everybody, by name; raises LockedError when the keys are damaged."""
    found = (User(each["name"], each["role"]) for each in named_locks.named_locks(KIND))
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def add_user(name: str, role: str, password: str) -> User:
    """Add a user, or give one a new password or role; the keys must be open.

    The first one is an administrator, and closes every other way to the keys. Raises UsageError.
    """
    everybody = [each for each in users() if each.name != name]
    if not _NAME.fullmatch(name):
        raise UsageError("A user's name has 2 to 40 letters, digits and signs.", "Try another.")
    if len(password) < _SHORTEST:
        raise UsageError(f"A password has at least {_SHORTEST} characters.", "Choose another.")
    _keep_an_administrator([*everybody, User(name, role)])
    named_locks.set_named_lock(KIND, name, role, password)
    for other in ("keyring", "passphrase"):
        master.drop_lock(other)
    AuditLog().append("users changed", account=name, role=role)
    return User(name, role)


def remove_user(name: str) -> None:
    """Take a user's way to the keys; the last administrator stays. Raises UsageError."""
    left = [each for each in users() if each.name != name]
    if len(left) == len(users()):
        raise UsageError("There is no user of that name.", "See the list of users.")
    _keep_an_administrator(left)
    named_locks.drop_named_lock(KIND, name)
    AuditLog().append("users changed", account=name, role="removed")


def _keep_an_administrator(left: list[User]) -> None:
    if not any(each.role == _ADMINISTRATOR for each in left):
        raise UsageError("One user must be an administrator.", "Add one first.")
