"""Axial, coronal and sagittal cuts through a volume, for looking."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import map_coordinates

from viewer.dicom.frame import Array
from viewer.dicom.geometry import Vectors
from viewer.dicom.volume import Matrix, Volume

Place = tuple[float, float, float]
DIRECTIONS: dict[str, tuple[Place, Place]] = {  # to the right and down, as radiologists look
    "axial": ((1, 0, 0), (0, 1, 0)),
    "coronal": ((1, 0, 0), (0, 0, -1)),
    "sagittal": ((0, 1, 0), (0, 0, -1)),
}
_MOST_PIXELS = 640
_HALF = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Modality values float32 (rows, columns), NaN outside the volume.

    Pixels are ``mm`` wide and high; ``corner`` is the LPS place of the first one, ``right`` and
    ``down`` are unit vectors.
    """

    values: Array
    corner: Place
    right: Place
    down: Place
    mm: float

    def spot(self, place: Place) -> tuple[float, float]:
        """Image point (pixel n spans n to n+1) below or above a place."""
        away = np.subtract(place, self.corner)
        return (
            float(away @ np.array(self.right)) / self.mm + _HALF,
            float(away @ np.array(self.down)) / self.mm + _HALF,
        )

    def place(self, spot: tuple[float, float], through: Place) -> Place:
        """The place at an image point, as deep as ``through`` is."""
        right, down = np.array(self.right, float), np.array(self.down, float)
        across, along = np.subtract(spot, self.spot(through)) * self.mm
        x, y, z = np.array(through) + across * right + along * down
        return float(x), float(y), float(z)

    def beside(self, place: Place, steps: tuple[int, int, int]) -> Place:
        """The place so many pixels to the right, down and away from the viewer."""
        right, down = np.array(self.right, float), np.array(self.down, float)
        moves = np.array([right, down, np.cross(right, down)])
        x, y, z = np.array(place) + np.array(steps) @ moves * self.mm
        return float(x), float(y), float(z)


class Cutter:
    """Cuts one volume; slices may be irregular, oblique or tilted."""

    def __init__(self, volume: Volume) -> None:
        geometry, self._volume = volume.geometry, volume
        self._axes = np.array([geometry.column, geometry.row, geometry.normal], float)
        self._along = volume.positions @ self._axes.T  # of each slice: row, column, offset
        corners = self._corners()
        self.low, self.high = corners.min(axis=0), corners.max(axis=0)
        self._mm = max(min(volume.spacing[1:]), float((self.high - self.low).max()) / _MOST_PIXELS)

    @property
    def middle(self) -> Place:
        """The middle of the volume, LPS mm."""
        x, y, z = (self.low + self.high) / 2
        return float(x), float(y), float(z)

    def inside(self, place: Place) -> Place:
        """The nearest place in the box around the volume."""
        x, y, z = np.clip(place, self.low, self.high)
        return float(x), float(y), float(z)

    def slice_at(self, place: Place) -> int:
        """The slice closest to a place."""
        return int(np.abs(self._along[:, 2] - self._axes[2] @ np.array(place)).argmin())

    def spot(self, number: int, place: Place) -> tuple[float, float]:
        """Column and row of the image behind a slice nearest to a place (n spans n to n+1)."""
        row, column, _ = self._axes @ np.array(place, float) - self._along[number]
        down, across = self._volume.geometry.spacing
        return float(column / across) + _HALF, float(row / down) + _HALF

    def place(self, number: int, spot: tuple[float, float]) -> Place:
        """The place at a column and row of a slice."""
        down, across = self._volume.geometry.spacing
        row = self._axes[0] * (spot[1] - _HALF) * down
        column = self._axes[1] * (spot[0] - _HALF) * across
        x, y, z = self._volume.positions[number] + row + column
        return float(x), float(y), float(z)

    def cut(self, name: str, at: Place) -> Cut:
        """The axial, coronal or sagittal plane through a place."""
        right, down = (np.array(each, float) for each in DIRECTIONS[name])
        begin, across = self._span(right, at)
        begin_down, rows = self._span(down, at)
        corner = np.array(at) + right * begin + down * begin_down
        steps = right * self._mm, down * self._mm
        values = self._sampled(corner, steps, (rows, across))
        x, y, z = corner
        return Cut(values, (float(x), float(y), float(z)), *DIRECTIONS[name], self._mm)

    def _span(self, direction: Matrix, at: Place) -> tuple[float, int]:
        """From where, relative to a place, and over how many pixels the volume reaches."""
        ends = sorted(float(direction @ (end - np.array(at))) for end in (self.low, self.high))
        return ends[0], int((ends[1] - ends[0]) / self._mm + 1.5)

    def _corners(self) -> Vectors:
        last = np.subtract(self._volume.array.shape[1:], 1) * self._volume.step
        spots = [(c + _HALF, r + _HALF) for c in (0, last[1]) for r in (0, last[0])]
        ends = (0, len(self._along) - 1)
        return np.array([self.place(number, spot) for number in ends for spot in spots])

    def _sampled(
        self, corner: Matrix, steps: tuple[Matrix, Matrix], shape: tuple[int, int]
    ) -> Array:
        """Linear between the eight voxels around each point; half a voxel further is outside."""
        row, column, offset = self._coordinates(corner, steps, shape)
        numbers = np.arange(len(self._along))
        depth = np.interp(offset, self._along[:, 2], numbers)
        gap, down, across = self._volume.spacing
        spots = [depth]
        outside = offset < self._along[0, 2] - gap * _HALF
        outside |= offset > self._along[-1, 2] + gap * _HALF
        for axis, (values, size) in enumerate(((row, down), (column, across))):
            spots.append((values - np.interp(depth, numbers, self._along[:, axis])) / size)
            last = self._volume.array.shape[axis + 1] - 1
            outside |= (spots[-1] < -_HALF) | (spots[-1] > last + _HALF)
        found = map_coordinates(
            self._volume.array, spots, output=np.float32, order=1, mode="nearest"
        )
        found[outside] = np.nan
        return np.asarray(found)

    def _coordinates(
        self, corner: Matrix, steps: tuple[Matrix, Matrix], shape: tuple[int, int]
    ) -> list[Matrix]:
        """Of each pixel along row, column and normal of the slices, mm."""
        start = self._axes @ corner
        across, along = self._axes @ steps[0], self._axes @ steps[1]
        columns, rows = np.arange(shape[1]), np.arange(shape[0])[:, None]
        return [
            begin + rows * by_row + columns * by_column
            for begin, by_row, by_column in zip(start, along, across, strict=True)
        ]
