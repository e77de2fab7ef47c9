"""Collects the values that identify a patient from headers, at any depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydicom.datadict import dictionary_VR, keyword_for_tag
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.valuerep import PersonName

from viewer.identifiers.category import known_attributes
from viewer.identifiers.identifiers import Identifier, Identifiers
from viewer.model import Category, Masked

_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, IndexError, LookupError, OSError)
_DEPTH = 64


def collect(datasets: Iterable[Dataset]) -> Identifiers:
    """Every name, id, date, address, phone and device value of these headers, each once."""
    found: dict[tuple[Category, str, str], None] = {}
    for dataset in datasets:
        found.update(dict.fromkeys(_values(dataset, 0)))
    items = (Identifier(category, name, Masked(text)) for category, name, text in found)
    return Identifiers(tuple(items))


def _values(dataset: Dataset, depth: int) -> Iterator[tuple[Category, str, str]]:
    if depth > _DEPTH:
        return
    known = known_attributes()
    for tag in list(dataset.keys()):
        vr = _vr(dataset, int(tag))
        if vr == "SQ":
            for item in _items(dataset, int(tag)):
                yield from _values(item, depth + 1)
        elif vr == "PN" or int(tag) in known:
            category = known.get(int(tag), Category.NAME)
            name = keyword_for_tag(tag) or f"{int(tag):08X}"
            for text in _texts(dataset, int(tag), category):
                yield category, name, text


def _vr(dataset: Dataset, tag: int) -> str:
    vr = dataset._dict[tag].VR  # type: ignore[index]  # get_item costs ten times as much
    if vr not in (None, "UN"):
        return str(vr)
    try:
        return dictionary_VR(tag)
    except KeyError:
        return str(vr)


def _items(dataset: Dataset, tag: int) -> list[Dataset]:
    element = _element(dataset, tag)
    if element is None or element.VR != "SQ" or element.value is None:
        return []
    return list(element.value)


def _element(dataset: Dataset, tag: int) -> DataElement | None:
    try:
        return dataset[tag]
    except _UNREADABLE:
        return None


def _texts(dataset: Dataset, tag: int, category: Category) -> Iterator[str]:
    element = _element(dataset, tag)
    value = None if element is None else element.value
    values = value if isinstance(value, MultiValue | list | tuple) else [value]
    for each in values:
        if isinstance(each, bytes):
            each = each.decode("utf-8", "replace").strip("\0 ")
        if isinstance(each, PersonName) or category is Category.NAME:
            yield from _name_groups(str(each or ""))
        elif each not in (None, ""):
            yield str(each).strip()


def _name_groups(name: str) -> Iterator[str]:
    for group in name.split("="):
        if text := group.strip(" ^"):
            yield text
