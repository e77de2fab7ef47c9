"""Detached CMS signatures (RFC 5652): made by cryptography, checked here without trusting it.

Anyone can check one with OpenSSL and nothing of ours:

    openssl cms -verify -binary -inform DER -in provenance.json.p7s -content provenance.json
            -CAfile certificate.pem -out /dev/null
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import pkcs7

from viewer.provenance.cms_types import ContentInfo, SignedData, SignerInfo
from viewer.provenance.identity import Identity

_SIGNED_DATA = x509.ObjectIdentifier("1.2.840.113549.1.7.2")
_DATA = x509.ObjectIdentifier("1.2.840.113549.1.7.1")
_CONTENT_TYPE = x509.ObjectIdentifier("1.2.840.113549.1.9.3")
_MESSAGE_DIGEST = x509.ObjectIdentifier("1.2.840.113549.1.9.4")
_DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
_RSA = {
    "1.2.840.113549.1.1.1": None,
    "1.2.840.113549.1.1.11": "sha256",
    "1.2.840.113549.1.1.12": "sha384",
    "1.2.840.113549.1.1.13": "sha512",
}
_ECDSA = {
    "1.2.840.10045.4.3.2": "sha256",
    "1.2.840.10045.4.3.3": "sha384",
    "1.2.840.10045.4.3.4": "sha512",
}
_SMALLEST_RSA_BITS = 2048


@dataclass(frozen=True, slots=True)
class SignatureProblem(Exception):  # noqa: N818 - an outcome of checking, shown as a sentence
    """Why a signature does not hold."""

    reason: str


def sign_detached(content: bytes, identity: Identity) -> bytes:
    """A detached CMS signature (DER, SHA-256, certificate included) over content."""
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content)
    builder = builder.add_signer(identity.certificate, identity.key, hashes.SHA256())
    options = [
        pkcs7.PKCS7Options.DetachedSignature,
        pkcs7.PKCS7Options.Binary,
        pkcs7.PKCS7Options.NoCapabilities,
    ]
    return builder.sign(serialization.Encoding.DER, options)


def verify_detached(content: bytes, signature: bytes) -> x509.Certificate:
    """The certificate whose key signed exactly this content.

    Says nothing about whether that certificate is to be trusted. Raises SignatureProblem.
    """
    try:
        return _verified(content, signature)
    except (ValueError, TypeError, x509.InvalidVersion, UnsupportedAlgorithm):
        raise SignatureProblem("the signature file is damaged") from None


def _verified(content: bytes, signature: bytes) -> x509.Certificate:
    data = _signed_data(signature)
    info = _only_signer(data)
    certificate = _certificate_of(info, data)
    digest = _DIGESTS.get(info.digest.algorithm.dotted_string)
    if digest is None:
        raise SignatureProblem("it uses a digest that is not accepted")
    _check_content(info, hashlib.new(digest.name, content).digest())
    _check_signature(info, certificate, digest)
    return certificate


def _signed_data(signature: bytes) -> SignedData:
    info = asn1.decode_der(ContentInfo, signature)
    if info.type != _SIGNED_DATA or info.content.content.type != _DATA:
        raise SignatureProblem("the signature file holds no signature")
    return info.content


def _only_signer(data: SignedData) -> SignerInfo:
    signers = data.signers.as_list()
    if len(signers) != 1:
        raise SignatureProblem("it has not exactly one signer")
    return signers[0]


def _certificate_of(info: SignerInfo, data: SignedData) -> x509.Certificate:
    certificates = data.certificates.as_list() if data.certificates else []
    for each in certificates:
        if (each.issuer, each.serial_number) == (info.signer.issuer, info.signer.serial_number):
            return each
    raise SignatureProblem("the signer's certificate is missing from it")


def _check_content(info: SignerInfo, digest: bytes) -> None:
    if _signed_value(info, _CONTENT_TYPE) != b"\x06\x09" + bytes.fromhex("2a864886f70d010701"):
        raise SignatureProblem("it was made for another kind of content")
    if _signed_value(info, _MESSAGE_DIGEST) != bytes((4, len(digest))) + digest:
        raise SignatureProblem("the statement was changed after it was signed")


def _signed_value(info: SignerInfo, kind: x509.ObjectIdentifier) -> bytes:
    attributes = info.signed.as_list() if info.signed else []
    found = [value for each in attributes if each.type == kind for value in each.values.as_list()]
    if len(found) != 1:
        raise SignatureProblem("a signed attribute is missing or stands twice")
    return asn1.encode_der(found[0])


def _check_signature(
    info: SignerInfo, certificate: x509.Certificate, digest: hashes.HashAlgorithm
) -> None:
    key, covered = certificate.public_key(), asn1.encode_der(info.signed)
    algorithm = info.algorithm.algorithm.dotted_string
    try:
        if isinstance(key, rsa.RSAPublicKey) and _RSA.get(algorithm, "") in (None, digest.name):
            _check_size(key)
            key.verify(info.signature, covered, padding.PKCS1v15(), digest)
        elif isinstance(key, ec.EllipticCurvePublicKey) and _ECDSA.get(algorithm) == digest.name:
            key.verify(info.signature, covered, ec.ECDSA(digest))
        else:
            raise SignatureProblem("it uses an algorithm that is not accepted")
    except InvalidSignature:
        raise SignatureProblem("the signature does not belong to this statement") from None


def _check_size(key: rsa.RSAPublicKey) -> None:
    if key.key_size < _SMALLEST_RSA_BITS:
        raise SignatureProblem("the signer's key is too short to be trusted")
