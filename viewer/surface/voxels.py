"""A volume on its real slice positions, and the even grid that surfaces are computed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from viewer.surface.resampling import resampled

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]
_MOST_VOXELS = 24_000_000
_HEAD_MM = 330.0


@dataclass(frozen=True)
class Voxels:
    """Values [slice, row, column] in modality units and where they lie.

    ``affine`` takes voxel (column, row, slice) to LPS mm, sheared when the gantry was tilted.
    ``slices`` are the true positions in units of the affine's slice step, rising from 0; they
    are 0, 1, 2, ... when the spacing is even.
    """

    array: NDArray[Any]
    affine: Matrix
    modality: str
    slices: Matrix

    @classmethod
    def even(cls, array: NDArray[Any], affine: Matrix, modality: str) -> Voxels:
        """Voxels with evenly spaced slices."""
        return cls(array, affine, modality, np.arange(len(array), dtype=np.float64))

    @property
    def is_ct(self) -> bool:
        """Whether values are Hounsfield units."""
        return self.modality == "CT"

    @property
    def has_skin(self) -> bool:
        """Whether it pictures a body; a dose does not, but shares one's frame of reference."""
        return self.modality != "RTDOSE"

    @property
    def spacing(self) -> tuple[float, float, float]:
        """Mean distance between (slices, rows, columns) in mm."""
        column, row, slab = np.linalg.norm(self.affine[:3, :3], axis=0)
        gap = float(np.median(np.diff(self.slices))) if len(self.slices) > 1 else 1.0
        return float(slab) * gap, float(row), float(column)

    def to_index(self, points: Matrix) -> Matrix:
        """LPS mm (N, 3) to fractional (slice, row, column) indices (N, 3)."""
        inverse = np.linalg.inv(self.affine)
        local = points @ inverse[:3, :3].T + inverse[:3, 3]
        index = np.interp(local[:, 2], self.slices, np.arange(len(self.slices)))
        low, high = self.slices[0], self.slices[-1]
        index += np.minimum(local[:, 2] - low, 0) + np.maximum(local[:, 2] - high, 0)
        return np.stack([index, local[:, 1], local[:, 0]], axis=1)

    def box_around(self, points: Matrix) -> tuple[slice, slice, slice] | None:
        """The slices, rows and columns that points (N, 3) in LPS mm span; None beyond the scan."""
        index = self.to_index(points)
        first = np.clip(np.floor(index.min(axis=0)).astype(int), 0, self.array.shape)
        last = np.clip(np.ceil(index.max(axis=0)).astype(int) + 1, 0, self.array.shape)
        if (first >= last).any():
            return None
        z, y, x = (slice(int(a), int(b)) for a, b in zip(first, last, strict=True))
        return z, y, x

    def places(self, number: int, part: tuple[slice, slice], frame: Matrix) -> Floats:
        """x, y and z (3, N) of ``part`` (rows, columns) of a slice, in a frame.

        ``frame`` 4 x 4 takes LPS mm there.
        """
        rows, columns = part
        right, down, along, start = (frame @ self.affine)[:3].T
        start = start + along * self.slices[number]
        i, j = np.arange(rows.start, rows.stop), np.arange(columns.start, columns.stop)
        lines = (start[:, None] + np.outer(down, i)).astype(np.float32)
        steps = np.outer(right, j).astype(np.float32)
        result: Floats = (lines[:, :, None] + steps[:, None, :]).reshape(3, -1)
        return result

    def corners(self) -> Matrix:
        """The eight outer corners (8, 3) in LPS mm."""
        _, rows, columns = self.array.shape
        ends = [(0, columns - 1), (0, rows - 1), (self.slices[0], self.slices[-1])]
        grid = np.array(np.meshgrid(*ends)).reshape(3, -1).T
        result: Matrix = grid @ self.affine[:3, :3].T + self.affine[:3, 3]
        return result


@dataclass(frozen=True)
class EvenGrid:
    """Values [z, y, x] on a cubic grid along the LPS axes; ``origin`` x, y, z mm of the first."""

    values: Floats
    origin: Matrix
    spacing: float
    inside: NDArray[np.bool_]

    def points(self, indices: NDArray[Any]) -> Matrix:
        """Indices (N, 3) as z, y, x to LPS mm (N, 3) as x, y, z."""
        result: Matrix = indices[:, ::-1] * self.spacing + self.origin
        return result

    def around(self, points: Matrix) -> EvenGrid:
        """The part that LPS points (N, 3) span; a view."""
        index = (points - self.origin) / self.spacing
        first = np.clip(np.floor(index.min(axis=0)), 0, None).astype(int)
        last = np.clip(np.ceil(index.max(axis=0)), 0, None).astype(int) + 1
        box = tuple(slice(a, b) for a, b in zip(first[::-1], last[::-1], strict=True))
        origin = self.origin + first * self.spacing
        return EvenGrid(self.values[box], origin, self.spacing, self.inside[box])

    @property
    def frame(self) -> Matrix:
        """4 x 4 from LPS mm to the indices x, y and z of this grid."""
        return framed(self.origin, self.spacing)

    def contains(self, points: Matrix) -> NDArray[np.bool_]:
        """Whether LPS points (N, 3) lie in the scanned volume."""
        return self.picked(self.inside, points)

    def picked(self, mask: NDArray[np.bool_], points: Matrix) -> NDArray[np.bool_]:
        """What a mask [z, y, x] on this grid says at LPS points (N, 3); False beyond it."""
        return picked_at(mask, self.cells(points, mask.shape))

    def cells(self, points: Matrix, shape: tuple[int, ...]) -> NDArray[np.intp]:
        """Flat indices into a mask of a shape [z, y, x] at LPS points (N, 3); -1 beyond it."""
        index = np.round((points - self.origin) / self.spacing).astype(np.intp)[:, ::-1]
        fits = ((index >= 0) & (index < shape)).all(axis=1)
        flat = np.ravel_multi_index(tuple(index.T), shape, mode="clip")
        return np.where(fits, flat, -1)


