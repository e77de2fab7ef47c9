"""The grid of eight by eight pixels that JPEG leaves in an image."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter

from viewer.authenticity.pixel_check import Measured, PixelCheck
from viewer.authenticity.sign import Level, Sign
from viewer.authenticity.subject import Place, Plane, Subject

_BLOCK = 8
_DECLARED = "block-grid.declared"
_LEAST_SIDE = 64
_LEAST_SUM = 7.0
_LEAST_EACH = 1.0
_MOST_OVER_MEDIAN = 6.0


class BlockGrid(PixelCheck):
    """Compares jumps at every eighth column and row with the jumps between."""

    id = "block-grid"
    version = "1"
    title = "A grid of 8 by 8 pixels, as JPEG leaves it"
    finds = "images that were JPEGs once or were enlarged to twice their size, however stored now"
    misses = "JPEGs of high quality, JPEGs that were resampled or blurred afterwards"

    def look_at_frame(self, subject: Subject, place: Place) -> Iterator[Sign]:
        """The grid of an image that admits its loss is a fact."""
        declared = str(subject.header(place.instance).get("LossyImageCompression", "")) == "01"
        for sign in super().look_at_frame(subject, place):
            yield replace(sign, rule=_DECLARED, level=Level.FACT) if declared else sign

    def on_plane(self, plane: Plane, bits: int) -> Iterator[Measured]:
        """At most one sign, for the whole image."""
        if min(plane.shape) < _LEAST_SIDE:
            return
        across, down = grid_strength(plane), grid_strength(plane.T)
        if across + down >= _LEAST_SUM and min(across, down) >= _LEAST_EACH:
            text = (
                f"Jumps at every eighth column and row stand out by {across:.1f} and {down:.1f} "
                "standard errors"
            )
            yield Measured(self.id, text)


def grid_strength(plane: Plane) -> float:
    """By how many standard errors one column in eight jumps more than the others.

    Jumps are third differences, cut off so that a few edges do not decide.
    """
    columns = _jumps(plane.astype(np.float64))
    phases = [columns[start::_BLOCK].mean() for start in range(_BLOCK)]
    best = int(np.argmax(phases))
    error = columns.std() / np.sqrt(len(columns) / _BLOCK)
    return float((phases[best] - np.mean(np.delete(phases, best))) / max(float(error), 1e-6))


def _jumps(plane: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean jump behind every column, relative to its neighbours; flat parts are left out."""
    jumps = np.abs(3 * (plane[:, 1:-2] - plane[:, 2:-1]) - plane[:, :-3] + plane[:, 3:])
    is_flat = (plane[:, 1:-2] == plane[:, :-3]) & (plane[:, 2:-1] == plane[:, 3:])
    told = ~is_flat
    if not told.any():
        return np.ones(jumps.shape[1])
    most = _MOST_OVER_MEDIAN * max(float(np.median(jumps[told])), 0.5)
    summed = np.where(told, np.minimum(jumps, most), 0).sum(axis=0)
    means = summed / np.maximum(told.sum(axis=0), 1)
    level = np.maximum(median_filter(means, 9), 0.05 * max(float(means.mean()), 1e-9))
    return np.asarray(np.minimum(means / level, 10.0))


CHECK = BlockGrid()
