"""Who signs: an RSA-3072 key and a self-signed certificate that name the product and the key.

The subject names nobody, since a certificate travels with every export (PS3.15 Annex C base RSA).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from viewer import paths
from viewer.provenance.durable import write_private
from viewer.provenance.protection import LockedError, seal_to, unseal

_PURPOSE = "workstation key"
_VALID_YEARS = 10


@dataclass(frozen=True, slots=True)
class Identity:
    """The key and certificate of one workstation."""

    key: rsa.RSAPrivateKey = field(repr=False)
    certificate: x509.Certificate

    @property
    def key_id(self) -> str:
        """Sixteen hexadecimal characters that name the key."""
        return key_id(self.certificate)

    @property
    def certificate_pem(self) -> bytes:
        """The certificate as it lies in an export."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def workstation_identity(
    folder: Path | None = None, *, passphrase: str | None = None, create: bool = True
) -> Identity:
    """The identity in a folder (default: the user's); made on first use.

    Raises LockedError when the key cannot be unwrapped, and when there is none and ``create`` is
    False.
    """
    folder = folder or paths.user_data() / "identity"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sealed = folder / "workstation-key.json"
    if not sealed.exists() and create:
        seal_to(sealed, _new_identity(), _PURPOSE, passphrase)
    try:
        identity = _parse(unseal(sealed, _PURPOSE, passphrase))
    except FileNotFoundError:
        raise LockedError("This workstation has no signing key yet.", "Export once.") from None
    write_private(folder / "certificate.pem", identity.certificate_pem, replace=False)
    return identity


def workstation_certificate(folder: Path | None = None) -> x509.Certificate | None:
    """The certificate of this workstation, read without a passphrase; None before first use."""
    path = (folder or paths.user_data() / "identity") / "certificate.pem"
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        return None


def key_id(certificate: x509.Certificate) -> str:
    """The first 64 bits of the key identifier (RFC 5280 section 4.2.1.2), in hexadecimal."""
    return _digest(certificate)[:16]


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of a certificate in hexadecimal, as ``openssl x509 -fingerprint -sha256`` has it."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def _digest(certificate: x509.Certificate) -> str:
    public = certificate.public_key()
    if not isinstance(public, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
        raise ValueError("neither an RSA nor an EC key")
    return x509.SubjectKeyIdentifier.from_public_key(public).digest.hex()


def _new_identity() -> bytes:
    key = rsa.generate_private_key(65537, 3072)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return private + _self_signed(key).public_bytes(serialization.Encoding.PEM)


def _self_signed(key: rsa.RSAPrivateKey) -> x509.Certificate:
    today = datetime.datetime.now(datetime.UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    spki = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    name = _subject(spki.digest.hex()[:16])
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=365 * _VALID_YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(), critical=True)
        .add_extension(spki, critical=False)
    )
    return builder.sign(key, hashes.SHA256())


def _subject(identifier: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Scanveil"),
            x509.NameAttribute(NameOID.COMMON_NAME, f"Scanveil workstation {identifier}"),
        ]
    )


def _usage() -> x509.KeyUsage:
    unused = dict.fromkeys(
        (
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    return x509.KeyUsage(digital_signature=True, content_commitment=True, **unused)


def _parse(pem: bytes) -> Identity:
    key = serialization.load_pem_private_key(pem, None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise LockedError("The signing key is not of the kind this version uses.")
    return Identity(key, x509.load_pem_x509_certificate(pem[pem.index(b"-----BEGIN CERT") :]))
