"""All headers of a series side by side: each attribute once, with its distinct values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.sequence import Sequence

from viewer.dicom import creators, is_creator, owner_of
from viewer.dicom.elements import read_element, vr_of
from viewer.dicom.value_forms import (
    MISPLACED,
    is_binary,
    is_well_formed,
    raw_value,
    readable_runs,
)
from viewer.model import AttributePath
from viewer.profile import Profile, Rule

_READ = frozenset(["CS", "LO", "LT", "SH", "ST", "UC", "UT", "AE", "AS", "PN"])
_TEXT = _READ | {"DA", "DS", "DT", "IS", "TM", "UI", "UR"}
_BULK = frozenset(["OB", "OD", "OF", "OL", "OV", "OW"])
_PER_FRAME = 0x52009230
_MANY_ITEMS = 32
_LONGEST = 20_000
_DEPTH = 64


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


_Seen = tuple[AttributePath, str, str, Rule, str]
Places = tuple[list[int], ...]


class IndexBuilder:
    """Grows an index attribute by attribute."""

    def __init__(self) -> None:
        self._entries: dict[tuple[AttributePath, str], Entry] = {}

    def places(self, dataset: Dataset, tag: int, creator: str, profile: Profile) -> Places:
        """Enter a top-level attribute; the lists of positions that its instance belongs in.

        They are the same lists for every instance with an equal attribute.
        """
        seen = _attribute(
            dataset, int(tag), creator, _Level(profile, str(dataset.get("SOPClassUID", "")))
        )
        return tuple(self._positions(*each) for each in seen)

    def add_entries(self, entries: Iterable[Entry], start: int) -> None:
        """Enter an index of instances of which the first is the one at ``start``."""
        for entry in entries:
            for text, positions in entry.values.items():
                places = self._positions(entry.path, entry.vr, entry.creator, entry.rule, text)
                places.extend(start + each for each in positions)

    def index(self) -> HeaderIndex:
        """What was entered so far."""
        return HeaderIndex(tuple(self._entries.values()))

    def _positions(
        self, path: AttributePath, vr: str, creator: str, rule: Rule, text: str
    ) -> list[int]:
        key = (path, rule.source)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = Entry(path, vr, creator, rule)
        return entry.values.setdefault(text, [])


@dataclass(frozen=True, slots=True)
class _Level:
    """Where in a data set a walk is."""

    profile: Profile
    sop_class: str = ""
    tags: tuple[int, ...] = ()
    items: tuple[int, ...] = ()

    def inside(self, tag: int, item: int) -> _Level:
        return _Level(self.profile, self.sop_class, (*self.tags, tag), (*self.items, item))


def _walk(dataset: Dataset, level: _Level) -> Iterator[_Seen]:
    if len(level.tags) > _DEPTH:
        return
    owners = creators(dataset)
    for tag in [int(key) for key in dataset._dict]:
        yield from _attribute(dataset, tag, owner_of(tag, owners), level)


def _attribute(dataset: Dataset, tag: int, creator: str, level: _Level) -> Iterator[_Seen]:
    vr = vr_of(dataset, tag)
    rule = level.profile.rule(
        tag, sop_class_uid=level.sop_class, within=level.tags, creator=creator, vr=vr
    )
    if vr == "SQ" and rule.code not in "XZ":
        yield from _descend(dataset, tag, level)
    elif not is_creator(tag):
        text = _text(dataset, tag, vr) if rule.code != "K" or vr in _READ else ""
        if not text or is_binary(vr):  # who may keep a value has to see what it says
            text = _hidden_text(dataset, tag, vr) or text
        if text:
            yield AttributePath((*level.tags, tag), level.items), vr, creator, rule, text


def _hidden_text(dataset: Dataset, tag: int, vr: str) -> str:
    """What can be read in a value that should not hold words."""
    if not is_well_formed(dataset, tag, vr):
        if is_binary(vr):
            return MISPLACED
        return raw_value(dataset, tag).decode("utf-8", "replace").strip("\0 ")[:_LONGEST]
    return " ".join(readable_runs(dataset, tag, vr))[:_LONGEST]


def _descend(dataset: Dataset, tag: int, level: _Level) -> Iterator[_Seen]:
    element = read_element(dataset, tag)
    found = element.value if element is not None and isinstance(element.value, Sequence) else ()
    collapse = tag == _PER_FRAME or len(found) > _MANY_ITEMS
    for number, item in enumerate(found):
        yield from _walk(item, level.inside(tag, -1 if collapse else number))


def _text(dataset: Dataset, tag: int, vr: str) -> str:
    element = read_element(dataset, tag)
    if element is None:
        return _hidden_text(dataset, tag, vr) or "(damaged)"
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
