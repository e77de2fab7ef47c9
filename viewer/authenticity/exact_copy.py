"""Places of one image that repeat another place value by value, as copy and paste leaves them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from viewer.authenticity.pixel_check import Measured, PixelCheck
from viewer.authenticity.subject import Plane
from viewer.authenticity.windows import SIDE, Codes, Places, densest, telling_windows
from viewer.model import Box

_LEAST_WINDOWS = 4
_LEAST_DISTANCE = 12
_MOST_TWINS = 3
_OFFSETS_TRIED = 5
_BLOCK = 8


def repeated(plane: NDArray[np.integer]) -> tuple[int, Box, Box] | None:
    """Number of equal windows at one offset, and the boxes of both places.

    ``plane`` is (rows, cols) of any integer dtype; None when fewer than four windows that touch
    each other stand a second time.
    """
    windows = telling_windows(plane)
    pairs = _twins(windows.codes, windows.places)
    offsets = pairs[:, 2:] - pairs[:, :2]
    far = np.abs(offsets).max(axis=1, initial=0) >= _LEAST_DISTANCE
    pairs, offsets = pairs[far], offsets[far]
    if len(pairs) < _LEAST_WINDOWS:
        return None
    kinds, which, counts = np.unique(offsets, axis=0, return_inverse=True, return_counts=True)
    best: tuple[int, Box, Box] | None = None
    for kind in np.argsort(counts)[::-1][:_OFFSETS_TRIED]:
        if counts[kind] < _LEAST_WINDOWS:
            break
        count, box = densest(pairs[which.ravel() == kind, :2])
        if count >= _LEAST_WINDOWS and (best is None or count > best[0]):
            down, across = (int(each) for each in kinds[kind])
            if is_jpeg_block(box, down, across):
                continue
            best = count, box, Box(box.x + across, box.y + down, box.width, box.height)
    return best


def is_jpeg_block(box: Box, down: int, across: int) -> bool:
    """Whether equal places lie as JPEG's blocks do and are as small: many of them are equal."""
    return down % _BLOCK == 0 and across % _BLOCK == 0 and max(box.width, box.height) <= 2 * _BLOCK


def _twins(codes: Codes, places: Places) -> Places:
    """Pairs (row, col, row, col) of windows with one code, leaving out codes that are common."""
    order = np.argsort(codes, kind="stable")
    codes, places = codes[order], places[order]
    _, starts, counts = np.unique(codes, return_index=True, return_counts=True)
    few = (counts > 1) & (counts <= _MOST_TWINS)
    pairs = [
        np.hstack([places[start], places[start + other]])
        for start, count in zip(starts[few], counts[few], strict=True)
        for other in range(1, count)
    ]
    return np.array(pairs, np.int64).reshape(-1, 4)


class ExactCopy(PixelCheck):
    """Equal 5x5 windows that touch each other, at one common offset."""

    id = "exact-copy"
    version = "2"
    title = "A place repeats another place of the image"
    finds = "patches of about 12 pixels and more that were copied within one image"
    misses = "smaller patches, copies that were turned, scaled or given noise, images saved as JPEG"

    def on_plane(self, plane: Plane, bits: int) -> Iterator[Measured]:
        """At most one sign: the largest repeated place."""
        if found := repeated(plane):
            count, box, twin = found
            text = (
                f"A place of {box.width} by {box.height} pixels stands a second time, value by "
                f"value ({count} windows of {SIDE} by {SIDE} pixels are equal)"
            )
            yield Measured(self.id, text, box, twin)


CHECK = ExactCopy()
