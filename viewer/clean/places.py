"""Walks a data set and finds what the reviewer decided about each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from viewer.clean.plan import InstancePlan
from viewer.dicom.elements import read_element
from viewer.model import Action, AttributePath

_DEPTH = 64


@dataclass(frozen=True, slots=True)
class Place:
    """A data set inside a data set: the root, or an item of a sequence."""

    dataset: Dataset
    tags: tuple[int, ...] = ()
    items: tuple[int, ...] = ()

    def path(self, tag: int) -> AttributePath:
        """The path of an attribute that stands here."""
        return AttributePath((*self.tags, tag), self.items)

    def inside(self, tag: int) -> Iterator[Place]:
        """The items of a sequence that stands here; none when it is damaged or too deep."""
        element = read_element(self.dataset, tag)
        if element is None or not isinstance(element.value, Sequence):
            return
        if len(self.tags) >= _DEPTH:
            del self.dataset[tag]
            return
        for number, item in enumerate(element.value):
            yield Place(item, (*self.tags, tag), (*self.items, number))

    def tag_list(self) -> list[int]:
        """Tags of the attributes here, as they are now."""
        return [int(tag) for tag in self.dataset._dict]


class Decided:
    """Looks up decisions by place; fast where a tag has none."""

    def __init__(self, plan: InstancePlan) -> None:
        self._by_tag: dict[int, list[tuple[AttributePath, Action]]] = {}
        for path in plan.keep:
            self._by_tag.setdefault(path.tag, []).append((path, Action.KEEP))
        for path, action in plan.actions.items():
            self._by_tag.setdefault(path.tag, []).append((path, action))

    def at(self, place: Place, tag: int) -> Action | None:
        """The decision for an attribute, None when nobody decided."""
        if tag not in self._by_tag:
            return None
        here = place.path(tag)
        return next((act for path, act in self._by_tag[tag] if path.matches(here)), None)
