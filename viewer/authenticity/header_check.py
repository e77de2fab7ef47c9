"""Checks that need headers; what many images of a series share is told once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydicom.dataset import Dataset

from viewer import paths
from viewer.authenticity.check import Check
from viewer.authenticity.pixel_check import Measured
from viewer.authenticity.sign import Sign
from viewer.authenticity.subject import Place, Subject
from viewer.model import Instance


class HeaderCheck(Check):
    """A check whose look at one header can be measured without pixels."""

    def on_header(self, header: Dataset, instance: Instance) -> Iterable[Measured]:
        """Signs and facts in a header; their texts hold no value of it."""
        raise NotImplementedError

    def look_at_frame(self, subject: Subject, place: Place) -> Iterator[Sign]:
        """Remember what the header of an instance shows; told by ``look_at_series``."""
        if place.frame == 0:
            found = list(self.on_header(subject.header(place.instance), place.instance))
            subject.memory[self.id, place.number] = found
        yield from ()

    def look_at_series(self, subject: Subject) -> Iterator[Sign]:
        """One sign per kind, at the first image that shows it, with how many do."""
        first: dict[Measured, Place] = {}
        counts: dict[Measured, int] = {}
        for place in subject.places:
            for each in subject.memory.get((self.id, place.number), ()):
                first.setdefault(each, place)
                counts[each] = counts.get(each, 0) + 1
        images = len({id(place.instance) for place in subject.places})
        for each, place in first.items():
            told = f" ({counts[each]} of {images} images)" if images > 1 else ""
            source = place.instance.source
            yield Sign(self.id, each.rule, source, 0, each.text + told, each.level)


@cache
def known() -> dict[str, Any]:
    """Tables about headers, from resources/authenticity/header.toml."""
    return tomllib.loads(paths.resource("authenticity/header.toml").read_text("utf-8"))


def maker_of(header: Dataset) -> dict[str, Any] | None:
    """The table of the maker that the header names, None for others."""
    named = str(header.get("Manufacturer", "")).lower()
    return next((each for each in known()["maker"] if each["name"] in named), None)


def is_original(header: Dataset) -> bool:
    """Whether Image Type says the pixels come from an acquisition, and there is one header."""
    is_enhanced = "SharedFunctionalGroupsSequence" in header
    return "ORIGINAL" in str(header.get("ImageType", "")) and not is_enhanced
