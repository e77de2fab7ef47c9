"""Linear resampling onto a grid, axis by axis where slices lie along its axes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]


def resampled(source: Floats, step: Matrix, shape: tuple[int, ...]) -> Floats:
    """Values at every index of a grid of ``shape``; NaN beyond the source.

    ``step`` 4 x 4 takes a grid index to a source index. Volumes that are not oblique take a third
    of the time, because one axis after the other is interpolated.
    """
    turn, start = step[:3, :3], step[:3, 3]
    used = np.abs(turn) > 1e-9 * np.abs(turn).max()
    if (used.sum(axis=0) != 1).any() or (used.sum(axis=1) != 1).any() or min(source.shape) < 2:
        result: Floats = ndimage.affine_transform(
            source, turn, start, shape, output=np.float32, order=1, cval=np.nan
        )
        return result
    order = used.argmax(axis=0)
    values = source.transpose(order)
    places = [
        turn[own, axis] * np.arange(shape[axis]) + start[own] for axis, own in enumerate(order)
    ]
    beyond = [(p < 0) | (p > size - 1) for p, size in zip(places, values.shape, strict=True)]
    for axis, place in enumerate(places):
        values = _along(values, axis, place)
    for axis, outside in enumerate(beyond):
        np.moveaxis(values, axis, 0)[outside] = np.nan
    return values


def _along(values: Floats, axis: int, places: Matrix) -> Floats:
    """Values interpolated at places along one axis; those beyond it are extrapolated."""
    lower = np.clip(np.floor(places).astype(int), 0, values.shape[axis] - 2)
    share = np.expand_dims((places - lower).astype(np.float32), [a for a in range(3) if a != axis])
    first: Floats = np.take(values, lower, axis)
    last: Floats = np.take(values, lower + 1, axis)
    last -= first
    last *= share
    last += first
    return last
