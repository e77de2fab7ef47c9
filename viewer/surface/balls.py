"""Masks grown and shrunk by a ball: what a distance map and a threshold give, faster."""

from __future__ import annotations

from itertools import product
from math import isqrt

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


def grown(mask: Mask, radius: float) -> Mask:
    """All voxels [z, y, x] within ``radius`` voxels of one that is set."""
    reach = int(radius)
    if reach < 1 or not mask.any():
        return mask.copy()
    rows = _rows_grown(mask, reach)
    result = np.zeros_like(rows[0])
    for dz, dy in product(range(-reach, reach + 1), repeat=2):
        rest = radius * radius - dz * dz - dy * dy
        if rest >= 0:
            (to_z, from_z), (to_y, from_y) = (
                _overlap(shift, size) for shift, size in ((dz, mask.shape[0]), (dy, mask.shape[1]))
            )
            result[to_z, to_y] |= rows[isqrt(int(rest))][from_z, from_y]
    return np.unpackbits(result, axis=2, count=mask.shape[2]).astype(bool)


def shrunk(mask: Mask, radius: float) -> Mask:
    """All voxels farther than ``radius`` voxels from one that is not set."""
    return ~grown(~mask, radius)


def _rows_grown(mask: Mask, reach: int) -> list[NDArray[np.uint8]]:
    """The mask grown along x by 0, 1, ... ``reach`` voxels, eight voxels in a byte."""
    now, packed = mask.copy(), [np.packbits(mask, axis=2)]
    for _ in range(reach):
        before = now.copy()
        now[..., 1:] |= before[..., :-1]
        now[..., :-1] |= before[..., 1:]
        packed.append(np.packbits(now, axis=2))
    return packed


def _overlap(shift: int, size: int) -> tuple[slice, slice]:
    """Where a shifted axis lands, and what of it lands there."""
    near = slice(max(0, shift), size + min(0, shift))
    far = slice(max(0, -shift), size + min(0, -shift))
    return near, far
