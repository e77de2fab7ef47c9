"""Remembers what equal attributes got, so that instances of a series are cleaned only once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydicom.dataelem import RawDataElement

from viewer.dicom import ElementMemory
from viewer.model import Action, AttributePath, Change

_MOST_SITUATIONS = 8


class Treated(NamedTuple):
    """What became of an attribute: unchanged, ``element`` in its place, or None for removed."""

    unchanged: bool
    element: RawDataElement | None
    changes: tuple[Change, ...]


@dataclass(slots=True)
class Repeats:
    """Outcomes for equal decisions in one situation; ``walk`` is what finds them."""

    situation: Hashable
    keep: frozenset[AttributePath]
    actions: Mapping[AttributePath, Action]
    walk: Any
    outcomes: ElementMemory[Treated] = field(default_factory=ElementMemory)

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


@dataclass(slots=True)
class Memory:
    """What methods remember while a context lasts; the number of things is bounded."""

    situations: list[Repeats] = field(default_factory=list)
    stamps: dict[Hashable, dict[Any, Any]] = field(default_factory=dict)

    def add(self, repeats: Repeats) -> Repeats:
        """Remember a situation, and forget the oldest when there are many."""
        self.situations[:] = [*self.situations[1 - _MOST_SITUATIONS :], repeats]
        return repeats
