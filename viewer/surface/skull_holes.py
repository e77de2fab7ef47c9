"""Holes in the brain case of a CT: an operation or an injury that tells one head from others."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from viewer.surface.fit import Fit
from viewer.surface.head_shape import HeadShape
from viewer.surface.voxels import EvenGrid

_STEP_DEGREES, _LOWEST_DEGREES = 2.0, 8.0
_NEAREST, _FARTHEST = 0.6, 1.25  # of the radii of the average head's skin
_RAY_STEPS = 60
_BONE_HU, _SKIN_HU = 150.0, -300.0
_LEAST_MM2 = 60.0  # a burr hole is 11 to 14 mm wide
_THICKEST_MM = 3.0


def skull_holes(grid: EvenGrid, fit: Fit) -> list[float]:
    """Areas in mm2 of places above the brow without bone from brain to skin, the largest first.

    Rays go out from the middle of the brain case; those that leave the scan or meet no skin, and
    what touches them, say nothing.
    """
    rays, area = _rays()
    points = rays.reshape(-1, 3) @ fit.matrix[:3, :3].T + fit.matrix[:3, 3]
    index = ((points - grid.origin) / grid.spacing)[:, ::-1].T
    values = ndimage.map_coordinates(grid.values, index, order=1, mode="constant", cval=-2000.0)
    values = values.reshape(rays.shape[:3])
    scanned = grid.contains(points).reshape(rays.shape[:3])
    whole = (values[..., 0] > _SKIN_HU) & (values[..., -1] < _SKIN_HU) & scanned.all(axis=2)
    open_ = whole & (values.max(axis=2) < _BONE_HU)
    parts, _ = ndimage.label(np.concatenate([open_, open_], axis=1))
    unknown = ndimage.binary_dilation(np.concatenate([~whole, ~whole], axis=1))
    found = []
    turns = open_.shape[1]
    for number, (rows, columns) in enumerate(ndimage.find_objects(parts), 1):
        if columns.start >= turns or (columns.start == 0 and open_[rows, -1].any()):
            continue  # the second time round
        here = parts[rows, columns] == number
        size = float((here * area[rows]).sum() * float(np.prod(fit.scale)) ** (2 / 3))
        if size >= _LEAST_MM2 and not (here & unknown[rows, columns]).any():
            found.append(size)
    return sorted(found, reverse=True)


def about_skull_holes(grid: EvenGrid, fit: Fit, thickest_mm: float) -> list[str]:
    """A sentence for the reviewer, or none; slices thicker than 3 mm hide thin bone."""
    found = skull_holes(grid, fit) if thickest_mm <= _THICKEST_MM else []
    if not found:
        return []
    noun = "hole" if len(found) == 1 else "holes"
    return [
        f"{len(found)} {noun} in the brain case, the largest of {found[0] / 100:.1f} cm²: traces "
        "of an operation or injury can tell this head from others, and are left."
    ]


def _rays() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Canonical places (elevations, turns, steps, 3), and mm2 that a ray of each row stands for."""
    centre, radii = HeadShape().cranium
    up = np.radians(np.arange(_LOWEST_DEGREES, 90, _STEP_DEGREES))
    turn = np.radians(np.arange(0, 360, _STEP_DEGREES))
    flat = np.cos(up)[:, None]
    toward = np.stack(
        [flat * np.cos(turn), flat * np.sin(turn), np.repeat(np.sin(up)[:, None], turn.size, 1)], -1
    )
    reach = np.linspace(_NEAREST, _FARTHEST, _RAY_STEPS)[:, None]
    rays = np.array(centre) + toward[:, :, None] * np.array(radii) * reach
    radius = float(np.mean(radii))
    return rays, (np.radians(_STEP_DEGREES) * radius) ** 2 * flat
