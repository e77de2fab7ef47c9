"""Looks up what is already known about an element that equals one of another instance.

Instances of a series repeat most of each other's attributes byte for byte. What follows from an
unread element depends on its bytes and on a situation: character set, private creators and the
like. Within one situation it is found out once.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset

_LONGEST = 1 << 14
_MOST_BYTES = 16 << 20
_COST = 500
Outcome = TypeVar("Outcome")
_Key = tuple[str | None, bool, bytes | None]


class ElementMemory(Generic[Outcome]):
    """Outcomes by tag, VR and value bytes within one situation; forgets when it gets large."""

    def __init__(self) -> None:
        self._by_tag: dict[int, dict[_Key, Outcome]] = {}
        self._held = 0

    def get(self, element: object) -> Outcome | None:
        """What is known about an equal element; None when nothing is."""
        if not isinstance(element, RawDataElement):
            return None
        known = self._by_tag.get(element[0])
        return known.get((element[1], element[5], element[3])) if known else None

    def learn(self, element: object, outcome: Outcome) -> None:
        """Remember an outcome, unless the element was read already or is long."""
        if not self.takes(element):
            return
        assert isinstance(element, RawDataElement)
        self._held += _COST + 2 * len(element.value or b"")
        if self._held > _MOST_BYTES:
            self._by_tag.clear()
            self._held = 0
        known = self._by_tag.setdefault(element.tag, {})
        known[element.VR, element.is_implicit_VR, element.value] = outcome

    @staticmethod
    def takes(element: object) -> bool:
        """Whether an element is worth remembering."""
        return isinstance(element, RawDataElement) and len(element.value or b"") <= _LONGEST


def situation_of(ds: Dataset, owners: Mapping[tuple[int, int], str]) -> Hashable:
    """What a data set adds to what follows from one of its top-level elements."""
    meta = getattr(ds, "file_meta", None)
    syntax = meta._dict.get(0x00020010) if meta is not None else None
    return (
        _value(ds, 0x00080005),
        _value(ds, 0x00080016),
        _value(ds, 0x00280103),
        str(ds.original_character_set),
        str(syntax and syntax.value),
        frozenset(owners.items()),
    )


def _value(ds: Dataset, tag: int) -> str:
    element = ds._dict.get(tag)  # type: ignore[call-overload]
    return "" if element is None else str(element.value)
