"""What was read in one place of one or more frames."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.model import Box, Masked

SURE = 0.6


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One reading of a box: text as recognised, confidence 0 to 1, and the view it was seen in."""

    text: Masked
    confidence: float
    view: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A box of text: ``glimpses`` are its different readings, the most certain first.

    ``box`` covers the ink with a margin; ``tight`` is as detected. ``indices`` are the frames it
    was seen in. ``certainty`` is the detector's score, 0 to 1; ``letter`` the height of the line in
    pixels, along which the text may run at any angle.
    """

    box: Box
    tight: Box
    glimpses: tuple[Glimpse, ...]
    indices: tuple[int, ...]
    certainty: float
    letter: float

    @property
    def best(self) -> Glimpse:
        """The most certain reading."""
        return self.glimpses[0]
