"""The commands of ``scanveil vault``: the only ones that lead back to a patient."""

from __future__ import annotations

import argparse

from viewer.cli.console import say
from viewer.cli.secrets_asked import open_keys
from viewer.errors import UsageError
from viewer.provenance import (
    AuditLog,
    Moved,
    Vault,
    checked_reason,
    default_vault,
    delete_patient,
    look_up,
    merge_vault,
    split_vault,
    write_crosswalks,
)


def run(asked: argparse.Namespace) -> int:
    """Run one action on the vault that was named, or on the user's own."""
    path = asked.vault or default_vault()
    if asked.action == "init" and path.exists():
        raise UsageError("There is a vault at that place already.", "It was left as it is.")
    open_keys()
    with Vault.open(path, create=asked.action == "init") as vault:
        return _ACTIONS[asked.action](asked, vault)


def _init(asked: argparse.Namespace, vault: Vault) -> int:
    AuditLog().append("vault made")
    return _info(asked, vault)


def _info(asked: argparse.Namespace, vault: Vault) -> int:
    info = vault.info()
    print(f"patients {info.patients}, UIDs {info.uids}, values {info.values}, ", end="")
    print(f"exports {info.exports}")
    return 0


def _patients(asked: argparse.Namespace, vault: Vault) -> int:
    links = vault.patients()
    if asked.show_values:
        AuditLog().append("vault looked up", found=len(links), reason="list of all patients")
    for link in links:
        print(f"{link.new} = {link.old.reveal() if asked.show_values else link.old}")
    return 0


def _crosswalk(asked: argparse.Namespace, vault: Vault) -> int:
    AuditLog().append("vault crosswalk written", patients=vault.info().patients)
    written = write_crosswalks(vault, asked.out)
    say(f"Written: {', '.join(each.name for each in written)}. They identify patients.")
    return 0


def _lookup(asked: argparse.Namespace, vault: Vault) -> int:
    links = look_up(vault, asked.value, asked.reason)
    for link in links:
        old = link.old.reveal() if asked.show_values else str(link.old)
        print(f"{link.kind}: {old} = {link.new}")
    if not links:
        say("The vault does not know that value.")
    elif not asked.show_values:
        say("Originals are masked; --show-values shows them.")
    return 0 if links else 1


def _delete(asked: argparse.Namespace, vault: Vault) -> int:
    reason = checked_reason(asked.reason)
    done = delete_patient(vault, asked.pseudonym)
    AuditLog().append("vault patient deleted", patient=asked.pseudonym, reason=reason)
    say(f"Deleted: {_counted(done)}. Delete them from backups of the vault as well.")
    return 0


def _split(asked: argparse.Namespace, vault: Vault) -> int:
    done = split_vault(vault, asked.pseudonym, asked.to)
    AuditLog().append("vault split", patients=done.patients)
    say(f"Copied: {_counted(done)}. This vault keeps them until they are deleted here.")
    return 0


def _merge(asked: argparse.Namespace, vault: Vault) -> int:
    with Vault.open(asked.other) as other:
        done = merge_vault(vault, other)
    AuditLog().append("vault merged", patients=done.patients, twice=done.twice)
    say(f"Taken over: {_counted(done)}. {done.twice} patients were known to both.")
    return 0


def _counted(done: Moved) -> str:
    return f"{done.patients} patients, {done.uids} UIDs, {done.values} values"


_ACTIONS = {
    "init": _init,
    "info": _info,
    "patients": _patients,
    "export-crosswalk": _crosswalk,
    "lookup": _lookup,
    "delete": _delete,
    "split": _split,
    "merge": _merge,
}
