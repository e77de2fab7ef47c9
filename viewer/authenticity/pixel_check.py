"""Checks that need one plane and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viewer.authenticity.check import Check
from viewer.authenticity.sign import Level, Sign
from viewer.authenticity.subject import Place, Plane, Subject
from viewer.model import Box


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on a plane, under the name of its rule, and where."""

    rule: str
    text: str
    box: Box | None = None
    twin: Box | None = None
    level: Level = Level.SIGN


class PixelCheck(Check):
    """A check whose look at a plane can be measured without files."""

    def on_plane(self, plane: Plane, bits: int) -> Iterable[Measured]:
        """Signs in a plane (rows, cols) that claims ``bits`` bits per value."""
        raise NotImplementedError

    def look_at_frame(self, subject: Subject, place: Place) -> Iterator[Sign]:
        """What ``on_plane`` measures, as signs of that frame."""
        bits = int(subject.header(place.instance).get("BitsStored", 0) or 0)
        for found in self.on_plane(subject.plane(place), bits):
            yield Sign(
                self.id,
                found.rule,
                place.instance.source,
                place.frame,
                found.text,
                found.level,
                found.box,
                found.twin,
            )
