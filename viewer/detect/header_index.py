"""All headers of a series side by side: each attribute once, with its distinct values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pydicom.datadict import dictionary_VR
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.sequence import Sequence

from viewer.model import AttributePath
from viewer.profile import Profile, Rule

_READ = frozenset(["CS", "LO", "LT", "SH", "ST", "UC", "UT", "AE", "AS", "PN"])
_TEXT = _READ | {"DA", "DS", "DT", "IS", "TM", "UI", "UR"}
_BULK = frozenset(["OB", "OD", "OF", "OL", "OV", "OW"])
_PER_FRAME = 0x52009230
_MANY_ITEMS = 32
_LONGEST = 20_000
_DEPTH = 64
_DAMAGED = (ValueError, TypeError, KeyError, AttributeError, LookupError, OSError)


@dataclass(slots=True)
class Entry:
    """An attribute of a series: ``values`` maps the value's text to positions of instances.

    Values of a multi-valued attribute are joined by a backslash. ``rule`` is the profile's.
    """

    path: AttributePath
    vr: str
    creator: str
    rule: Rule
    values: dict[str, list[int]] = field(default_factory=dict)

    def positions(self) -> list[int]:
        """Positions of all instances that have a value here, in order."""
        return sorted({each for places in self.values.values() for each in places})


@dataclass(frozen=True, slots=True)
class HeaderIndex:
    """What the headers of a series hold; attributes that cannot identify are left out."""

    entries: tuple[Entry, ...]

    def values(self, tag: int) -> list[str]:
        """Distinct values of a top-level attribute."""
        path = AttributePath((tag,))
        return [text for each in self.entries if each.path == path for text in each.values]


def index_headers(headers: Iterable[Dataset], profile: Profile) -> HeaderIndex:
    """Index data sets; positions count them from 0."""
    entries: dict[tuple[AttributePath, str], Entry] = {}
    for position, header in enumerate(headers):
        for path, vr, creator, rule, text in _walk(header, profile, (), (), 0):
            key = (path, rule.source)
            entry = entries.get(key)
            if entry is None:
                entry = entries[key] = Entry(path, vr, creator, rule)
            entry.values.setdefault(text, []).append(position)
    return HeaderIndex(tuple(entries.values()))


_Seen = tuple[AttributePath, str, str, Rule, str]


def _walk(
    dataset: Dataset, profile: Profile, tags: tuple[int, ...], items: tuple[int, ...], depth: int
) -> Iterator[_Seen]:
    if depth > _DEPTH:
        return
    creators = _creators(dataset)
    for key in list(dataset.keys()):
        tag = int(key)
        vr = _vr(dataset, tag)
        creator = creators.get((tag >> 16, (tag & 0xFFFF) >> 8), "") if tag >> 16 & 1 else ""
        rule = profile.rule(tag, creator=creator, vr=vr)
        if vr == "SQ" and rule.code not in "XZ":
            yield from _descend(dataset, tag, profile, tags, items, depth)
        elif (rule.code != "K" or vr in _READ) and not _is_creator(tag):
            text = _text(dataset, tag, vr)
            if text:
                yield AttributePath((*tags, tag), items), vr, creator, rule, text


def _descend(
    dataset: Dataset,
    tag: int,
    profile: Profile,
    tags: tuple[int, ...],
    items: tuple[int, ...],
    depth: int,
) -> Iterator[_Seen]:
    element = _element(dataset, tag)
    found = element.value if element is not None and isinstance(element.value, Sequence) else ()
    collapse = tag == _PER_FRAME or len(found) > _MANY_ITEMS
    for number, item in enumerate(found):
        place = (*items, -1 if collapse else number)
        yield from _walk(item, profile, (*tags, tag), place, depth + 1)


def _vr(dataset: Dataset, tag: int) -> str:
    vr = dataset._dict[tag].VR  # type: ignore[index]  # get_item costs ten times as much
    if vr is not None and vr != "UN":
        return str(vr)
    try:
        return dictionary_VR(tag).partition(" ")[0]
    except KeyError:
        element = _element(dataset, tag)
        return "UN" if element is None else str(element.VR)


def _element(dataset: Dataset, tag: int) -> DataElement | None:
    try:
        return dataset[tag]
    except _DAMAGED:
        return None


def _text(dataset: Dataset, tag: int, vr: str) -> str:
    element = _element(dataset, tag)
    if element is None:
        return "(damaged)"
    value = element.value
    if vr == "SQ":
        return f"({len(value)} items)" if value else ""
    if isinstance(value, bytes):
        return _bytes_text(value, vr)
    if isinstance(value, MultiValue | list):
        return "\\".join(str(each) for each in value)[:_LONGEST]
    return "" if value is None else str(value)[:_LONGEST]


def _bytes_text(value: bytes, vr: str) -> str:
    text = value.strip(b"\0 ").decode("utf-8", "replace") if len(value) < _LONGEST else ""
    if vr in _TEXT or (text and vr not in _BULK and text.isprintable()):
        return text
    return f"({len(value)} bytes)" if value else ""


def _is_creator(tag: int) -> bool:
    return bool(tag >> 16 & 1) and 0x10 <= tag & 0xFFFF <= 0xFF


def _creators(dataset: Dataset) -> dict[tuple[int, int], str]:
    found = {}
    for key in dataset.keys():  # noqa: SIM118 - iterating a Dataset would decode every element
        tag = int(key)
        if _is_creator(tag):
            element = _element(dataset, tag)
            value = None if element is None else element.value
            text = value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)
            found[tag >> 16, tag & 0xFF] = text.strip()
    return found
