"""Depth maps of a face and how far two of them agree."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from viewer.surface.mannequin import mannequin
from viewer.surface.template import template

Floats = NDArray[np.float32]
_CELL = 2.0
_WIDE, _LOW, _HIGH = 56.0, -116.0, 44.0
_FRONT, _BACK = -140.0, -40.0
_ENDS = ((-_WIDE, _WIDE), (_FRONT, _BACK), (_LOW, _HIGH))
FACE_CORNERS = np.array(np.meshgrid(*_ENDS)).reshape(3, -1).T
"""The box of depth maps, canonical mm (8, 3)."""
BROW_ROW = int((12.0 - _LOW) / _CELL)


def relief(points: Floats) -> float:
    """How much of the features of the average face canonical points (N, 3) have; 0 when smooth.

    Slope times correlation, both of what stands out from the face without features.
    """
    features, smooth = _references()
    mine = depth_map(points) - smooth
    both = np.isfinite(mine) & np.isfinite(features)
    if both.sum() < 150:
        return 0.0
    a, b = detail(mine, both), detail(features, both)
    product, power, other = (a * b).sum(), (b * b).sum(), (a * a).sum()
    if power <= 0 or other <= 0:
        return 0.0
    slope, correlation = product / power, product / np.sqrt(power * other)
    return float(np.clip(slope, 0, 1.2) * max(0.0, correlation))


def similarity(points: Floats, others: Floats) -> float:
    """Correlation of what stands out of two canonical skins below the brow: 1 the same."""
    smooth = _references()[1]
    mine, its = depth_map(points) - smooth, depth_map(others) - smooth
    both = np.isfinite(mine) & np.isfinite(its)
    both[BROW_ROW:] = False
    if both.sum() < 150:
        return 0.0
    a, b = detail(mine, both), detail(its, both)
    norm = np.sqrt((a * a).sum() * (b * b).sum())
    return float((a * b).sum() / norm) if norm > 0 else 0.0


@lru_cache(maxsize=1)
def _references() -> tuple[Floats, Floats]:
    """Depth of the average face beyond the mannequin's, and the mannequin's own, mm."""
    smooth = depth_map(mannequin().skin().points)
    return depth_map(template().mesh.points) - smooth, smooth


def depth_map(points: Floats) -> Floats:
    """Foremost y in mm by 2 mm cells of (z, x); NaN where there is no skin in front."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    rows, columns = int((_HIGH - _LOW) / _CELL), int(2 * _WIDE / _CELL)
    row = np.floor((z - _LOW) / _CELL).astype(int)
    column = np.floor((x + _WIDE) / _CELL).astype(int)
    use = (row >= 0) & (row < rows) & (column >= 0) & (column < columns) & (y < _BACK)
    depth = np.full(rows * columns, np.inf, np.float32)
    np.minimum.at(depth, row[use] * columns + column[use], y[use].astype(np.float32))
    depth[np.isinf(depth)] = np.nan
    return depth.reshape(rows, columns)


def detail(depth: Floats, where: NDArray[np.bool_]) -> Floats:
    """What stands out of a depth map over 14 mm, in mm, 0 outside ``where``."""
    sigma = 14.0 / _CELL
    values = np.where(where, depth, 0.0).astype(np.float32)
    weight = ndimage.gaussian_filter(where.astype(np.float32), sigma)
    smooth = ndimage.gaussian_filter(values, sigma) / np.maximum(weight, 1e-3)
    detail: Floats = np.where(where, depth - smooth, 0.0).astype(np.float32)
    return np.clip(detail, -15, 15)
