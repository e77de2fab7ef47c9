"""The voxels that change and what they become: air outside the mannequin, tissue just below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from viewer.model import Stroke
from viewer.surface.brush import paint, points_around
from viewer.surface.fit import Fit
from viewer.surface.mannequin import mannequin
from viewer.surface.shell import ShellStep
from viewer.surface.skin import Skin
from viewer.surface.voxels import EvenGrid, Voxels

Mask = NDArray[np.bool_]
Floats = NDArray[np.float32]
_HALO_MM = 14.0
_SAMPLES = 200_000
_RAYLEIGH_MEDIAN = 1.1774


@dataclass(frozen=True)
class Surroundings:
    """Where a head's voxels may change: ``near`` its skin (on half the grid) and not in ``lock``.

    ``lock`` bool [z, y, x] on the grid of the skin is the brain with its margin.
    """

    skin: Skin
    lock: Mask
    near: Mask

    @classmethod
    def of(cls, skin: Skin, lock: Mask) -> Surroundings:
        """Body and what lies within 14 mm around it."""
        away = ndimage.distance_transform_edt(~skin.solid[::2, ::2, ::2]) * skin.grid.spacing * 2
        return cls(skin, lock, away <= _HALO_MM)

    def free(self, points: NDArray[np.float64]) -> Mask:
        """Whether LPS points (N, 3) may change."""
        z, y, x = _cells(self.skin.grid, points)
        last = np.array(self.near.shape)[:, None] - 1
        zn, yn, xn = np.minimum(np.stack([z, y, x]) // 2, last)
        result: Mask = self.near[zn, yn, xn] & ~self.lock[z, y, x]
        return result


def _cells(grid: EvenGrid, points: NDArray[np.float64]) -> NDArray[np.intp]:
    index = np.round((points - grid.origin) / grid.spacing).astype(np.intp)[:, ::-1]
    return np.clip(index, 0, np.array(grid.values.shape) - 1).T


def masked(
    voxels: Voxels,
    around: Surroundings,
    fit: Fit,
    step: ShellStep,
    strokes: Sequence[Stroke] = (),
) -> Mask:
    """The voxels that a step and a brush change, bool [slice, row, column]."""
    mask = np.zeros(voxels.array.shape, bool)
    model = mannequin(step)
    corners = model.zone_corners() @ fit.matrix[:3, :3].T + fit.matrix[:3, 3]
    for number, rows, columns, points in points_around(voxels, corners):
        free = np.flatnonzero(around.free(points))
        distance, depth = model.sampled(fit.to_canonical(points[free]))
        inside = free[(depth >= 0) & (distance > -depth)]
        mask[number, rows[inside], columns[inside]] = True
    paint(mask, voxels, strokes, around.free)
    return mask


def filled(
    voxels: Voxels, skin: Skin, fit: Fit, step: ShellStep, mask: Mask, seed: int = 0
) -> NDArray[Any]:
    """What the masked voxels become, int16 or float32 [slice, row, column] in modality units.

    ``skin`` tells body from air; it may be another volume's of the same frame of reference.
    """
    kind = np.int16 if voxels.array.dtype == np.int16 else np.float32
    values = np.zeros(voxels.array.shape, kind)
    random, look = np.random.default_rng([seed, 0xFACE]), Look.of(voxels, skin)
    model, edge = mannequin(step), max(1.0, float(np.median(voxels.spacing)))
    matrix = voxels.affine
    for number in np.flatnonzero(mask.any(axis=(1, 2))):
        rows, columns = np.nonzero(mask[number])
        plane = np.outer(columns, matrix[:3, 0]) + np.outer(rows, matrix[:3, 1]) + matrix[:3, 3]
        place = fit.to_canonical(plane + matrix[:3, 2] * voxels.slices[number])
        share = np.clip(0.5 - model.distance_at(place) / edge, 0, 1)
        drawn = look.drawn(share, random)
        values[number, rows, columns] = drawn.round() if kind is np.int16 else drawn
    return values


@dataclass(frozen=True)
class Look:
    """Air and tissue of this scan: levels from robust statistics, so they show nobody."""

    air: float
    tissue: float
    noise: float
    is_ct: bool

    @classmethod
    def of(cls, voxels: Voxels, skin: Skin) -> Look:
        """Fixed values for CT; the median of the body and the noise around it for others.

        ``skin`` is that of the volume, or of another one in the same frame of reference.
        """
        if voxels.is_ct:
            return cls(-1000.0, 40.0, 10.0, True)
        if not voxels.has_skin:
            return cls(0.0, 0.0, 0.0, False)
        random = np.random.default_rng(7)
        z, y, x = (random.integers(0, size, _SAMPLES) for size in voxels.array.shape)
        matrix = voxels.affine
        index = np.stack([x, y, voxels.slices[z]], axis=1)
        points = index @ matrix[:3, :3].T + matrix[:3, 3]
        body = skin.grid.picked(skin.solid, points)
        air = skin.grid.contains(points) & ~body
        values = voxels.array[z, y, x].astype(np.float32)
        noise = float(np.median(values[air])) / _RAYLEIGH_MEDIAN if air.any() else 0.0
        return cls(0.0, _usual(values[body]), max(noise, 0.0), False)

    def drawn(self, share: Floats, random: np.random.Generator) -> Floats:
        """Values for shares of tissue 0 to 1: Gaussian noise for CT, Rician for MR."""
        clean = self.air + share * (self.tissue - self.air)
        first = random.standard_normal(share.shape, dtype=np.float32) * np.float32(self.noise)
        if self.is_ct:
            return np.asarray(clean + first * (0.3 + 0.7 * share), dtype=np.float32)
        other = random.standard_normal(share.shape, dtype=np.float32) * np.float32(self.noise)
        return np.asarray(np.hypot(clean + first, other), dtype=np.float32)


def _usual(values: Floats) -> float:
    """The median of what is not air or bone, which are dark."""
    if not values.size:
        return 0.0
    return float(np.median(values[values >= 0.5 * np.median(values)]))
