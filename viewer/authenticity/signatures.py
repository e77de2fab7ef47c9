"""Signatures and manifests around a file: ours, DICOM's, and a C2PA manifest beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from pydicom.dataset import Dataset

from viewer.authenticity.header_check import HeaderCheck
from viewer.authenticity.pixel_check import Measured
from viewer.authenticity.sign import Level
from viewer.authenticity.texts import sentence
from viewer.dicom.dataset import parse_safely
from viewer.dicom.origin import read_bytes
from viewer.dicom_signature import Outcome, check_signatures
from viewer.errors import ScanveilError
from viewer.model import Instance
from viewer.provenance import (
    SIGNATURE,
    STATEMENT,
    SignatureProblem,
    Standing,
    fingerprint,
    standing,
    verify_detached,
)

_SEQUENCE = b"\xfa\xff\xfa\xff"  # Digital Signatures Sequence (FFFA,FFFA), after the pixels
_LARGEST_STATEMENT = 64 << 20
_LEVELS_UP = 6


@dataclass(frozen=True)
class _Export:
    """A statement beside the files: what it lists and who signed it, or why that does not hold."""

    digests: dict[str, str]
    created: str
    key: str
    problem: str = ""


class Signatures(HeaderCheck):
    """Comes first, because a signature that holds answers more than any look at pixels."""

    id = "signatures"
    version = "1"
    title = "Signatures and manifests"
    finds = "files of a signed export that were changed or added, DICOM signatures that do not hold"
    misses = "whatever happened before the file was signed, and files that nobody signed"

    def on_header(self, header: Dataset, instance: Instance) -> Iterator[Measured]:
        """Statements about what holds, signs about what does not."""
        content = read_bytes(instance.source)
        yield from _export_signs(instance, content)
        if _SEQUENCE in content:
            yield from _dicom_signs(content)
        if not instance.source.member and instance.source.path.with_suffix(".c2pa").exists():
            yield Measured("signatures.c2pa", sentence("c2pa"), level=Level.STATEMENT)


def _export_signs(instance: Instance, content: bytes) -> Iterator[Measured]:
    path = instance.source.path.absolute()
    folders = list(path.parents)[:_LEVELS_UP] if not instance.source.member else []
    root = next((each for each in folders if (each / STATEMENT).is_file()), None)
    if root is None:
        return
    export = _read_export(root, (root / STATEMENT).stat().st_mtime_ns)
    listed = export.digests.get(path.relative_to(root).as_posix())
    if export.problem:
        yield Measured("signatures.broken", sentence("broken", reason=export.problem))
    elif listed is None:
        yield Measured("signatures.unlisted", sentence("unlisted"))
    elif listed != hashlib.sha256(content).hexdigest():
        yield Measured("signatures.changed", sentence("changed"))
    else:
        told = sentence("signed", key=export.key, date=export.created[:10])
        yield Measured("signatures.holds", told, level=Level.STATEMENT)


@lru_cache(maxsize=16)
def _read_export(root: Path, _: int) -> _Export:
    try:
        with (root / STATEMENT).open("rb") as stream:
            statement = stream.read(_LARGEST_STATEMENT)
        certificate = verify_detached(statement, (root / SIGNATURE).read_bytes())
        told = json.loads(statement)
        digests = {each["name"]: each["digest"]["sha256"] for each in told["subject"]}
        created = str(told["predicate"].get("created", ""))
        return _Export(digests, created, _named(certificate))
    except SignatureProblem as problem:
        return _Export({}, "", "", problem.reason)
    except OSError:
        return _Export({}, "", "", "the signature file is missing")
    except (ValueError, KeyError, TypeError, AttributeError):
        return _Export({}, "", "", "the statement is damaged")


def _named(certificate: x509.Certificate) -> str:
    """The signer as this workstation knows it, with the beginning of the fingerprint."""
    try:
        known: str = standing(certificate)
    except ScanveilError:
        known = Standing.NEW
    return f"{known} (certificate {fingerprint(certificate)[:16]})"


def _is_known(certificate: x509.Certificate) -> bool:
    try:
        return standing(certificate) in (Standing.OWN, Standing.PINNED)
    except ScanveilError:
        return False


def _dicom_signs(content: bytes) -> Iterator[Measured]:
    for each in check_signatures(parse_safely(content), _is_known):
        told = f"DICOM digital signature: {each.outcome}"
        if each.certificate is not None:
            told += f", by {_named(each.certificate)}"
        text = sentence("dicom-signature", told=told, date=each.signed_at[:8] or "an unknown date")
        if each.outcome is Outcome.CHANGED:
            yield Measured("signatures.dicom-changed", text)
        else:
            yield Measured("signatures.dicom", text, level=Level.STATEMENT)


CHECK = Signatures()
