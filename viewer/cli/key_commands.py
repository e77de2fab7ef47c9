"""The commands of ``scanveil keys``: what protects this workstation, who it is, whom it knows."""

from __future__ import annotations

import argparse
from pathlib import Path

from cryptography import x509

from viewer.cli.console import say
from viewer.cli.secrets_asked import file_password, new_passphrase, old_passphrase, open_keys
from viewer.errors import UsageError
from viewer.provenance import (
    AuditLog,
    days_left,
    fingerprint,
    fingerprint_words,
    known_signers,
    master,
    pin,
    protection_state,
    revoke,
    rotate_identity,
    unpin,
    workstation_certificate,
    workstation_identity,
    write_private,
)

_LOCKS = {
    "passphrase": "a passphrase (Argon2id)",
    "keyring": "the keyring of this account",
    master.UNTIL_RESTART: "the memory of this computer, until it restarts",
    "this run": "nothing: they end with this run",
    "user": "the passwords of the users",
}


_WITH_KEYS = ("passphrase", "keyring", "rotate", "import", "backup")
_CHANGES = dict.fromkeys(("init", *_WITH_KEYS, "restore"), "keys changed")
_CHANGES |= dict.fromkeys(("trust", "distrust", "revoke"), "signers changed")


def run(asked: argparse.Namespace) -> int:
    """Run one action."""
    if asked.action in _WITH_KEYS:
        open_keys()
    _ACTIONS[asked.action](asked)
    if event := _CHANGES.get(asked.action):
        AuditLog().append(event, what=asked.action)
    return 0


def _info(_: argparse.Namespace) -> None:
    state = protection_state()
    kinds = list(dict.fromkeys(_LOCKS.get(each, each) for each in state.locks))
    print(f"keys: protected by {' and '.join(kinds)}" if state.exists else "keys: none yet")
    certificate = workstation_certificate()
    if certificate is None:
        print("signing key: none yet; the first export makes it")
        return
    _describe(certificate)


def _describe(certificate: x509.Certificate) -> None:
    print(f"signer: {certificate.subject.rfc4514_string()}")
    print(f"fingerprint (SHA-256): {fingerprint(certificate)}")
    print(f"in words: {fingerprint_words(certificate)}")
    print(f"valid until {certificate.not_valid_after_utc.date()}, {days_left(certificate)} days")


def _init(_: argparse.Namespace) -> None:
    if protection_state().exists:
        raise UsageError("There are keys already.", "See 'scanveil keys info'.")
    if master.given_passphrase() or not master.keyring_is_available():
        master.create(master.given_passphrase() or new_passphrase("New passphrase"))
    else:
        master.create()
    _describe(workstation_identity().certificate)
    say("Write a backup to a safe place: scanveil keys backup FILE")


def _passphrase(_: argparse.Namespace) -> None:
    master.set_passphrase(new_passphrase("New passphrase"))
    say("The new passphrase opens the keys from now on.")


def _keyring(asked: argparse.Namespace) -> None:
    if asked.drop:
        master.drop_lock("keyring")
        say("The keyring no longer opens the keys.")
    else:
        master.use_keyring()
        say("The keyring of this account opens the keys.")


def _rotate(_: argparse.Namespace) -> None:
    _describe(rotate_identity().certificate)
    say("Give the new certificate to whoever checks your exports.")


def _import(asked: argparse.Namespace) -> None:
    saved = _content(asked.file)
    password = "" if asked.no_password else file_password()
    _describe(rotate_identity(saved=saved, password=password).certificate)


def _backup(asked: argparse.Namespace) -> None:
    if asked.file.exists():
        raise UsageError("There is a file at that place already.", "It was left as it is.")
    write_private(asked.file, master.backup(new_passphrase("Passphrase of the backup")))
    say("Keep it away from this computer. It opens with the passphrase you just gave.")


def _restore(asked: argparse.Namespace) -> None:
    master.restore(_content(asked.file), old_passphrase("Passphrase of the backup"))
    say("The keys are back, under the passphrase of the backup.")


def _signers(_: argparse.Namespace) -> None:
    for each in known_signers():
        state = (
            f"revoked since {each.since}: {each.reason}" if each.reason else f"since {each.since}"
        )
        print(f"{each.fingerprint[:16]}  {each.label}  {state}")


def _trust(asked: argparse.Namespace) -> None:
    certificate = _certificate(_content(asked.file))
    _describe(certificate)
    pin(certificate, asked.label)
    say("Known from now on. Compare the words with its owner, by telephone or face to face.")


def _distrust(asked: argparse.Namespace) -> None:
    unpin(asked.fingerprint)
    say("Forgotten.")


def _revoke(asked: argparse.Namespace) -> None:
    found = revoke(_content(asked.file), asked.reason)
    say(f"{len(found)} revoked.")


def _certificate(content: bytes) -> x509.Certificate:
    try:
        if b"-----BEGIN" in content:
            return x509.load_pem_x509_certificate(content)
        return x509.load_der_x509_certificate(content)
    except ValueError:
        raise UsageError("That file is no certificate.", "Give certificate.pem.") from None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"The file cannot be read: {error.strerror}.", "Check it.") from None


_ACTIONS = {
    "info": _info,
    "init": _init,
    "passphrase": _passphrase,
    "keyring": _keyring,
    "rotate": _rotate,
    "import": _import,
    "backup": _backup,
    "restore": _restore,
    "signers": _signers,
    "trust": _trust,
    "distrust": _distrust,
    "revoke": _revoke,
}
