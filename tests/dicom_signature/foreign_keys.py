"""Keys and certificates that are not ours, of each kind dcmsign signs with."""

from __future__ import annotations

import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
KEYS = {
    "RSA 3072": lambda: rsa.generate_private_key(65537, 3072),
    "P-256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
}
DIGESTS = {"SHA-256": "+m2", "SHA-384": "+m3", "SHA-512": "+m5"}


def pem_files(key: Key, folder: Path, days: int = 3650) -> tuple[Path, Path]:
    """A key and its certificate, valid for some days from a year ago on."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Scanner 7")])
    start = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=365)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=days))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    paths = folder / "foreign-key.pem", folder / "foreign.pem"
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    paths[0].write_bytes(key.private_bytes(pem, *plain))
    paths[1].write_bytes(certificate.public_bytes(pem))
    return paths
