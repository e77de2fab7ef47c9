"""How much of the truth a reader found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from tests.benchmarks.synthetic_text.engines import Outcome
from tests.benchmarks.synthetic_text.picture import Picture, Text
from viewer.model import Box

_COVERED = 0.9
_TOUCHED = 0.5


def share(box: Box, others: Iterable[Box]) -> float:
    """Part of a box, 0 to 1, that the others cover together."""
    mask = np.zeros((box.height, box.width), bool)
    for other in others:
        if box.overlap(other):
            x, y = max(0, other.x - box.x), max(0, other.y - box.y)
            mask[y : other.bottom - box.y, x : other.right - box.x] = True
    return float(mask.mean())


@dataclass(slots=True)
class Tally:
    """Texts of a class, by how much of each was found."""

    shares: list[float] = field(default_factory=list)

    def add(self, box: Box, found: Sequence[Box]) -> None:
        """Count a text."""
        self.shares.append(share(box, found))

    @property
    def covered(self) -> float:
        """Part of the texts of which nine tenths are covered."""
        return _mean(each >= _COVERED for each in self.shares)

    @property
    def touched(self) -> float:
        """Part of the texts of which half is covered."""
        return _mean(each >= _TOUCHED for each in self.shares)

    def __str__(self) -> str:
        if not self.shares:
            return "   -  /  -   "
        return f"{self.covered:6.1%}/{self.touched:6.1%}"


Wanted = Callable[[Picture, Text], bool]
Boxes = Callable[[Outcome], Sequence[Box]]


def tally(pairs: Iterable[tuple[Picture, Outcome]], wanted: Wanted, boxes: Boxes) -> Tally:
    """The wanted texts of all pictures against the chosen boxes of their outcomes."""
    result = Tally()
    for picture, outcome in pairs:
        for text in picture.texts:
            if wanted(picture, text):
                result.add(text.box, boxes(outcome))
    return result


def _mean(values: Iterable[bool]) -> float:
    counted = list(values)
    return sum(counted) / len(counted) if counted else 0.0
