"""Every text in a data set at any depth, decoded; numbers and times are left out."""

from __future__ import annotations

from collections.abc import Iterator

from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue

_TEXT = frozenset({"AE", "CS", "DA", "DT", "LO", "LT", "PN", "SH", "ST", "UC", "UI", "UR", "UT"})


def texts_of(dataset: Dataset) -> Iterator[str]:
    """The values of all textual attributes; what cannot be decoded is left to the raw search."""
    for tag in dataset.keys():  # noqa: SIM118 - iterating the data set would decode and may raise
        try:
            element = dataset[tag]
        except Exception:  # noqa: BLE001 - a hostile value must not end the check
            continue
        yield from _texts(element)


def _texts(element: DataElement) -> Iterator[str]:
    if element.VR == "SQ":
        for item in element.value or ():
            yield from texts_of(item)
    elif element.VR in _TEXT:
        yield from _values(element.value)


def _values(value: object) -> Iterator[str]:
    if isinstance(value, MultiValue | list | tuple):
        for each in value:
            yield str(each)
    elif value:
        yield str(value)
