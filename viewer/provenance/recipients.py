"""Content for recipients alone: CMS EnvelopedData to their RSA certificates (RFC 5652)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.serialization import pkcs7

from viewer.errors import UsageError
from viewer.provenance.identity import days_left

_LEAST_BITS = 2048


def recipient_certificate(path: Path) -> bytes:
    """The DER of a recipient's certificate; raises UsageError when it cannot be used."""
    try:
        content = path.read_bytes()
        pem = b"-----BEGIN" in content
        found = (x509.load_pem_x509_certificate if pem else x509.load_der_x509_certificate)(content)
    except (OSError, ValueError):
        raise UsageError("The recipient's certificate cannot be read.", _ASK) from None
    key = found.public_key()
    if not isinstance(key, rsa.RSAPublicKey) or key.key_size < _LEAST_BITS:
        raise UsageError("The recipient's key is not RSA with 2048 bits or more.", _ASK)
    if days_left(found) < 0:
        raise UsageError("The recipient's certificate has expired.", _ASK)
    return found.public_bytes(serialization.Encoding.DER)


def enveloped(content: bytes, recipients: Iterable[bytes]) -> bytes:
    """CMS EnvelopedData (DER, AES-256-CBC) that each recipient's private key opens."""
    builder = pkcs7.PKCS7EnvelopeBuilder().set_data(content)
    builder = builder.set_content_encryption_algorithm(algorithms.AES256)
    for each in recipients:
        builder = builder.add_recipient(x509.load_der_x509_certificate(each))
    return builder.encrypt(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])


_ASK = "Ask for a certificate in PEM or DER."
