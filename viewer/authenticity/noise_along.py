"""Noise that changes from one slice to its neighbours where the anatomy does not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label, minimum_filter

from viewer.authenticity.check import Check
from viewer.authenticity.noise import BLOCK, noise_grid
from viewer.authenticity.sign import Sign
from viewer.authenticity.subject import Place, Subject
from viewer.model import Box

_NEIGHBOURS = (-2, -1, 1, 2)
_LEAST_BREAK = 0.7  # of the logarithm: twice the noise, or half
_SQUARE = 2
Grid = NDArray[np.float64]


class NoiseAlong(Check):
    """Compares every block of a slice with the same block of the two slices on either side."""

    id = "noise-along"
    version = "1"
    title = "Noise that breaks off between slices"
    finds = "painted, blurred or foreign places in one slice of an evenly spaced volume"
    misses = "most edits: those through several slices, those with like noise, single images"

    def look_at_frame(self, subject: Subject, place: Place) -> Iterator[Sign]:
        """Remember the noise of every block."""
        subject.memory[self.id, place.number] = noise_grid(subject.plane(place))
        yield from ()

    def look_at_series(self, subject: Subject) -> Iterator[Sign]:
        """One sign per slice that stands out."""
        grids = [subject.memory.get((self.id, place.number)) for place in subject.places]
        if not subject.is_volume or any(each is None or not each.size for each in grids):
            return
        logs = np.log(np.array(grids, np.float64))
        for place in subject.places:
            if found := largest_break(logs, place.number):
                factor, box = found
                text = (
                    f"The noise in a place of {box.width} by {box.height} pixels is {factor:.1f} "
                    "times that of the neighbouring slices"
                )
                yield Sign(self.id, self.id, place.instance.source, place.frame, text, box=box)


def largest_break(logs: Grid, number: int) -> tuple[float, Box] | None:
    """By which factor the noise of a slice leaves the range of its neighbours, and where.

    ``logs`` (slices, block rows, block columns) is the logarithm of the noise, NaN where unknown;
    two by two blocks must leave it together.
    """
    beside = [number + step for step in _NEIGHBOURS if 0 <= number + step < len(logs)]
    low, high = logs[beside].min(axis=0), logs[beside].max(axis=0)
    outside = np.maximum(logs[number] - high, 0) + np.minimum(logs[number] - low, 0)
    known = np.nan_to_num(outside)
    more, less = (minimum_filter(each, _SQUARE) for each in (known, -known))
    if max(more.max(), less.max()) < _LEAST_BREAK:
        return None
    told = known if more.max() >= less.max() else -known
    labels, _ = label(told > _LEAST_BREAK / 2)
    strongest = labels[np.unravel_index(int(np.argmax(told)), told.shape)]
    rows, columns = np.nonzero(labels == strongest)
    box = Box(
        int(columns.min()) * BLOCK,
        int(rows.min()) * BLOCK,
        int(np.ptp(columns) + 1) * BLOCK,
        int(np.ptp(rows) + 1) * BLOCK,
    )
    change = float((logs[number] - np.median(logs[beside], axis=0))[rows, columns].mean())
    return float(np.exp(change)), box


CHECK = NoiseAlong()
