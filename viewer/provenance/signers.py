"""Whose signatures count here: own certificates, those pinned when first met, and the revoked.

One private file of fingerprints and dates. It holds no secret, so it can be read while the keys are
locked; whoever can write into the private folder can write into it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from cryptography import x509

from viewer import paths
from viewer.errors import UsageError
from viewer.provenance.durable import write_private
from viewer.provenance.identity import fingerprint, own_certificates
from viewer.provenance.locks import LockedError

_FORMAT = "scanveil-signers/1"
_WORDS = 10


class Standing(StrEnum):
    """What this workstation knows of a signer."""

    OWN = "this workstation"
    PINNED = "a known signer"
    NEW = "an unknown signer"
    REVOKED = "a revoked signer"


@dataclass(frozen=True, slots=True)
class Signer:
    """A signer met before; ``since`` is an ISO date, ``reason`` says why it was revoked."""

    fingerprint: str
    label: str
    since: str
    reason: str = ""


def fingerprint_words(certificate: x509.Certificate) -> str:
    """The first 80 bits of the SHA-256 fingerprint as ten words, to be read out on a telephone."""
    shown = paths.resource("fingerprint-words.txt").read_text("utf-8")
    words = [word for line in shown.splitlines() if line[:1] != "#" for word in line.split()]
    return " ".join(words[byte] for byte in bytes.fromhex(fingerprint(certificate))[:_WORDS])


def standing(certificate: x509.Certificate) -> Standing:
    """What is known of a signer; raises LockedError when the list of signers is damaged."""
    known, name = _read(), fingerprint(certificate)
    if name in known["revoked"] or _number(certificate) in known["revoked"]:
        return Standing.REVOKED
    if name in {fingerprint(each) for each in own_certificates()}:
        return Standing.OWN
    return Standing.PINNED if name in known["pinned"] else Standing.NEW


def known_signers() -> tuple[Signer, ...]:
    """Everyone pinned or revoked, the pinned first."""
    known = _read()
    return tuple(
        Signer(name, **facts)
        for group in ("pinned", "revoked")
        for name, facts in _in(known, group)
    )


def pin(certificate: x509.Certificate, label: str = "") -> Signer:
    """Know this signer from now on; raises UsageError for one that was revoked."""
    if standing(certificate) is Standing.REVOKED:
        raise UsageError("This certificate was revoked.", "Ask its owner for the new one.")
    return _add("pinned", [fingerprint(certificate)], label or _name(certificate))[0]


def unpin(name: str) -> None:
    """Forget a signer, given the beginning of its fingerprint; raises UsageError."""
    known = _read()
    found = [each for each in known["pinned"] if each.startswith(name.lower())]
    if len(found) != 1 or len(name) < 8:
        raise UsageError("That is not the fingerprint of one known signer.", "See 'keys signers'.")
    del known["pinned"][found[0]]
    _write(known)


def revoke(listed: bytes, reason: str = "") -> tuple[Signer, ...]:
    """Stop trusting what a file lists: fingerprints, one per line, a certificate, or an X.509 CRL.

    Raises UsageError when it lists nothing that can be understood.
    """
    names = list(_listed(listed))
    if not names:
        raise UsageError("That file revokes nothing.", "Give fingerprints, a certificate or a CRL.")
    return _add("revoked", names, "", reason)


def _listed(listed: bytes) -> Iterable[str]:
    if b"BEGIN CERTIFICATE" in listed:
        return [fingerprint(each) for each in x509.load_pem_x509_certificates(listed)]
    try:
        pem = b"BEGIN X509 CRL" in listed
        found = (x509.load_pem_x509_crl if pem else x509.load_der_x509_crl)(listed)
    except ValueError:
        lines = (line.split() for line in listed.decode("ascii", "replace").splitlines())
        words = (line[0].lower().replace(":", "") for line in lines if line)
        return [
            word for word in words if len(word) == 64 and not set(word) - set("0123456789abcdef")
        ]
    issuer = found.issuer.public_bytes().hex()
    return [f"{issuer}/{each.serial_number:x}" for each in found]


def _number(certificate: x509.Certificate) -> str:
    return f"{certificate.issuer.public_bytes().hex()}/{certificate.serial_number:x}"


def _name(certificate: x509.Certificate) -> str:
    return certificate.subject.rfc4514_string().split(",")[0].removeprefix("CN=")


def _add(group: str, names: list[str], label: str, reason: str = "") -> tuple[Signer, ...]:
    known = _read()
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    added = tuple(Signer(name, label, today, reason) for name in names)
    for each in added:
        facts = asdict(each)
        known[group].setdefault(facts.pop("fingerprint"), facts)
    _write(known)
    return added


def _in(known: dict[str, Any], group: str) -> list[tuple[str, dict[str, str]]]:
    return sorted(known[group].items(), key=lambda each: (each[1]["since"], each[0]))


def _read() -> dict[str, Any]:
    try:
        content = json.loads(_file().read_bytes())
        if content["format"] != _FORMAT:
            raise ValueError("another format")
        return {"pinned": dict(content["pinned"]), "revoked": dict(content["revoked"])}
    except FileNotFoundError:
        return {"pinned": {}, "revoked": {}}
    except (OSError, ValueError, KeyError, TypeError):
        raise LockedError("The list of known signers is damaged.", _BACKUP) from None


def _write(known: dict[str, Any]) -> None:
    _file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(_file(), json.dumps({"format": _FORMAT, **known}, indent=1).encode())


def _file() -> Path:
    return paths.user_data() / "identity" / "signers.json"


_BACKUP = "Restore identity/signers.json from a backup, or delete it and pin the signers again."
