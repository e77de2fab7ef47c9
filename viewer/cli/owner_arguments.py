"""The words of the commands for the owner of the workstation: keys, audit log and vault."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from viewer.access import roles

_KEYS = {
    "info": "what protects the keys, and the certificate of this workstation",
    "init": "make keys, protected by the keyring or a new passphrase",
    "passphrase": "set or change the passphrase of the keys",
    "keyring": "let the keyring of this account open the keys too",
    "rotate": "make a new signing key; the old certificate is kept",
    "import": "sign with the key of a PKCS#12 file",
    "backup": "write a file that brings the keys back, under a passphrase",
    "restore": "bring keys back from a backup",
    "signers": "list the signers this workstation knows",
    "trust": "know the signer of a certificate from now on",
    "distrust": "forget a signer",
    "revoke": "stop trusting fingerprints, a certificate or what a CRL lists",
}
_AUDIT = {
    "verify": "check that no line was changed, removed or cut off",
    "show": "print the lines",
    "sign": "sign what was logged so far",
    "export": "write audit messages of DICOM PS3.15 A.5, one per line",
}
_VAULT = {
    "init": "make a new, empty vault",
    "info": "count what it holds",
    "patients": "list the pseudonyms",
    "lookup": "find the other side of a UID, patient id or pseudonym; the reason is logged",
    "export-crosswalk": "write uid_crosswalk.csv and patid_crosswalk.csv",
    "delete": "delete a patient for good",
    "split": "copy patients into the vault of another project",
    "merge": "take over what another vault holds",
}


def add_vault(commands: Any) -> None:
    """The command ``vault``."""
    text = "the encrypted mapping back to the patients"
    vault = commands.add_parser("vault", help=text, description=text)
    actions = vault.add_subparsers(dest="action", metavar="ACTION", required=True)
    made = {name: _action(actions, name, help_) for name, help_ in _VAULT.items()}
    for action in made.values():
        action.add_argument("--vault", type=Path, metavar="FILE")
    made["lookup"].add_argument("value", metavar="VALUE")
    made["export-crosswalk"].add_argument("--out", type=Path, required=True, metavar="DIR")
    for name in ("lookup", "patients"):
        made[name].add_argument("--show-values", action="store_true")
    made["lookup"].add_argument("--reason", required=True, metavar="TEXT")
    made["delete"].add_argument("--reason", required=True, metavar="TEXT")
    for name in ("delete", "split"):
        several = "+" if name == "split" else None
        made[name].add_argument("pseudonym", metavar="PSEUDONYM", nargs=several)
    made["split"].add_argument("--to", type=Path, required=True, metavar="FILE")
    made["merge"].add_argument("--from", dest="other", type=Path, required=True, metavar="FILE")


def add_users(commands: Any) -> None:
    """The command ``users``."""
    text = "who may use this workstation, when several share it"
    command = commands.add_parser("users", help=text, description=text)
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)
    _action(actions, "list", "list names and roles")
    add = _action(
        actions, "add", "add a user, or give one a new password; the first is administrator"
    )
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True, choices=sorted(roles()))
    _action(actions, "remove", "let a user no longer log in").add_argument("name", metavar="NAME")


def add_keys(commands: Any) -> None:
    """The command ``keys``."""
    text = "the keys of this workstation, and the signers it knows"
    keys = commands.add_parser("keys", help=text, description=text)
    actions = keys.add_subparsers(dest="action", metavar="ACTION", required=True)
    made = {name: _action(actions, name, help_) for name, help_ in _KEYS.items()}
    for name in ("import", "backup", "restore", "trust", "revoke"):
        made[name].add_argument("file", type=Path, metavar="FILE")
    made["import"].add_argument("--no-password", action="store_true", help="it has none")
    made["keyring"].add_argument("--drop", action="store_true", help="take that way away")
    made["trust"].add_argument("--label", default="", help="whose it is, for your own list")
    made["distrust"].add_argument("fingerprint", metavar="FINGERPRINT")
    made["revoke"].add_argument("--reason", default="revoked", help="why, for your own list")


def add_audit(commands: Any) -> None:
    """The command ``audit``."""
    text = "what was done on this workstation, line by line"
    audit = commands.add_parser("audit", help=text, description=text)
    actions = audit.add_subparsers(dest="action", metavar="ACTION", required=True)
    made = {name: _action(actions, name, help_) for name, help_ in _AUDIT.items()}
    made["export"].add_argument("--out", type=Path, required=True, metavar="FILE")


def _action(actions: Any, name: str, text: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = actions.add_parser(name, help=text, description=text)
    return made
