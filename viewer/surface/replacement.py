"""The voxels that change and what they become: air outside the mannequin, tissue just below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.model import Stroke
from viewer.surface.balls import grown
from viewer.surface.brush import paint
from viewer.surface.fit import Fit
from viewer.surface.mannequin import FRAME, mannequin
from viewer.surface.shell import ShellStep
from viewer.surface.skin import Skin
from viewer.surface.voxels import Voxels

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
        half = skin.solid[::2, ::2, ::2]
        return cls(skin, lock, grown(half, _HALO_MM / (2 * skin.grid.spacing)))

    def free(self, points: NDArray[np.float64]) -> Mask:
        """Whether LPS points (N, 3) may change."""
        grid = self.skin.grid
        return self.free_on(((points - grid.origin) / grid.spacing).T)

    def free_on(self, index: NDArray[np.floating]) -> Mask:
        """Whether places (3, N), x, y and z on the grid of the skin, may change."""
        where = np.zeros(index.shape[1:], np.int32)
        for each, size in zip(index[::-1], self._may.shape, strict=True):
            where *= size
            where += np.clip(np.rint(each), 0, size - 1).astype(np.int32)
        result: Mask = self._may.ravel()[where]
        return result

    @cached_property
    def _may(self) -> Mask:
        big = self.near.repeat(2, 0).repeat(2, 1).repeat(2, 2)
        return big[tuple(slice(size) for size in self.lock.shape)] & ~self.lock


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
    box = voxels.box_around(model.zone_corners() @ fit.matrix[:3, :3].T + fit.matrix[:3, 3])
    if box is not None:
        part, grid, zone = box[1:], around.skin.grid.frame, FRAME @ fit.inverse
        for number in range(box[0].start, box[0].stop):
            here = np.zeros(mask[number][part].shape, bool)
            free = np.flatnonzero(around.free_on(voxels.places(number, part, grid)))
            found = model.replaces(voxels.places(number, part, zone)[:, free])
            here.flat[free[found]] = True
            mask[number][part] = here
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
    frame, (rows, columns) = FRAME @ fit.inverse, mask.shape[1:]
    whole = slice(0, rows), slice(0, columns)
    for number in map(int, np.flatnonzero(mask.any(axis=(1, 2)))):
        place = voxels.places(number, whole, frame)[:, mask[number].ravel()]
        share = np.clip(0.5 - model.distance_on(place) / edge, 0, 1)
        drawn = look.drawn(share, random)
        values[number][mask[number]] = drawn.round() if kind is np.int16 else drawn
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
