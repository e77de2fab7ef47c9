"""Columns that jump more than others: what a grid of JPEG and enlarging to twice the size leave."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter

from viewer.authenticity.subject import Plane

_BLOCK = 8
_MOST_OVER_MEDIAN = 6.0


def grid_strength(plane: Plane) -> float:
    """By how many standard errors one column in eight jumps more than the others.

    Jumps are third differences, cut off so that a few edges do not decide. The three columns an
    even step away count as much as all: enlarging to twice the size raises every second column.
    """
    best, even, odd, error = _phases(plane)
    return float((best - max(even.mean(), np.append(even, odd).mean())) / error)


def doubling_strength(plane: Plane) -> float:
    """By how many standard errors every second column jumps more, the strongest phase left out."""
    _, even, odd, error = _phases(plane)
    return float((even.mean() - odd.mean()) / error)


def _phases(plane: Plane) -> tuple[float, NDArray[np.float64], NDArray[np.float64], float]:
    """The strongest of eight phases, the three an even step from it, the four others, an error."""
    columns = _jumps(plane.astype(np.float64))
    phases = np.array([columns[start::_BLOCK].mean() for start in range(_BLOCK)])
    phases = np.roll(phases, -int(np.argmax(phases)))
    error = columns.std() / np.sqrt(len(columns) / _BLOCK)
    return float(phases[0]), phases[2::2], phases[1::2], max(float(error), 1e-6)


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
