"""Where signatures lie in a file: in its data set, and in items of its sequences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pydicom.dataset import Dataset
from pydicom.uid import UID

from viewer.dicom.big_endian import in_little_endian
from viewer.dicom.dataset import dataset_of
from viewer.dicom.explicit import ExplicitEncoder
from viewer.dicom.parsed import Parsed
from viewer.dicom.structure import Element
from viewer.dicom.vr import LONG_VRS
from viewer.dicom_signature.form import Buffer
from viewer.dicom_signature.implicit import DcmtkReading, StandardReading
from viewer.dicom_signature.tags import DIGITAL_SIGNATURES, MAC_PARAMETERS
from viewer.model import AttributePath

_MARK = b"\xfa\xff\xfa\xff"
_ORIGINAL_ATTRIBUTES = 0x04000561  # what is in there was valid before it was changed
_PASSED_BY = (DIGITAL_SIGNATURES, MAC_PARAMETERS, _ORIGINAL_ATTRIBUTES)
_HERE = AttributePath((DIGITAL_SIGNATURES,))
_MOST_DEPTH = 32
Elements = Mapping[int, Sequence[Buffer]]


@dataclass(frozen=True, slots=True)
class Holder:
    """A data set or item with signatures at ``path``; ``elements`` are all of its own, encoded.

    ``otherwise`` are further ways a signer may have seen them: texts with no more padding than they
    need, or other VRs where the file does not tell them, which ``implicit`` says.
    """

    path: AttributePath
    implicit: bool
    signatures: tuple[Dataset, ...]
    parameters: tuple[Dataset, ...]
    elements: Elements
    otherwise: tuple[Callable[[], Elements], ...]


def holders(parsed: Parsed) -> Iterator[Holder]:
    """Everything in a parsed file that is signed; raises UnreadableError."""
    if not parsed.encoding.little:
        parsed = in_little_endian(parsed)
    buffer, layout = parsed.encoding.buffer, parsed.layout
    if DIGITAL_SIGNATURES not in layout.elements and not _may_hold(buffer):
        return
    dataset = dataset_of(parsed)
    if DIGITAL_SIGNATURES in dataset:
        yield _holder(parsed, dataset, _HERE)
    at = layout.elements.get(DIGITAL_SIGNATURES)
    if at is None or _may_hold(buffer[: at.start - 12]):
        yield from _in_items(parsed, dataset, _HERE)


def _may_hold(buffer: Buffer) -> bool:
    """Whether the tag stands anywhere, as a tag or by chance."""
    return _MARK in bytes(buffer) if isinstance(buffer, memoryview) else _MARK in buffer


def _in_items(parsed: Parsed, dataset: Dataset, path: AttributePath) -> Iterator[Holder]:
    """Signed items at any depth; ``path`` is where the signatures of ``dataset`` would be."""
    if len(path.tags) > _MOST_DEPTH:
        return
    for tag in list(dataset.keys()):
        if tag in _PASSED_BY or dataset.get_item(tag).VR not in ("SQ", "UN", None):
            continue
        element = dataset[tag]
        for number, item in enumerate(element.value or ()) if element.VR == "SQ" else ():
            tags = (*path.tags[:-1], int(tag), DIGITAL_SIGNATURES)
            here = AttributePath(tags, (*path.items, number))
            if DIGITAL_SIGNATURES in item:
                yield _holder(parsed, item, here)
            yield from _in_items(parsed, item, here)


def _holder(parsed: Parsed, dataset: Dataset, path: AttributePath) -> Holder:
    first, *others = _readings(parsed, path)
    parameters = dataset[MAC_PARAMETERS].value if MAC_PARAMETERS in dataset else ()
    signatures = dataset[DIGITAL_SIGNATURES].value or ()
    implicit = parsed.encoding.implicit
    return Holder(
        path, implicit, tuple(signatures), tuple(parameters or ()), first(), tuple(others)
    )


def _readings(parsed: Parsed, path: AttributePath) -> Iterator[Callable[[], Elements]]:
    """The ways a signer may have seen the elements, the likeliest first."""
    if parsed.encoding.implicit:
        yield partial(_encoded, StandardReading, parsed, path)
        yield partial(_encoded, DcmtkReading, parsed, path)
        return
    if path == _HERE:
        yield partial(_as_they_lie, parsed)
    yield partial(_encoded, ExplicitEncoder, parsed, path)


def _as_they_lie(parsed: Parsed) -> Elements:
    view = memoryview(parsed.encoding.buffer)
    return {tag: (_whole(view, each),) for tag, each in parsed.layout.elements.items()}


def _whole(view: memoryview, element: Element) -> memoryview:
    """The bytes of an element from its tag on."""
    head = 12 if element.vr in LONG_VRS else 8
    return view[element.start - head : element.end]


def _encoded(encoder: type[ExplicitEncoder], parsed: Parsed, path: AttributePath) -> Elements:
    """The elements where a path leads, with the VRs an encoder gives them."""
    dataset: Dataset = dataset_of(parsed)  # anew, as reading a sequence settles what is in it
    encapsulated = bool(path.items) or UID(parsed.encoding.transfer_syntax).is_encapsulated
    for tag, number in zip(path.tags, path.items, strict=False):
        dataset = dataset[tag].value[number]
    return dict(encoder(encapsulated=encapsulated).elements(dataset))