def picked_at(mask: NDArray[np.bool_], cells: NDArray[np.intp]) -> NDArray[np.bool_]:
    """What a mask [z, y, x] says at cells; False for those beyond it."""
    result: NDArray[np.bool_] = mask.ravel()[cells] & (cells >= 0)
    return result


def framed(origin: Sequence[float] | Matrix, spacing: float) -> Matrix:
    """4 x 4 from mm to the indices x, y and z of a cubic grid whose first point is ``origin``."""
    frame = np.diag([1 / spacing, 1 / spacing, 1 / spacing, 1.0])
    frame[:3, 3] = -np.asarray(origin, np.float64) / spacing
    return frame


def even_grid(voxels: Voxels, spacing: float = 1.0) -> EvenGrid:
    """The head end of a volume, linearly resampled; at most 24 million voxels.

    Outside the scanned volume the value is air and ``inside`` is False.
    """
    corners = voxels.corners()
    low, high = corners.min(axis=0) - 4.0, corners.max(axis=0) + 4.0
    low[2] = max(low[2], high[2] - _HEAD_MM)
    while np.prod((high - low) / spacing + 1) > _MOST_VOXELS:
        spacing *= 1.15
    counts = np.ceil((high - low) / spacing).astype(int) + 1
    source, affine = _evenly_sliced(*_binned(voxels, spacing))
    step = _grid_to_index(affine, low, spacing)
    air = -1000.0 if voxels.is_ct else float(np.percentile(source[::2, ::4, ::4], 1))
    values = resampled(source, step, tuple(counts[::-1]))
    inside = ~np.isnan(values)
    values[~inside] = air
    return EvenGrid(values, low, spacing, inside)


def _binned(voxels: Voxels, spacing: float) -> tuple[Voxels, Floats]:
    """Fine pixels averaged down to about the grid's spacing, so that noise does not alias."""
    _, row, column = voxels.spacing
    factor = max(1, min(round(spacing / max(row, column)), *voxels.array.shape[1:]))
    array = np.stack([_shrunk(plane, factor) for plane in voxels.array])
    affine = voxels.affine.copy()
    affine[:3, 3] += voxels.affine[:3, :2].sum(axis=1) * (factor - 1) / 2
    affine[:3, :2] *= factor
    return Voxels(array, affine, voxels.modality, voxels.slices), array


def _shrunk(plane: NDArray[Any], factor: int) -> Floats:
    rows, columns = (size // factor for size in plane.shape)
    part = plane[: rows * factor, : columns * factor].astype(np.float32)
    return np.asarray(cv2.resize(part, (columns, rows), interpolation=cv2.INTER_AREA), np.float32)


def _evenly_sliced(voxels: Voxels, array: Floats) -> tuple[Floats, Matrix]:
    """Slices interpolated to even steps when their true positions are uneven."""
    gaps = np.diff(voxels.slices)
    affine = voxels.affine.copy()
    affine[:3, 3] += affine[:3, 2] * voxels.slices[0]
    if not len(gaps) or np.ptp(gaps) < 0.02 * gaps.mean():
        affine[:3, 2] *= gaps.mean() if len(gaps) else 1.0
        return array, affine
    step = max(float(gaps.min()), float(gaps.mean()) / 3)
    wanted = np.arange(voxels.slices[0], voxels.slices[-1] + 1e-6, step)
    index = np.interp(wanted, voxels.slices, np.arange(len(array)))
    lower = np.minimum(index.astype(int), len(array) - 2)
    share = (index - lower).astype(np.float32)[:, None, None]
    affine[:3, 2] *= step
    return array[lower] * (1 - share) + array[lower + 1] * share, affine


def _grid_to_index(affine: Matrix, origin: Matrix, spacing: float) -> Matrix:
    """4 x 4 from grid index (z, y, x) to source index (slice, row, column)."""
    flip = np.eye(4)[[2, 1, 0, 3]]
    grid = np.diag([spacing, spacing, spacing, 1.0])
    grid[:3, 3] = origin
    result: Matrix = flip @ np.linalg.inv(affine) @ grid @ flip
    return result
