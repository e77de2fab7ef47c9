"""Signs the elements of a data set before they are written: Base RSA profile, PS3.15 C.1."""

from __future__ import annotations

import hashlib
import struct
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from pydicom.uid import ExplicitVRLittleEndian

from viewer.dicom.vr import LONG_VRS
from viewer.dicom_signature import tags
from viewer.dicom_signature.form import UnsignableError, signed_form
from viewer.provenance import Identity

EncodedPart = tuple[int, list[bytes]]
_MOST_TAGS = 0xFFFC // 4  # what the two-byte length of an AT element can hold
_MAC_NUMBER = struct.pack("<H", 0)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key and its certificate, DER, in a form that can be handed to a worker process."""

    private: bytes = field(repr=False)
    certificate: bytes

    @classmethod
    def of(cls, identity: Identity) -> SigningKey:
        """The key of an identity."""
        private = identity.key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return cls(private, identity.certificate.public_bytes(serialization.Encoding.DER))


@dataclass(frozen=True, slots=True)
class SignedParts:
    """Elements by rising tag with a signature among them, and the tags it does not cover."""

    parts: tuple[EncodedPart, ...]
    uncovered: tuple[int, ...]


def sign_elements(
    parts: Iterable[EncodedPart], key: SigningKey, syntax: str = ExplicitVRLittleEndian
) -> SignedParts:
    """The elements with MAC Parameters Sequence and Digital Signatures Sequence among them.

    Covers every element that can be signed: RSA, SHA-256. ``parts`` are tags in rising order
    with the chunks of their Explicit VR Little Endian encoding, as ``encode_parts`` gives them;
    ``syntax`` is the transfer syntax, which must be named where pixel data is encapsulated;
    signatures that are there already are left out, as they would not hold. Without a single
    signable element, as in a DICOMDIR, there is no signature either.
    """
    kept = [part for part in parts if part[0] not in tags.SIGNATURE_TAGS]
    mac = hashlib.sha256()
    signed = [tag for tag, chunks in kept if _add(mac, tag, chunks)]
    covered = frozenset(signed)
    uncovered = tuple(tag for tag, _ in kept if tag not in covered)
    if not signed:
        return SignedParts(tuple(kept), uncovered)
    item = _signature_item()
    mac.update(item)
    made = _rsa(key.private).sign(mac.digest(), padding.PKCS1v15(), Prehashed(hashes.SHA256()))
    item += _element(tags.CERTIFICATE, b"OB", key.certificate)
    item += _element(tags.SIGNATURE, b"OB", made)
    kept.append((tags.MAC_PARAMETERS, [_sequence(tags.MAC_PARAMETERS, _mac_item(signed, syntax))]))
    kept.append((tags.DIGITAL_SIGNATURES, [_sequence(tags.DIGITAL_SIGNATURES, item)]))
    return SignedParts(tuple(sorted(kept, key=lambda part: part[0])), uncovered)


def _add(mac: hashlib._Hash, tag: int, chunks: Sequence[bytes]) -> bool:
    """Feed an element to the MAC, all of it or nothing."""
    if not tags.is_signable_tag(tag):
        return False
    try:
        pieces = list(signed_form(chunks))
    except UnsignableError:
        return False
    for piece in pieces:
        mac.update(piece)
    return True


def _signature_item() -> bytes:
    """What the signature says of itself and covers as well."""
    moment = datetime.now(UTC).strftime("%Y%m%d%H%M%S.%f+0000")
    unique = f"2.25.{uuid.uuid4().int}"
    return b"".join(
        (
            _element(tags.MAC_ID, b"US", _MAC_NUMBER),
            _element(tags.SIGNATURE_UID, b"UI", unique.encode()),
            _element(tags.SIGNATURE_TIME, b"DT", moment.encode()),
            _element(tags.CERTIFICATE_TYPE, b"CS", tags.CERTIFICATE_KIND.encode()),
        )
    )


def _mac_item(signed: Sequence[int], syntax: str) -> bytes:
    if len(signed) > _MOST_TAGS:
        raise UnsignableError("It has more attributes than a signature can name.", "Leave it out.")
    listed = b"".join(struct.pack("<HH", tag >> 16, tag & 0xFFFF) for tag in signed)
    return b"".join(
        (
            _element(tags.MAC_ID, b"US", _MAC_NUMBER),
            _element(tags.TRANSFER_SYNTAX, b"UI", syntax.encode()),
            _element(tags.MAC_ALGORITHM, b"CS", b"SHA256"),
            _element(tags.ELEMENTS_SIGNED, b"AT", listed),
        )
    )


def _element(tag: int, vr: bytes, value: bytes) -> bytes:
    if len(value) % 2:
        value += b"\0" if vr in (b"UI", b"OB") else b" "
    head = struct.pack("<HH2s", tag >> 16, tag & 0xFFFF, vr)
    if vr in LONG_VRS:
        return head + struct.pack("<HL", 0, len(value)) + value
    return head + struct.pack("<H", len(value)) + value


def _sequence(tag: int, item: bytes) -> bytes:
    return _element(tag, b"SQ", struct.pack("<HHL", 0xFFFE, 0xE000, len(item)) + item)


@lru_cache(maxsize=2)
def _rsa(private: bytes) -> rsa.RSAPrivateKey:
    key = serialization.load_der_private_key(private, None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("the Base RSA profile needs an RSA key")
    return key
