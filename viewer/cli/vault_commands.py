"""The commands of ``scanveil vault``: the only ones that lead back to a patient."""

from __future__ import annotations

import argparse

from viewer.cli.console import say
from viewer.errors import UsageError
from viewer.provenance import Vault, default_vault, write_crosswalks


def run(asked: argparse.Namespace) -> int:
    """Run one action on the vault that was named, or on the user's own."""
    path = asked.vault or default_vault()
    if asked.action == "init" and path.exists():
        raise UsageError("There is a vault at that place already.", "It was left as it is.")
    with Vault.open(path, create=asked.action == "init") as vault:
        return _ACTIONS[asked.action](asked, vault)


def _info(asked: argparse.Namespace, vault: Vault) -> int:
    info = vault.info()
    print(f"patients {info.patients}, UIDs {info.uids}, values {info.values}, ", end="")
    print(f"exports {info.exports}")
    return 0


def _crosswalk(asked: argparse.Namespace, vault: Vault) -> int:
    written = write_crosswalks(vault, asked.out)
    say(f"Written: {', '.join(each.name for each in written)}. They identify patients.")
    return 0


def _lookup(asked: argparse.Namespace, vault: Vault) -> int:
    links = vault.lookup(asked.value)
    for link in links:
        old = link.old.reveal() if asked.show_values else str(link.old)
        print(f"{link.kind}: {old} = {link.new}")
    if not links:
        say("The vault does not know that value.")
    elif not asked.show_values:
        say("Originals are masked; --show-values shows them.")
    return 0 if links else 1


_ACTIONS = {"init": _info, "info": _info, "export-crosswalk": _crosswalk, "lookup": _lookup}
