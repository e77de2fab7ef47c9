"""Where signatures lie in a file: in its data set, and in items of its sequences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pydicom.dataset import Dataset
from pydicom.uid import UID

from viewer.dicom.dataset import dataset_of
from viewer.dicom.explicit import ExplicitEncoder
from viewer.dicom.parsed import Parsed
from viewer.dicom.structure import Element
from viewer.dicom.vr import LONG_VRS
from viewer.dicom_signature.form import Buffer
from viewer.dicom_signature.tags import DIGITAL_SIGNATURES, MAC_PARAMETERS
from viewer.model import AttributePath

_MARK = b"\xfa\xff\xfa\xff"
_ORIGINAL_ATTRIBUTES = 0x04000561  # what is in there was valid before it was changed
_PASSED_BY = (DIGITAL_SIGNATURES, MAC_PARAMETERS, _ORIGINAL_ATTRIBUTES)
_HERE = AttributePath((DIGITAL_SIGNATURES,))
_MOST_DEPTH = 32
_PIXEL_DATA = 0x7FE00010


@dataclass(frozen=True, slots=True)
class Holder:
    """A data set or item with signatures at ``path``; ``elements`` are all of its own, encoded.

    In ``written_anew`` texts have no more padding than they need, as some signers saw them.
    ``implicit`` says that the file does not tell the VRs.
    """

    path: AttributePath
    implicit: bool
    signatures: tuple[Dataset, ...]
    parameters: tuple[Dataset, ...]
    elements: Mapping[int, Sequence[Buffer]]
    written_anew: Callable[[], Mapping[int, Sequence[Buffer]]]


def holders(parsed: Parsed) -> Iterator[Holder]:
    """Everything in a parsed file that is signed; raises UnreadableError."""
    buffer, layout = parsed.encoding.buffer, parsed.layout
    little = parsed.encoding.little
    if little and DIGITAL_SIGNATURES not in layout.elements and not _may_hold(buffer):
        return
    dataset = dataset_of(parsed)
    if DIGITAL_SIGNATURES in dataset:
        anew = partial(_encoded, parsed, dataset)
        yield _holder(_HERE, dataset, _elements(parsed, dataset), anew, parsed.encoding.implicit)
    at = layout.elements.get(DIGITAL_SIGNATURES)
    if not little or at is None or _may_hold(buffer[: at.start - 12]):
        yield from _in_items(dataset, _HERE, parsed.encoding.implicit)


def _may_hold(buffer: Buffer) -> bool:
    """Whether the tag stands anywhere, as a tag or by chance."""
    return _MARK in bytes(buffer) if isinstance(buffer, memoryview) else _MARK in buffer


def _elements(parsed: Parsed, dataset: Dataset) -> dict[int, Sequence[Buffer]]:
    encoding = parsed.encoding
    if encoding.implicit or not encoding.little:
        return _encoded(parsed, dataset)
    view = memoryview(encoding.buffer)
    return {tag: (_whole(view, each),) for tag, each in parsed.layout.elements.items()}


def _encoded(parsed: Parsed, dataset: Dataset) -> dict[int, Sequence[Buffer]]:
    encapsulated = UID(parsed.encoding.transfer_syntax).is_encapsulated
    made: dict[int, Sequence[Buffer]] = dict(
        ExplicitEncoder(encapsulated=encapsulated).elements(dataset)
    )
    if parsed.encoding.implicit and _PIXEL_DATA in made:  # always OW there, PS3.5 A.1
        head, *rest = made[_PIXEL_DATA]
        made[_PIXEL_DATA] = [bytes(head[:4]) + b"OW" + bytes(head[6:]), *rest]
    return made


def _whole(view: memoryview, element: Element) -> memoryview:
    """The bytes of an element from its tag on."""
    head = 12 if element.vr in LONG_VRS else 8
    return view[element.start - head : element.end]


def _in_items(dataset: Dataset, path: AttributePath, implicit: bool) -> Iterator[Holder]:
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
                encoded = dict(ExplicitEncoder(encapsulated=True).elements(item))
                yield _holder(here, item, encoded, partial(dict, encoded), implicit)
            yield from _in_items(item, here, implicit)


def _holder(
    path: AttributePath,
    dataset: Dataset,
    elements: Mapping[int, Sequence[Buffer]],
    anew: Callable[[], Mapping[int, Sequence[Buffer]]],
    implicit: bool,
) -> Holder:
    parameters = dataset[MAC_PARAMETERS].value if MAC_PARAMETERS in dataset else ()
    signatures = dataset[DIGITAL_SIGNATURES].value or ()
    return Holder(path, implicit, tuple(signatures), tuple(parameters or ()), elements, anew)
