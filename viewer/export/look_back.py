"""Compares a written instance with its source: what was remapped, and what is still in it."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator
from typing import NamedTuple

from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.tag import BaseTag

from viewer.dicom import ElementMemory, creators, situation_of
from viewer.model import Category, PatientMapping
from viewer.provenance import Needles

_CODED = ("AccessionNumber", "StudyID", "AdmissionID", "DeviceSerialNumber", "StationName")
_TEXT = frozenset({"AE", "CS", "DA", "DT", "LO", "LT", "PN", "SH", "ST", "UC", "UI", "UR", "UT"})
_UIDS = frozenset({"UI"})
_MOST_SITUATIONS = 8
_TO_DECODE = ("SQ", "UN", None)  # what may hold others, or gets its VR when it is decoded


class Seen(NamedTuple):
    """UIDs of a data set, and categories of the known values that stand in its texts."""

    uids: frozenset[str]
    residue: frozenset[str]


class LookBack:
    """Looks at sources and written files; equal attributes of a series are searched once."""

    def __init__(self, needles: Needles | None) -> None:
        self._needles = needles
        self._known: dict[Hashable, ElementMemory[Seen]] = {}

    def at(self, dataset: Dataset) -> Seen:
        """What a data set holds, at any depth; without needles only its UIDs."""
        known = self._memory(dataset)
        found: list[Seen] = []
        for tag, element in list(dataset._dict.items()):
            seen = known.get(element)
            if seen is None:
                seen = self._searched(dataset, tag)
                known.learn(element, seen)
            found.append(seen)
        return Seen(
            frozenset().union(*(each.uids for each in found)),
            frozenset().union(*(each.residue for each in found)),
        )

    def _searched(self, dataset: Dataset, tag: BaseTag) -> Seen:
        uids = frozenset(_element_values(dataset, tag, _UIDS))
        texts = _element_values(dataset, tag, _TEXT) if self._needles else ()
        found = (self._needles.in_text(text) for text in texts if self._needles)
        return Seen(uids, frozenset().union(*found))

    def _memory(self, dataset: Dataset) -> ElementMemory[Seen]:
        situation = situation_of(dataset, creators(dataset))
        if len(self._known) >= _MOST_SITUATIONS and situation not in self._known:
            self._known.clear()
        return self._known.setdefault(situation, ElementMemory())


def remapped_uids(
    source: Iterable[str], written: Container[str], mapping: PatientMapping
) -> tuple[tuple[str, str], ...]:
    """Pairs of a UID of the source and what it became, for those that are in the written file."""
    pairs = {old: mapping.remap_uid(old) for old in source if old}
    return tuple(sorted((old, became) for old, became in pairs.items() if became in written))


def coded_values(source: Dataset, written: Dataset) -> tuple[tuple[str, str, str], ...]:
    """Keyword, old and new value of the top-level values that a code stands for now."""
    found = ((each, _text(source, each), _text(written, each)) for each in _CODED)
    return tuple(each for each in found if each[1] and each[2] and each[1] != each[2])


def residue_in(
    content: bytes, written: Seen, needles: Needles, uids: Iterable[tuple[str, str]]
) -> set[str]:
    """Categories of the known values that are still in a file, as bytes or as decoded text.

    ``uids`` are pairs of which the old ones must be gone as well.
    """
    found = needles.in_bytes(content) | written.residue
    if {old for old, _ in uids} & written.uids:
        found.add(str(Category.OTHER_UNIQUE))
    return found


def values(dataset: Dataset, kinds: frozenset[str]) -> Iterator[str]:
    """All values of attributes of some VRs, at any depth; what cannot be decoded is left out."""
    for tag in list(dataset.keys()):
        yield from _element_values(dataset, tag, kinds)


def _element_values(dataset: Dataset, tag: BaseTag, kinds: frozenset[str]) -> Iterator[str]:
    if dataset.get_item(tag).VR not in {*kinds, *_TO_DECODE}:
        return
    try:
        element = dataset[tag]
    except Exception:  # noqa: BLE001 - a value pydicom cannot decode
        return
    if element.VR == "SQ":
        for item in element.value or ():
            yield from values(item, kinds)
    elif element.VR in kinds and element.value not in (None, ""):
        several = isinstance(element.value, MultiValue | list | tuple)
        yield from map(str, element.value if several else (element.value,))


def _text(dataset: Dataset, keyword: str) -> str:
    try:
        return str(dataset.get(keyword) or "").strip()
    except Exception:  # noqa: BLE001 - a value pydicom cannot decode
        return ""
