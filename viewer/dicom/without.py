"""A file as it would be without some of its attributes."""

from __future__ import annotations

from collections.abc import Iterable

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from viewer.dicom.dataset import read_dataset
from viewer.dicom.elements import read_element
from viewer.dicom.write_dataset import encode_dataset
from viewer.model import AttributePath


def bytes_without(content: bytes, paths: Iterable[AttributePath]) -> bytes:
    """A DICOM file written anew without the attributes at some paths; sequences stay.

    Raises UnreadableError.
    """
    dataset = read_dataset(content)
    for path in paths:
        _delete(dataset, path.tags, path.items)
    return b"".join(encode_dataset(dataset))


def _delete(dataset: Dataset, tags: tuple[int, ...], items: tuple[int, ...]) -> None:
    first, *rest = tags
    if first not in dataset:
        return
    element = read_element(dataset, first)
    if not rest:
        if element is None or element.VR != "SQ":
            del dataset[first]
        return
    found = element.value if element is not None and isinstance(element.value, Sequence) else ()
    for number, item in enumerate(found):
        if items[0] in (-1, number):
            _delete(item, tuple(rest), items[1:])
