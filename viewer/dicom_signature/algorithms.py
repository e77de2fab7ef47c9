"""Digests and public keys of signatures: which are accepted, and which prove nothing any more."""

from __future__ import annotations

from functools import lru_cache

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "SHA256": hashes.SHA256(),
    "SHA384": hashes.SHA384(),
    "SHA512": hashes.SHA512(),
}
WEAK: dict[str, hashes.HashAlgorithm] = {"SHA1": hashes.SHA1(), "MD5": hashes.MD5()}
SMALLEST_RSA_BITS = 2048


@lru_cache(maxsize=8)
def certificate_of(content: bytes) -> x509.Certificate:
    """The certificate in DER bytes, perhaps padded to even length; raises ValueError."""
    return x509.load_der_x509_certificate(_one_value(content))


@lru_cache(maxsize=8)
def public_key_of(content: bytes) -> rsa.RSAPublicKey | ec.EllipticCurvePublicKey:
    """The key in such a certificate; raises ValueError for other kinds."""
    key = certificate_of(content).public_key()
    if not isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
        raise ValueError("neither an RSA nor an EC key")
    return key


def holds(
    key: rsa.RSAPublicKey | ec.EllipticCurvePublicKey,
    signature: bytes,
    digest: bytes,
    kind: hashes.HashAlgorithm,
) -> bool:
    """Whether a key made a signature over a digest; RSA is PKCS #1 v1.5, EC is ECDSA in DER."""
    try:
        if isinstance(key, rsa.RSAPublicKey):
            signature = signature[: (key.key_size + 7) // 8]
            key.verify(signature, digest, padding.PKCS1v15(), Prehashed(kind))
        else:
            key.verify(_one_value(signature), digest, ec.ECDSA(Prehashed(kind)))
    except InvalidSignature:
        return False
    return True


def _one_value(content: bytes) -> bytes:
    """DER without the byte that made its length even."""
    if len(content) < 2:
        return content
    size, head = content[1], 2
    if size & 0x80:
        head += size & 0x7F
        size = int.from_bytes(content[2:head], "big")
    return content[: head + size] if len(content) - head - size == 1 else content
