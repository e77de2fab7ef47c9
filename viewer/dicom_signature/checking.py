"""Does a signature hold, for what, and whose is it?"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.uid import UID
from pydicom.valuerep import DT

from viewer.dicom.explicit import ExplicitEncoder
from viewer.dicom.parsed import Parsed
from viewer.dicom_signature import tags
from viewer.dicom_signature.algorithms import (
    DIGESTS,
    SMALLEST_RSA_BITS,
    WEAK,
    certificate_of,
    holds,
    public_key_of,
)
from viewer.dicom_signature.form import Buffer, UnsignableError, is_signable, signed_form
from viewer.dicom_signature.holders import Holder, holders
from viewer.dicom_signature.outcome import Outcome
from viewer.errors import UnreadableError
from viewer.model import AttributePath

Known = Callable[[x509.Certificate], bool]
_TRAILING_PADDING = 0xFFFCFFFC


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """One signature of a file; ``reason`` is a sentence where the outcome alone says too little.

    ``path`` is where it lies, in the data set or in an item; ``uncovered`` are the tags there that
    it leaves out, and ``added`` those of them it could have covered. ``signed_at`` is when it
    says it was made.
    """

    outcome: Outcome
    path: AttributePath
    reason: str = ""
    uncovered: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    certificate: x509.Certificate | None = None
    signer_known: bool = False
    signed_at: str = ""

    @property
    def holds(self) -> bool:
        """Whether what it covers is as it was signed."""
        return self.outcome not in (Outcome.CHANGED, Outcome.UNCHECKED)

    @property
    def is_of_file(self) -> bool:
        """Whether it signs the data set of the file and not an item in it."""
        return len(self.path.tags) == 1


class _Problem(Exception):  # noqa: N818 - an outcome, shown as a sentence
    def __init__(self, reason: str, outcome: Outcome = Outcome.CHANGED) -> None:
        super().__init__(reason)
        self.reason, self.outcome = reason, outcome


def check_signatures(parsed: Parsed, known: Known = lambda _: False) -> tuple[SignatureCheck, ...]:
    """Every signature in a parsed file; ``known`` says whether a signer is trusted.

    Raises UnreadableError when the file cannot be followed.
    """
    try:
        return tuple(_all(parsed, known))
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001 - a hostile file must not end the check
        raise UnreadableError(
            f"Its signatures cannot be read ({type(error).__name__}).", "Get an intact copy."
        ) from None


def _all(parsed: Parsed, known: Known) -> Iterator[SignatureCheck]:
    for holder in holders(parsed):
        for signature in holder.signatures:
            yield _check(holder, signature, known)


def _check(holder: Holder, signature: Dataset, known: Known) -> SignatureCheck:
    try:
        return _judged(holder, signature, known)
    except _Problem as problem:
        return SignatureCheck(problem.outcome, holder.path, problem.reason)


def _judged(holder: Holder, signature: Dataset, known: Known) -> SignatureCheck:
    parameters = _parameters(holder, signature)
    content = _bytes(signature, tags.CERTIFICATE, "The certificate of the signer is missing.")
    certificate = _certificate(content)
    signed = _signed_tags(parameters)
    name = _text(parameters, tags.MAC_ALGORITHM)
    kind = DIGESTS.get(name) or WEAK.get(name)
    if kind is None:
        raise _Problem(f"It uses a digest that is not supported ({name}).", Outcome.UNCHECKED)
    made = _bytes(signature, tags.SIGNATURE, "The signature itself is missing.")
    key = public_key_of(content)
    if not any(
        holds(key, made, each, kind) for each in _macs(holder, signature, signed, kind.name)
    ):
        raise _broken(holder, signed)
    if name in WEAK:
        raise _Problem(f"It matches, but {name} proves nothing any more.", Outcome.UNCHECKED)
    _check_validity(signature, certificate)
    return _outcome(holder, signature, signed, certificate, known)


def _outcome(
    holder: Holder,
    signature: Dataset,
    signed: frozenset[int],
    certificate: x509.Certificate,
    known: Known,
) -> SignatureCheck:
    left = [tag for tag in holder.elements if tag not in signed and _matters(tag)]
    added = tuple(tag for tag in left if is_signable(tag, holder.elements[tag]))
    is_known = known(certificate)
    outcome = Outcome.PARTIAL if left else Outcome.COMPLETE
    return SignatureCheck(
        outcome if is_known else Outcome.UNKNOWN_SIGNER,
        holder.path,
        uncovered=tuple(left),
        added=added,
        certificate=certificate,
        signer_known=is_known,
        signed_at=str(_moment(signature) or ""),
    )


def _matters(tag: int) -> bool:
    """Whether an attribute that is not covered says anything; lengths and padding do not."""
    return tag & 0xFFFF != 0 and tag not in tags.SIGNATURE_TAGS | {_TRAILING_PADDING}


def _parameters(holder: Holder, signature: Dataset) -> Dataset:
    number = _value(signature, tags.MAC_ID)
    found = next((each for each in holder.parameters if _value(each, tags.MAC_ID) == number), None)
    if found is None:
        raise _Problem("What it was calculated from (MAC Parameters Sequence) is missing.")
    syntax = UID(_text(found, tags.TRANSFER_SYNTAX))
    if not syntax.is_transfer_syntax or syntax.is_implicit_VR or not syntax.is_little_endian:
        raise _Problem("It was calculated in an unusual byte order.", Outcome.UNCHECKED)
    return found


def _signed_tags(parameters: Dataset) -> frozenset[int]:
    value = _value(parameters, tags.ELEMENTS_SIGNED)
    several = value if isinstance(value, MultiValue | list) else [value]
    listed = frozenset(int(each) for each in several if isinstance(each, int))
    if not listed:
        raise _Problem("It does not say which attributes it covers.")
    return listed


def _broken(holder: Holder, signed: frozenset[int]) -> _Problem:
    """What it means that no reading of the elements matches."""
    if holder.implicit and any(tag >> 16 & 1 for tag in signed):
        reason = "It covers private attributes, and the file (implicit VR) does not tell their VR."
        return _Problem(reason, Outcome.UNCHECKED)
    return _Problem("Something it covers was changed, or it was.")


def _macs(holder: Holder, signature: Dataset, signed: frozenset[int], name: str) -> Iterator[bytes]:
    """The digest of each way a signer may have seen the elements, the likeliest first."""
    if not all(map(tags.is_signable_tag, signed & holder.elements.keys())):
        raise _Problem("It claims to cover what no signature can cover.")
    for elements in (lambda: holder.elements, *holder.otherwise):
        with contextlib.suppress(UnsignableError):
            yield _mac(elements(), signature, signed, name)


def _mac(
    elements: Mapping[int, Sequence[Buffer]], signature: Dataset, signed: frozenset[int], name: str
) -> bytes:
    mac = hashlib.new(name)
    for tag in sorted(signed & elements.keys()):
        for piece in signed_form(elements[tag]):
            mac.update(piece)
    for tag, chunks in ExplicitEncoder(encapsulated=False).elements(signature):
        if tag not in tags.OUTSIDE_THE_MAC:
            for piece in signed_form(chunks):
                mac.update(piece)
    return mac.digest()


def _certificate(content: bytes) -> x509.Certificate:
    try:
        key = public_key_of(content)
        certificate = certificate_of(content)
    except ValueError:
        raise _Problem("The certificate of the signer is damaged.") from None
    if isinstance(key, rsa.RSAPublicKey) and key.key_size < SMALLEST_RSA_BITS:
        raise _Problem("The key of the signer is too short to prove anything.", Outcome.UNCHECKED)
    return certificate


def _check_validity(signature: Dataset, certificate: x509.Certificate) -> None:
    """The certificate must have been valid when the signature says it was made (PS3.15 C.1)."""
    made = _moment(signature)
    if made is None:
        raise _Problem("It does not say when it was made.")
    if not certificate.not_valid_before_utc <= made <= certificate.not_valid_after_utc:
        raise _Problem("The certificate was not valid when it was made.")


def _moment(signature: Dataset) -> datetime | None:
    try:
        read = DT(_text(signature, tags.SIGNATURE_TIME) or "none")
    except (ValueError, TypeError):
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _bytes(dataset: Dataset, tag: int, missing: str) -> bytes:
    value = _value(dataset, tag)
    if not isinstance(value, bytes) or not value:
        raise _Problem(missing)
    return value


def _text(dataset: Dataset, tag: int) -> str:
    return str(_value(dataset, tag) or "").strip()


def _value(dataset: Dataset, tag: int) -> object:
    return dataset[tag].value if tag in dataset else None
