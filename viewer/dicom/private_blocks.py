"""Private creators and the blocks of elements they own (PS3.5 7.8)."""

from __future__ import annotations

from collections.abc import Mapping

from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset

Owners = dict[tuple[int, int], str]


def is_creator(tag: int) -> bool:
    """Whether a tag is a private creator."""
    return bool(tag >> 16 & 1) and 0x10 <= tag & 0xFFFF <= 0xFF


def owner_of(tag: int, owners: Mapping[tuple[int, int], str]) -> str:
    """The private creator of an attribute, empty for public ones and for creators."""
    if not tag >> 16 & 1 or is_creator(tag):
        return ""
    return owners.get((tag >> 16, (tag & 0xFFFF) >> 8), "")


def creators(dataset: Dataset) -> Owners:
    """Private creators by (group, block)."""
    private = [int(tag) for tag in dataset._dict if tag >> 16 & 1]
    return {(tag >> 16, tag & 0xFF): _text(dataset, tag) for tag in private if is_creator(tag)}


def drop_unused_creators(dataset: Dataset, owners: Owners) -> None:
    """Remove private creators of which no attribute is left."""
    if owners:
        private = [int(tag) for tag in dataset._dict if tag >> 16 & 1]
        used = {(tag >> 16, (tag & 0xFFFF) >> 8) for tag in private}
        for group, number in owners.keys() - used:
            del dataset._dict[group << 16 | number]  # type: ignore[arg-type]


def _text(dataset: Dataset, tag: int) -> str:
    element = dataset._dict[tag]  # type: ignore[index]
    if isinstance(element, RawDataElement):
        value: object = element.value or b""
    else:
        value = element.value
    text = value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)
    return text.strip(" \0")
