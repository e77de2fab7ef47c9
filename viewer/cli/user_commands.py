"""The commands of ``scanveil users``, and what a command needs on a shared workstation."""

from __future__ import annotations

import argparse

from viewer.access import add_user, is_shared, remove_user, require, users
from viewer.cli.console import say
from viewer.cli.secrets_asked import new_passphrase, open_keys

_ACTIONS_OF = {
    "scan": "open",
    "authenticity": "open",
    "clean": "export",
    "devices": "decide",
    "words": "decide",
    "verify": "verify",
    "vault": "vault",
    "audit": "audit",
    "keys": "keys",
    "users": "users",
}


def permit(asked: argparse.Namespace) -> None:
    """On a shared workstation, log in and ask whether the command is allowed."""
    action = _ACTIONS_OF.get(asked.command or "")
    if action and is_shared():
        open_keys()
        require(action)


def run(asked: argparse.Namespace) -> int:
    """Run one action."""
    open_keys()
    if asked.action == "add":
        made = add_user(asked.name, asked.role, new_passphrase(f"Password of {asked.name}"))
        say(f"{made.name} may log in as {made.role}. From now on, every command asks who you are.")
    elif asked.action == "remove":
        remove_user(asked.name)
        say(f"{asked.name} may no longer log in.")
    for each in users() if asked.action == "list" else ():
        print(f"{each.name}: {each.role}")
    return 0
