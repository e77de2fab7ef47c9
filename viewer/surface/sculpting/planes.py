"""Axial, coronal and sagittal pictures through a head, with what will be replaced marked."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from viewer.model.study import Vector
from viewer.surface.sculpting.heat import heat_map, packed, rgb_of
from viewer.surface.sculpting.messages import PlanePicture
from viewer.surface.skin import Skin
from viewer.surface.voxels import EvenGrid

Mask = NDArray[np.bool_]
_CT_WINDOW = (-190.0, 310.0)
_MARGIN_MM = 8.0
_HATCH = 6

# name: axis of the grid [z, y, x] that is cut, then the axes down and across, and whether
# what is down on the screen falls along its axis (the head is up).
_PLANES = (("axial", 0, 1, 2, 1), ("coronal", 1, 0, 2, -1), ("sagittal", 2, 0, 1, -1))


class PlaneMaker:
    """Grey values of a head on its even grid, cut to the body and kept in 8 bits."""

    def __init__(self, skin: Skin, is_ct: bool) -> None:
        grid = skin.grid
        where = np.argwhere(skin.solid[::2, ::2, ::2]) * 2
        gap = int(_MARGIN_MM / grid.spacing)
        low = np.maximum(where.min(axis=0) - gap, 0)
        high = np.minimum(where.max(axis=0) + gap + 1, grid.values.shape)
        cut = tuple(slice(a, b) for a, b in zip(low, high, strict=True))
        bottom, top = _CT_WINDOW if is_ct else _mr_window(grid.values[skin.solid][::11])
        grey = (grid.values[cut] - bottom) * (255.0 / (top - bottom))
        self._grey = np.clip(grey, 0, 255).astype(np.uint8)
        self._origin = grid.origin + low[::-1] * grid.spacing
        self._step = grid.spacing

    @property
    def low(self) -> Vector:
        """The middle of the first voxel, LPS mm."""
        x, y, z = (float(each) for each in self._origin)
        return x, y, z

    @property
    def high(self) -> Vector:
        """The middle of the last voxel, LPS mm."""
        last = np.array(self._grey.shape[::-1]) - 1
        x, y, z = (float(each) for each in self._origin + last * self._step)
        return x, y, z

    def pictures(
        self, at: Vector, grid: EvenGrid | None, zone: Mask | None, lock: Mask | None
    ) -> Iterator[PlanePicture]:
        """The three planes through a point; the masks lie on ``grid``."""
        place = np.round((np.array(at) - self._origin) / self._step).astype(int)[::-1]
        place = np.clip(place, 0, np.array(self._grey.shape) - 1)
        for name, axis, down, across, sense in _PLANES:
            number = int(place[axis])
            grey = np.take(self._grey, number, axis=axis)[::sense]
            rgb = np.repeat(grey[..., None], 3, axis=2)
            if grid is not None and zone is not None:
                _hatch(rgb, self._taken(zone, grid, axis, number)[::sense])
            if grid is not None and lock is not None:
                inside = self._taken(lock, grid, axis, number)[::sense]
                rgb[_outline(inside)] = rgb_of(heat_map().locked)
            height, width = grey.shape
            frame = self._frame(number, axis, down, across, sense)
            yield PlanePicture(name, width, height, packed(rgb), *map(_vector, frame))

    def _taken(self, mask: Mask, grid: EvenGrid, axis: int, number: int) -> Mask:
        """A plane of a mask that lies on another grid, nearest voxels."""
        picks = []
        for each in range(3):
            count = self._grey.shape[each]
            wanted = np.array([number]) if each == axis else np.arange(count)
            place = self._origin[2 - each] + wanted * self._step
            index = np.round((place - grid.origin[2 - each]) / grid.spacing).astype(int)
            picks.append(np.clip(index, 0, mask.shape[each] - 1))
        return np.squeeze(mask[np.ix_(*picks)], axis=axis)

    def _frame(
        self, index: int, axis: int, down: int, across: int, sense: int
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Corner pixel, step to the right and step down in LPS mm."""
        corner, right, below = self._origin.copy(), np.zeros(3), np.zeros(3)
        corner[2 - axis] += index * self._step
        if sense < 0:
            corner[2 - down] += (self._grey.shape[down] - 1) * self._step
        right[2 - across] = self._step
        below[2 - down] = sense * self._step
        return corner, right, below


def _hatch(rgb: NDArray[np.uint8], mask: Mask) -> None:
    """Tinted, with diagonal lines, so that it is not told by colour alone."""
    colour = np.array(rgb_of(heat_map().zone), np.uint16)
    rows, columns = np.nonzero(mask)
    line = (rows + columns) % _HATCH == 0
    tint = (rgb[rows, columns].astype(np.uint16) * 11 + colour * 5) // 16
    tint[line] = (rgb[rows, columns][line].astype(np.uint16) * 4 + colour * 12) // 16
    rgb[rows, columns] = tint
    rgb[_outline(mask)] = colour


def _outline(mask: Mask) -> Mask:
    inner = mask.copy()
    inner[1:] &= mask[:-1]
    inner[:-1] &= mask[1:]
    inner[:, 1:] &= mask[:, :-1]
    inner[:, :-1] &= mask[:, 1:]
    return mask & ~inner


def _mr_window(inside: NDArray[np.floating]) -> tuple[float, float]:
    low, high = np.percentile(inside, (1, 99)) if inside.size else (0.0, 1.0)
    return float(min(low, 0.0)), float(max(high, low + 1.0))


def _vector(values: NDArray[np.float64]) -> Vector:
    x, y, z = (float(each) for each in values)
    return x, y, z
