"""Noise that changes from one slice to its neighbours where the anatomy does not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label

from viewer.authenticity.check import Check
from viewer.authenticity.noise import BLOCK, noise_grid
from viewer.authenticity.sign import Sign
from viewer.authenticity.subject import Place, Subject
from viewer.model import Box

_NEIGHBOURS = (-2, -1, 1, 2)
_LEAST_Z = 6.5
_LEAST_BLOCKS = 2
_LEAST_LOG = 0.5
Grid = NDArray[np.float64]


class NoiseAlong(Check):
    """Compares every block of a slice with the same block of the two slices on either side."""

    id = "noise-along"
    version = "1"
    title = "Noise that breaks off between slices"
    finds = "painted, blurred or foreign places in one slice of an evenly spaced volume"
    misses = "edits that go through several slices, edits with matching noise, single images"

    def look_at_frame(self, subject: Subject, place: Place) -> Iterator[Sign]:
        """Remember the noise of every block."""
        subject.memory[self.id, place.number] = noise_grid(subject.plane(place))
        yield from ()

    def look_at_series(self, subject: Subject) -> Iterator[Sign]:
        """One sign per slice that stands out."""
        grids = [subject.memory.get((self.id, place.number)) for place in subject.places]
        if not subject.is_volume or any(each is None for each in grids):
            return
        for number, (z, box) in sorted(breaks(np.log(np.array(grids, np.float64))).items()):
            place = subject.places[number]
            text = (
                f"The noise in a place of {box.width} by {box.height} pixels differs from the "
                f"neighbouring slices by {z:.1f} times the usual difference"
            )
            yield Sign(self.id, self.id, place.instance.source, place.frame, text, box=box)


def breaks(logs: NDArray[np.float64]) -> dict[int, tuple[float, Box]]:
    """Slices that stand out, with how far and where.

    ``logs`` (slices, block rows, block columns) is the logarithm of the noise, NaN where unknown.
    """
    found: dict[int, tuple[float, Box]] = {}
    differences = np.array([_difference(logs, number) for number in range(len(logs))])
    usual = 1.4826 * np.nanmedian(np.abs(differences - np.nanmedian(differences)))
    if not np.isfinite(usual):
        return found
    for number, difference in enumerate(differences):
        z = difference / max(float(usual), 0.05)
        if place := _largest(z, difference):
            found[number] = place
    return found


def _difference(logs: Grid, number: int) -> Grid:
    """Distance of each block from the range of its neighbours; NaN where one is missing."""
    beside = [number + step for step in _NEIGHBOURS if 0 <= number + step < len(logs)]
    others = logs[beside]
    middle = np.median(others, axis=0)
    return np.asarray(logs[number] - middle)


def _largest(z: Grid, difference: Grid) -> tuple[float, Box] | None:
    told = (np.abs(np.nan_to_num(z)) >= _LEAST_Z) & (np.abs(np.nan_to_num(difference)) > _LEAST_LOG)
    labels, count = label(told)
    sizes = [(int((labels == each).sum()), each) for each in range(1, count + 1)]
    if not sizes or max(sizes)[0] < _LEAST_BLOCKS:
        return None
    rows, columns = np.nonzero(labels == max(sizes)[1])
    top, left = int(rows.min()) * BLOCK, int(columns.min()) * BLOCK
    height, width = (int(np.ptp(each)) * BLOCK + BLOCK for each in (rows, columns))
    return float(np.abs(z[rows, columns]).max()), Box(left, top, width, height)


CHECK = NoiseAlong()
