"""The words of the commands for the owner of the workstation: keys."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

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


def _action(actions: Any, name: str, text: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = actions.add_parser(name, help=text, description=text)
    return made
