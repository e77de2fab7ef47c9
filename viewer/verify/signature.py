"""Is the statement exactly what somebody signed, and is that somebody known?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509

from viewer.errors import UsageError
from viewer.provenance import (
    CERTIFICATE,
    ENVELOPE,
    SIGNATURE,
    SignatureProblem,
    Standing,
    fingerprint,
    open_envelope,
    standing,
    verify_detached,
)
from viewer.verify.report import Check, failed, passed

_SIGNATURE = ("signature", "Signature")
_SIGNER = ("signer", "Signer")
_TRUSTED = (Standing.OWN, Standing.PINNED)
_MOST_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Signed:
    """The outcome of the signature checks."""

    checks: tuple[Check, ...]
    certificate: x509.Certificate | None = None
    known: bool = False

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the signer's certificate, empty without a valid signature."""
        return fingerprint(self.certificate) if self.certificate else ""


def check_signature(folder: Path, statement: bytes, trusted: Iterable[Path]) -> Signed:
    """Check the detached signature of a statement; raises UsageError for an unreadable --trust."""
    anchors = {fingerprint(_load(path)) for path in trusted}
    path = folder / SIGNATURE
    if not path.is_file():
        return Signed((failed(*_SIGNATURE, "The signature is missing", (SIGNATURE,)),))
    try:
        certificate = verify_detached(statement, path.read_bytes()[:_MOST_BYTES])
    except SignatureProblem as problem:
        return Signed((failed(*_SIGNATURE, f"Not valid: {problem.reason}", (SIGNATURE,)),))
    met = standing(certificate)
    known = fingerprint(certificate) in anchors if anchors else met in _TRUSTED
    checks = (
        passed(*_SIGNATURE, "The statement is exactly what was signed."),
        _check_signer(certificate, known, anchors, met),
        _check_enclosed(folder, certificate),
        _check_envelope(folder, statement, certificate),
    )
    return Signed(checks, certificate, known and met is not Standing.REVOKED)


def _check_signer(
    certificate: x509.Certificate, known: bool, anchors: Collection[str], met: Standing
) -> Check:
    name = f"{signer_name(certificate)}, SHA-256 {fingerprint(certificate)[:16]}"
    expired = certificate.not_valid_after_utc < datetime.now(UTC)
    note = " The certificate has expired since." if expired else ""
    if met is Standing.REVOKED:
        return failed(*_SIGNER, f"Signed by somebody whose certificate was revoked: {name}.{note}")
    if known:
        return passed(*_SIGNER, f"A known signer: {name}.{note}")
    if anchors:
        return failed(*_SIGNER, f"Signed by somebody else than trusted: {name}.{note}")
    return passed(*_SIGNER, f"Valid signature, unknown signer: {name}.{note}")


def signer_name(certificate: x509.Certificate) -> str:
    """The common name in a certificate."""
    return certificate.subject.rfc4514_string().split(",")[0].removeprefix("CN=")


def _check_enclosed(folder: Path, certificate: x509.Certificate) -> Check:
    identity = ("certificate", "Certificate")
    try:
        enclosed = x509.load_pem_x509_certificate((folder / CERTIFICATE).read_bytes())
    except (OSError, ValueError):
        return failed(*identity, "The certificate is missing or damaged", (CERTIFICATE,))
    if fingerprint(enclosed) != fingerprint(certificate):
        return failed(*identity, "The certificate is not the signer's", (CERTIFICATE,))
    return passed(*identity, "The enclosed certificate is the signer's.")


def _check_envelope(folder: Path, statement: bytes, certificate: x509.Certificate) -> Check:
    identity = ("envelope", "Envelope for in-toto")
    try:
        content = (folder / ENVELOPE).read_bytes()
        if open_envelope(content, certificate) != statement:
            raise SignatureProblem("the envelope holds another statement")
    except OSError:
        return failed(*identity, "The envelope is missing", (ENVELOPE,))
    except SignatureProblem as problem:
        return failed(*identity, f"Not valid: {problem.reason}", (ENVELOPE,))
    return passed(*identity, "It holds the same statement, by the same signer.")


def _load(path: Path) -> x509.Certificate:
    try:
        content = path.read_bytes()
        if b"-----BEGIN" in content:
            return x509.load_pem_x509_certificate(content)
        return x509.load_der_x509_certificate(content)
    except (OSError, ValueError):
        raise UsageError("The trusted certificate cannot be read.", "Check --trust.") from None
