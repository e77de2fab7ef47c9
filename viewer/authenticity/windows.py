"""Small square windows of a plane as codes: equal codes are equal pixels, for finding copies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import (
    binary_dilation,
    find_objects,
    label,
    maximum_filter,
    minimum_filter,
)

from viewer.model import Box

SIDE = 5
_LEAST_CHANGES = 0.85
_WIDEST = 0.5

Codes = NDArray[np.uint64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Windows:
    """Codes (N) of the telling windows of one plane and their places (N, 2) as (row, column)."""

    codes: Codes
    places: Places


def telling_windows(plane: NDArray[np.integer]) -> Windows:
    """The windows too varied to be equal by chance, and too soft to be text or a drawing.

    ``plane`` is (rows, cols) of integers; empty when it is smaller than two windows.
    """
    if min(plane.shape) < 2 * SIDE:
        return Windows(np.empty(0, np.uint64), np.empty((0, 2), np.int64))
    values = plane.astype(np.int64)
    told = _is_varied(values, 0) & _is_varied(values, 1) & _is_soft(values)
    rows = _roll(values.astype(np.uint64), np.uint64(0x9E3779B97F4A7C15))
    codes = _roll(rows.T, np.uint64(0xC2B2AE3D27D4EB4F)).T
    return Windows(codes[told], np.argwhere(told))


def densest(places: Places) -> tuple[int, Box]:
    """The number of windows in the largest cluster of touching ones, and the box around it.

    ``places`` is (N, 2) of (row, column) with N at least 1.
    """
    corner = places.min(axis=0)
    grid = np.zeros(places.max(axis=0) - corner + 1, bool)
    grid[tuple((places - corner).T)] = True
    labels, _ = label(binary_dilation(grid, iterations=2))
    sizes = np.bincount(labels[grid])
    most = int(np.argmax(sizes))
    rows, columns = find_objects(((labels == most) & grid).astype(np.int8))[0]
    top, left = int(corner[0]) + rows.start, int(corner[1]) + columns.start
    width, height = columns.stop - columns.start, rows.stop - rows.start
    return int(sizes[most]), Box(left, top, width + SIDE - 1, height + SIDE - 1)


def _roll(values: Codes, factor: np.uint64) -> Codes:
    """Polynomial code of every run of values along the last axis, modulo 2**64."""
    length = values.shape[1] - SIDE + 1
    code = np.zeros((values.shape[0], length), np.uint64)
    with np.errstate(over="ignore"):
        for shift in range(SIDE):
            code = code * factor + values[:, shift : shift + length] + np.uint64(1)
        return np.asarray(code ^ (code >> np.uint64(29)))


def _is_varied(values: Places, axis: int) -> NDArray[np.bool_]:
    """Whether most neighbours along an axis differ, for every window."""
    changes = np.pad(np.diff(values, axis=axis) != 0, ((1, 0), (1, 0))).astype(np.int32)
    summed = changes.cumsum(axis=0).cumsum(axis=1)
    down, across = (SIDE - 1, SIDE) if axis == 0 else (SIDE, SIDE - 1)
    rows, columns = values.shape[0] - SIDE + 1, values.shape[1] - SIDE + 1
    count = (
        summed[down:, across:][:rows, :columns]
        - summed[:-down, across:][:rows, :columns]
        - summed[down:, :-across][:rows, :columns]
        + summed[:-down, :-across][:rows, :columns]
    )
    return np.asarray(count >= _LEAST_CHANGES * SIDE * (SIDE - 1))


def _is_soft(values: Places) -> NDArray[np.bool_]:
    """Whether the window spans less than half the image's range: letters span nearly all of it."""
    low, high = np.percentile(values[::2, ::2], (0.5, 99.5))
    span = maximum_filter(values, SIDE) - minimum_filter(values, SIDE)
    half = SIDE // 2
    rows, columns = values.shape[0] - SIDE + 1, values.shape[1] - SIDE + 1
    inner = span[half : half + rows, half : half + columns]
    return np.asarray(inner <= max(_WIDEST * float(high - low), 1.0))
