"""Remembers what equal attributes got, so that instances of a series are cleaned only once.

What happens to an attribute at the top level follows from its value and from a situation: the
character set, the private creators, the decisions. Within one situation the outcome is looked up.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset

from viewer.model import Action, AttributePath, Change

_LONGEST = 1 << 14
_MOST_BYTES = 16 << 20
_COST = 500
_MOST_SITUATIONS = 8
_Key = tuple[str | None, bool, bytes | None]


class Treated(NamedTuple):
    """What became of an attribute: unchanged, ``element`` in its place, or None for removed."""

    unchanged: bool
    element: RawDataElement | None
    changes: tuple[Change, ...]


@dataclass(slots=True)
class Repeats:
    """Outcomes of one situation by tag and value; ``walk`` is what found them."""

    situation: Hashable
    keep: frozenset[AttributePath]
    actions: Mapping[AttributePath, Action]
    walk: Any
    _by_tag: dict[int, dict[_Key, Treated]] = field(default_factory=dict)
    _held: int = 0

    def fits(
        self,
        situation: Hashable,
        keep: frozenset[AttributePath],
        actions: Mapping[AttributePath, Action],
    ) -> bool:
        """Whether this is the situation of an instance with these decisions."""
        return (
            self.situation == situation
            and (self.keep is keep or self.keep == keep)
            and (self.actions is actions or self.actions == actions)
        )

    def of(self, element: object) -> Treated | None:
        """What an equal attribute got; None when there was none."""
        if not isinstance(element, RawDataElement):
            return None
        known = self._by_tag.get(element[0])
        return known.get((element[1], element[5], element[3])) if known else None

    def learn(self, element: RawDataElement, treated: Treated) -> None:
        """Remember an outcome."""
        self._held += _COST + 2 * len(element.value or b"")
        if self._held > _MOST_BYTES:
            self._by_tag.clear()
            self._held = 0
        known = self._by_tag.setdefault(element.tag, {})
        known[element.VR, element.is_implicit_VR, element.value] = treated


@dataclass(slots=True)
class Memory:
    """What methods remember while a context lasts; the number of things is bounded."""

    situations: list[Repeats] = field(default_factory=list)
    stamps: dict[Hashable, dict[Any, Any]] = field(default_factory=dict)

    def add(self, repeats: Repeats) -> Repeats:
        """Remember a situation, and forget the oldest when there are many."""
        self.situations[:] = [*self.situations[1 - _MOST_SITUATIONS :], repeats]
        return repeats


def is_short(element: RawDataElement | DataElement) -> bool:
    """Whether an attribute is worth remembering."""
    return isinstance(element, RawDataElement) and len(element.value or b"") <= _LONGEST


def situation_of(ds: Dataset, owners: Mapping[tuple[int, int], str]) -> Hashable:
    """All that the data set itself adds to what decides about its attributes."""
    syntax = getattr(ds, "file_meta", {}).get(0x00020010)
    return (
        _bytes(ds, 0x00080005),
        _bytes(ds, 0x00280103),
        str(ds.original_character_set),
        None if syntax is None else str(syntax.value),
        frozenset(owners.items()),
    )


def _bytes(ds: Dataset, tag: int) -> str:
    element = ds._dict.get(tag)  # type: ignore[call-overload]
    return "" if element is None else str(element.value)
