"""The identity-free head that replaces a face, and the zone it replaces, in the canonical frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from viewer.surface.distance import Field, Floats
from viewer.surface.head_shape import HeadShape
from viewer.surface.head_skin import skin_field
from viewer.surface.mesh import SkinMesh, surface_of
from viewer.surface.shell import STANDARD, ShellStep
from viewer.surface.tissue import tissues
from viewer.surface.voxels import framed

Matrix = NDArray[np.float64]
_STEP = 2.0
_LOW, _HIGH = (-100.0, -130.0, -160.0), (100.0, 112.0, 124.0)
FRAME = framed(_LOW, _STEP)
AXES: tuple[Floats, Floats, Floats] = (
    np.arange(_LOW[2], _HIGH[2], _STEP, dtype=np.float32),
    np.arange(_LOW[1], _HIGH[1], _STEP, dtype=np.float32),
    np.arange(_LOW[0], _HIGH[0], _STEP, dtype=np.float32),
)
"""z, y and x of the grid, canonical mm."""


@dataclass(frozen=True)
class Mannequin:
    """Fields [z, y, x] on a 2 mm grid, canonical LPS mm.

    ``distance`` mm to a smooth head without a face, negative inside; ``depth`` mm that tissue is
    replaced below it, negative outside the zone.
    """

    distance: Floats
    depth: Floats

    @cached_property
    def _replaced(self) -> Floats:
        return np.asarray(np.minimum(self.depth, self.distance + self.depth), np.float32)

    def replaces(self, index: Floats) -> NDArray[np.bool_]:
        """Whether places (3, N), x, y and z on this grid (``FRAME``), are replaced."""
        found = ndimage.map_coordinates(
            self._replaced, index[::-1], np.float32, order=1, mode="constant", cval=-1.0
        )
        return np.asarray(found > 0)

    def distance_on(self, index: NDArray[np.floating]) -> Floats:
        """Distance at places (3, N), x, y and z on this grid (``FRAME``)."""
        result: Floats = ndimage.map_coordinates(
            self.distance, index[::-1], np.float32, order=1, mode="nearest"
        )
        return result

    def distance_at(self, points: Matrix) -> Floats:
        """Distance at canonical points (N, 3)."""
        return self.distance_on(_index(points)[::-1])

    def skin(self) -> SkinMesh:
        """The mannequin's own surface, canonical mm."""
        return surface_of(-self.distance, 0.0, np.array(_LOW), _STEP)

    def zone_corners(self) -> Matrix:
        """Eight corners of the box around the zone, canonical mm."""
        where = np.argwhere(self.depth >= 0)
        low, high = where.min(axis=0)[::-1], where.max(axis=0)[::-1]
        ends = [(low[i] * _STEP + _LOW[i], high[i] * _STEP + _LOW[i]) for i in range(3)]
        return np.array(np.meshgrid(*ends)).reshape(3, -1).T


@lru_cache(maxsize=6)
def mannequin(step: ShellStep = STANDARD) -> Mannequin:
    """The same head for everybody, its face as deep as the step says."""
    z, y, x = AXES
    cut, head = step.cut_mm, Field(z, y, x)
    head.join(*HeadShape().cranium, 1.0)
    head.join((0, 24, -150), (54, 54, 130), 24.0)
    head.join((0, -22 + cut, -34), (60 - cut / 2, 60, 88), 26.0)
    return Mannequin(head.distance, _depth(z, y, x, step.band_mm))


def average_brain_at(points: Matrix) -> NDArray[np.bool_]:
    """Whether canonical points (N, 3) lie in the average brain and its linings."""
    result: NDArray[np.bool_] = (
        ndimage.map_coordinates(_average_brain(), _index(points), order=1, mode="constant") > 0.4
    )
    return result


@lru_cache(maxsize=1)
def _average_brain() -> Floats:
    average = HeadShape()
    brain = tissues(average, skin_field(average, *AXES))[1]
    return ndimage.binary_closing(brain, iterations=3).astype(np.float32)


def _index(points: Matrix) -> Matrix:
    result: Matrix = ((points - np.array(_LOW)) / _STEP)[:, ::-1].T
    return result


def _depth(z: Floats, y: Floats, x: Floats, band_mm: float) -> Floats:
    """``band_mm`` over the face, 3 mm at the ears, fading to the edge of the zone."""
    height, ahead, side = z[:, None, None], -y[None, :, None], np.abs(x)[None, None, :]
    reach = np.interp(height, [-130, -60, -20, 30], [8.0, 8.0, 34.0, 44.0])
    face = np.minimum(ahead - reach, np.minimum(30.0 - height, height + 128.0))
    ear = np.minimum(side - 56.0, np.minimum(28.0 - height, height + 58.0))
    ear = np.minimum(ear, np.minimum(24.0 + ahead * -1.0, 50.0 + ahead))
    depth = np.maximum(np.minimum(face, band_mm), np.minimum(ear, 3.0))
    result: Floats = np.broadcast_to(depth, (z.size, y.size, x.size)).astype(np.float32)
    return result
