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
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from viewer import paths
from viewer.provenance.durable import write_private
from viewer.provenance.locks import LockedError
from viewer.provenance.protection import seal_to, unseal

_PURPOSE = "workstation key"
_VALID_YEARS = 10
_SEALED, _SHOWN = "workstation-key.json", "certificate.pem"
_PEM = serialization.Encoding.PEM
_LEAST_BITS = 2048
_UNCHANGED = "The key of this workstation was not changed."


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
        return self.certificate.public_bytes(_PEM)


def workstation_identity(folder: Path | None = None, *, create: bool = True) -> Identity:
    """The identity in a folder (default: the user's); made on first use.

    Raises LockedError when the key cannot be unwrapped, has expired, or is not there and
    ``create`` is False.
    """
    folder = _folder(folder)
    sealed = folder / _SEALED
    if not sealed.exists() and create:
        seal_to(sealed, _new_identity(), _PURPOSE)
    try:
        identity = _parse(unseal(sealed, _PURPOSE))
    except FileNotFoundError:
        raise LockedError("This workstation has no signing key yet.", "Export once.") from None
    _show_certificate(folder, identity)
    if days_left(identity.certificate) < 0:
        raise LockedError(
            "The certificate of this workstation has expired.",
            "Make a new one with 'scanveil keys rotate', or import one.",
        )
    return identity


def rotate_identity(folder: Path | None = None, saved: bytes = b"", password: str = "") -> Identity:
    """Put a new key, or that of a PKCS#12 file, in the place of the old one.

    The old certificate moves to ``retired``: it still tells that earlier exports were ours. Raises
    LockedError, and nothing was changed then.
    """
    folder = _folder(folder)
    pem = _from_pkcs12(saved, password) if saved else _new_identity()
    identity = _parse(pem)
    if old := workstation_certificate(folder):
        retired = folder / "retired"
        retired.mkdir(mode=0o700, exist_ok=True)
        write_private(retired / f"{key_id(old)}.pem", old.public_bytes(_PEM))
    seal_to(folder / _SEALED, pem, _PURPOSE, replace=True)
    _show_certificate(folder, identity)
    return identity


def days_left(certificate: x509.Certificate) -> int:
    """Days until a certificate expires; negative when it has."""
    return (certificate.not_valid_after_utc - datetime.datetime.now(datetime.UTC)).days


def own_certificates(folder: Path | None = None) -> tuple[x509.Certificate, ...]:
    """The certificate of this workstation and its retired ones, read without a passphrase."""
    folder = folder or paths.user_data() / "identity"
    places = [folder / _SHOWN, *sorted((folder / "retired").glob("*.pem"))]
    found = (_read_certificate(each) for each in places)
    return tuple(each for each in found if each)


def workstation_certificate(folder: Path | None = None) -> x509.Certificate | None:
    """The certificate of this workstation, read without a passphrase; None before first use."""
    return _read_certificate((folder or paths.user_data() / "identity") / _SHOWN)


def key_id(certificate: x509.Certificate) -> str:
    """The first 64 bits of the key identifier (RFC 5280 section 4.2.1.2), in hexadecimal."""
    return _digest(certificate)[:16]


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of a certificate in hexadecimal, as ``openssl x509 -fingerprint -sha256`` has it."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def _folder(folder: Path | None) -> Path:
    folder = folder or paths.user_data() / "identity"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _read_certificate(path: Path) -> x509.Certificate | None:
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        return None


def _show_certificate(folder: Path, identity: Identity) -> None:
    """Lay the certificate beside the sealed key, also after a rotation that was cut short."""
    if _read_certificate(folder / _SHOWN) != identity.certificate:
        write_private(folder / _SHOWN, identity.certificate_pem)


def _from_pkcs12(saved: bytes, password: str) -> bytes:
    try:
        found = pkcs12.load_pkcs12(saved, password.encode() if password else None)
    except ValueError:
        raise LockedError("The PKCS#12 file or its password is wrong.", _UNCHANGED) from None
    if found.cert is None or not isinstance(found.key, rsa.RSAPrivateKey):
        raise LockedError("The PKCS#12 file holds no RSA key with its certificate.", _UNCHANGED)
    certificate = found.cert.certificate
    if found.key.key_size < _LEAST_BITS or days_left(certificate) < 0:
        raise LockedError("The key is too short, or its certificate has expired.", _UNCHANGED)
    if found.key.public_key() != certificate.public_key():
        raise LockedError("Key and certificate do not belong together.", _UNCHANGED)
    return _private(found.key) + certificate.public_bytes(_PEM)


def _digest(certificate: x509.Certificate) -> str:
    public = certificate.public_key()
    if not isinstance(public, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
        raise ValueError("neither an RSA nor an EC key")
    return x509.SubjectKeyIdentifier.from_public_key(public).digest.hex()


def _new_identity() -> bytes:
    key = rsa.generate_private_key(65537, 3072)
    return _private(key) + _self_signed(key).public_bytes(_PEM)


def _private(key: rsa.RSAPrivateKey) -> bytes:
    """PKCS#8 without encryption: it only ever goes into a sealed file."""
    plain = serialization.NoEncryption()
    return key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, plain)


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
