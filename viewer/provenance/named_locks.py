"""Locks of the master key that belong to somebody: a password each, with a role bound into it."""

from __future__ import annotations

import json
from typing import Any

from viewer.provenance import master
from viewer.provenance.locks import LockedError, open_lock, passphrase_lock


def named_locks(kind: str) -> tuple[dict[str, Any], ...]:
    """The locks of a kind that belong to somebody: each has a name and a role."""
    content = master._read() or {"locks": ()}
    return tuple(each for each in content["locks"] if each["kind"] == kind)


def set_named_lock(kind: str, name: str, role: str, password: str) -> None:
    """Let somebody open the keys with a password; the role is bound into the lock."""
    opened, content = master._master(), master._existing()
    lock = passphrase_lock(password, opened, _purpose_of(name, role), kind)
    locks = [each for each in content["locks"] if (each["kind"], each.get("name")) != (kind, name)]
    master._save({**content, "locks": [*locks, {**lock, "name": name, "role": role}]})


def drop_named_lock(kind: str, name: str) -> None:
    """Take somebody's way to the keys away."""
    content = master._existing()
    locks = [each for each in content["locks"] if (each["kind"], each.get("name")) != (kind, name)]
    master._save({**content, "locks": locks})


def unlock_named(kind: str, name: str, password: str) -> None:
    """Open the keys as somebody; raises LockedError when the password or the role was changed."""
    content = master._existing()
    for each in content["locks"]:
        if (each["kind"], each.get("name")) == (kind, name):
            purpose = _purpose_of(name, each["role"])
            master._opened[content["id"]] = open_lock(each, password, purpose)
            return
    raise LockedError("There is no such name.", "Nothing was changed.")


def _purpose_of(name: str, role: str) -> bytes:
    return master._PURPOSE + json.dumps([name, role]).encode()
