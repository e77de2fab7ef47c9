"""Metal and dental work in a CT: parts too dense for bone, which tell one head from others."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from viewer.surface.voxels import EvenGrid

_DENSE_HU = 2500.0
_LEAST_ML = 0.03


def dense_parts(grid: EvenGrid) -> list[float]:
    """Volumes in ml of connected parts above 2,500 HU, the largest first, from 30 mm3 up."""
    parts, count = ndimage.label(grid.values > _DENSE_HU)
    if not count:
        return []
    sizes = np.bincount(parts.ravel())[1:] * grid.spacing**3 / 1000
    return sorted((float(size) for size in sizes if size >= _LEAST_ML), reverse=True)


def about_dense_parts(grid: EvenGrid) -> list[str]:
    """A sentence for the reviewer, or none."""
    parts = dense_parts(grid)
    if not parts:
        return []
    noun = "part" if len(parts) == 1 else "parts"
    return [
        f"{len(parts)} {noun} above 2,500 HU, the largest of {parts[0]:.1f} ml: metal or dental "
        "work can tell this head from others, and is left where it lies below the new surface."
    ]
