"""The same statement in a DSSE envelope, for in-toto and supply-chain tools."""

from __future__ import annotations

import base64
import json

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from viewer.provenance.cms import SignatureProblem
from viewer.provenance.identity import Identity

PAYLOAD_TYPE = "application/vnd.in-toto+json"


def envelope(statement: bytes, identity: Identity) -> bytes:
    """A DSSE v1 envelope as JSON; scheme rsa-pkcs1v15-sha256, key id as in the certificate."""
    covered = pre_authentication_encoding(statement)
    signature = identity.key.sign(covered, padding.PKCS1v15(), hashes.SHA256())
    content = {
        "payloadType": PAYLOAD_TYPE,
        "payload": base64.b64encode(statement).decode(),
        "signatures": [{"keyid": identity.key_id, "sig": base64.b64encode(signature).decode()}],
    }
    return json.dumps(content, indent=1).encode() + b"\n"


def open_envelope(content: bytes, certificate: x509.Certificate) -> bytes:
    """The statement in an envelope that the key of a certificate signed; raises SignatureProblem.

    Only the scheme our own envelopes have is accepted.
    """
    try:
        told = json.loads(content)
        statement = base64.b64decode(told["payload"], validate=True)
        (signature,) = told["signatures"]
        made, kind = base64.b64decode(signature["sig"], validate=True), told["payloadType"]
    except (ValueError, KeyError, TypeError):
        raise SignatureProblem("the envelope is damaged") from None
    key = certificate.public_key()
    if kind != PAYLOAD_TYPE or not isinstance(key, rsa.RSAPublicKey):
        raise SignatureProblem("the envelope is of another kind")
    try:
        covered = pre_authentication_encoding(statement)
        key.verify(made, covered, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        raise SignatureProblem("the envelope was not signed by the signer") from None
    return statement


def pre_authentication_encoding(statement: bytes) -> bytes:
    """What a DSSE signature covers: PAE(type, body), DSSE v1 protocol."""
    kind = PAYLOAD_TYPE.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(statement), statement)
