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

_DEPTH = 64


def collect(datasets: Iterable[Dataset]) -> Identifiers:
    """Every name, id, date, address, phone and device value of these headers, each once."""
    collector = Collector()
    for dataset in datasets:
        for tag in list(dataset.keys()):
            collector.add_element(dataset, tag)
    return collector.identifiers()


class Collector:
    """Gathers values attribute by attribute."""

    def __init__(self) -> None:
        self._found: dict[tuple[Category, str, str], None] = {}

    def add_element(self, dataset: Dataset, tag: int) -> None:
        """The values of one attribute and of everything inside it."""
        self._found.update(dict.fromkeys(_element_values(dataset, int(tag), 0)))

    def identifiers(self) -> Identifiers:
        """What was gathered so far."""
        rows = (Identifier(category, name, Masked(text)) for category, name, text in self._found)
        return Identifiers(tuple(rows))


def _values(dataset: Dataset, depth: int) -> Iterator[tuple[Category, str, str]]:
    if depth > _DEPTH:
        return
    for tag in list(dataset.keys()):
        yield from _element_values(dataset, int(tag), depth)


def _element_values(dataset: Dataset, tag: int, depth: int) -> Iterator[tuple[Category, str, str]]:
    known = known_attributes()
    vr = _vr(dataset, tag)
    if vr == "SQ":
        for item in _items(dataset, tag):
            yield from _values(item, depth + 1)
    elif vr == "PN" or tag in known:
        category = known.get(tag, Category.NAME)
        name = keyword_for_tag(tag) or f"{tag:08X}"
        for text in _texts(dataset, tag, category):
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
    except Exception:  # noqa: BLE001 - pydicom raises many kinds for damaged values
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
