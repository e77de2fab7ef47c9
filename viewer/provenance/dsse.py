"""The same statement in a DSSE envelope, for in-toto and supply-chain tools."""

from __future__ import annotations

import base64
import json

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

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


def pre_authentication_encoding(statement: bytes) -> bytes:
    """What a DSSE signature covers: PAE(type, body), DSSE v1 protocol."""
    kind = PAYLOAD_TYPE.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(statement), statement)
