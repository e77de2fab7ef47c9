"""Compares a written instance with its source: what was remapped, and what is still in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydicom.dataset import Dataset
from pydicom.multival import MultiValue

from viewer.model import Category, PatientMapping
from viewer.provenance import Needles

_CODED = ("AccessionNumber", "StudyID", "AdmissionID", "DeviceSerialNumber", "StationName")
_TEXT = frozenset({"AE", "CS", "DA", "DT", "LO", "LT", "PN", "SH", "ST", "UC", "UI", "UR", "UT"})
_TO_DECODE = ("SQ", "UN", None)  # what may hold others, or gets its VR when it is decoded


def remapped_uids(
    source: Dataset, written: Dataset, mapping: PatientMapping
) -> tuple[tuple[str, str], ...]:
    """Pairs of a UID of the source and what it became, for those that are in the written file."""
    new = set(values(written, frozenset({"UI"})))
    pairs = {old: mapping.remap_uid(old) for old in values(source, frozenset({"UI"})) if old}
    return tuple(sorted((old, became) for old, became in pairs.items() if became in new))


def coded_values(source: Dataset, written: Dataset) -> tuple[tuple[str, str, str], ...]:
    """Keyword, old and new value of the top-level values that a code stands for now."""
    found = ((each, _text(source, each), _text(written, each)) for each in _CODED)
    return tuple(each for each in found if each[1] and each[2] and each[1] != each[2])


def residue_in(
    content: bytes, written: Dataset, needles: Needles, uids: Iterable[tuple[str, str]]
) -> set[str]:
    """Categories of the known values that are still in a file, as bytes or as decoded text.

    ``uids`` are pairs of which the old ones must be gone as well.
    """
    found = needles.in_bytes(content)
    for text in values(written, _TEXT):
        found |= needles.in_text(text)
    replaced = {old for old, _ in uids}
    if replaced & set(values(written, frozenset({"UI"}))):
        found.add(str(Category.OTHER_UNIQUE))
    return found


def values(dataset: Dataset, kinds: frozenset[str]) -> Iterator[str]:
    """All values of attributes of some VRs, at any depth; what cannot be decoded is left out."""
    for tag in list(dataset.keys()):
        if dataset.get_item(tag).VR not in {*kinds, *_TO_DECODE}:
            continue
        try:
            element = dataset[tag]
        except Exception:  # noqa: BLE001 - a value pydicom cannot decode
            continue
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
