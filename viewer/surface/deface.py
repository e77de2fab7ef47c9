"""Replaces a face by the mannequin's: air outside it, the same tissue just below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from viewer.errors import ScanveilError
from viewer.model import Progress, silent
from viewer.surface.assess import FaceAssessment, assess_again
from viewer.surface.brain import protected
from viewer.surface.fit import Fit
from viewer.surface.mannequin import mannequin
from viewer.surface.skin import Skin
from viewer.surface.voxels import Voxels

Mask = NDArray[np.bool_]
Floats = NDArray[np.float32]
_CUTS = (0.0, 7.0, 14.0)
_HALO_MM = 14.0
_MOST_HOG, _MOST_HAAR = 0.05, 0.10


@dataclass(frozen=True)
class Defacing:
    """What is written into a volume.

    ``mask`` bool [slice, row, column] are the voxels that change; ``values`` int16 or float32,
    same shape, modality units, hold where the mask is set. ``cut_mm`` is how deep the mannequin's
    face was laid; ``after`` assesses the result.
    """

    mask: Mask
    values: NDArray[Any]
    cut_mm: float
    after: FaceAssessment

    @property
    def is_proven(self) -> bool:
        """Whether the detectors stay silent on the result; False when none could look."""
        votes = self.after.votes
        return votes is not None and votes.hog <= _MOST_HOG and votes.haar <= _MOST_HAAR


def deface(
    voxels: Voxels, assessment: FaceAssessment, progress: Progress = silent, *, seed: int = 0
) -> Defacing:
    """Deface a volume that was assessed, deeper until the detectors fall silent.

    Deterministic for a seed. ScanveilError when no head was fitted.
    """
    skin, fit = assessment.skin, assessment.fit
    if skin is None or fit is None:
        raise ScanveilError("No head was found in this volume, so there is nothing to deface.")
    progress(0, 5, "finding the brain")
    lock = protected(skin, fit, voxels.is_ct, max(voxels.spacing))
    result = None
    for number, cut in enumerate(_CUTS):
        progress(number + 1, 5, "replacing the face")
        mask, values = _replacement(voxels, skin, fit, lock, cut, seed)
        changed = replace(voxels, array=np.where(mask, values, voxels.array))
        progress(number + 2, 5, "looking again")
        result = Defacing(mask, values, cut, assess_again(changed, fit, assessment, progress))
        if result.is_proven or result.after.votes is None:
            break
    assert result is not None
    return result


def _replacement(
    voxels: Voxels, skin: Skin, fit: Fit, lock: Mask, cut: float, seed: int
) -> tuple[Mask, NDArray[Any]]:
    mask = np.zeros(voxels.array.shape, bool)
    kind = np.int16 if voxels.array.dtype == np.int16 else np.float32
    values = np.zeros(voxels.array.shape, kind)
    halo = ndimage.distance_transform_edt(~skin.solid[::2, ::2, ::2]) * skin.grid.spacing * 2
    near = halo <= _HALO_MM
    random = np.random.default_rng([seed, 0xFACE])
    look = _Look.of(voxels, skin)
    model, edge = mannequin(cut), max(1.0, float(np.median(voxels.spacing)))
    for number, rows, columns, points in _zone_points(voxels, fit):
        distance, depth = model.sampled(fit.to_canonical(points))
        index = np.round((points - skin.grid.origin) / skin.grid.spacing).astype(int)[:, ::-1]
        index = np.clip(index, 0, np.array(lock.shape) - 1)
        z, y, x = index.T
        last = np.array(near.shape) - 1
        zn, yn, xn = np.minimum(index // 2, last).T
        change = (depth >= 0) & (distance > -depth) & ~lock[z, y, x] & near[zn, yn, xn]
        if change.any():
            share = np.clip(0.5 - distance[change] / edge, 0, 1)
            mask[number, rows[change], columns[change]] = True
            drawn = look.drawn(share, random)
            values[number, rows[change], columns[change]] = _whole(drawn, kind)
    return mask, values


def _whole(values: Floats, kind: type[np.generic]) -> NDArray[Any]:
    return values.round().astype(kind) if kind is np.int16 else values


def _zone_points(
    voxels: Voxels, fit: Fit
) -> Iterator[tuple[int, NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]]:
    """Slice number, rows, columns and LPS points of the voxels around the zone."""
    corners = mannequin().zone_corners() @ fit.matrix[:3, :3].T + fit.matrix[:3, 3]
    index = voxels.to_index(corners)
    low = np.clip(np.floor(index.min(axis=0)).astype(int), 0, voxels.array.shape)
    high = np.clip(np.ceil(index.max(axis=0)).astype(int) + 1, 0, voxels.array.shape)
    if (low >= high).any():
        return
    rows, columns = (
        each.ravel()
        for each in np.meshgrid(
            np.arange(low[1], high[1]), np.arange(low[2], high[2]), indexing="ij"
        )
    )
    matrix = voxels.affine
    plane = np.outer(columns, matrix[:3, 0]) + np.outer(rows, matrix[:3, 1]) + matrix[:3, 3]
    for number in range(low[0], high[0]):
        yield number, rows, columns, plane + matrix[:3, 2] * voxels.slices[number]


@dataclass(frozen=True)
class _Look:
    """Air and tissue of this scan: levels from robust statistics, so they show nobody."""

    air: float
    tissue: float
    noise: float
    is_ct: bool

    @classmethod
    def of(cls, voxels: Voxels, skin: Skin) -> _Look:
        if voxels.is_ct:
            return cls(-1000.0, 40.0, 10.0, True)
        outside = skin.grid.values[skin.grid.inside & ~skin.solid][::5]
        inside = skin.grid.values[skin.solid][::11]
        quiet = float(np.median(outside)) / 1.18 if outside.size else 0.0
        return cls(0.0, float(np.median(inside[inside > skin.level])), max(quiet, 0.0), False)

    def drawn(self, share: Floats, random: np.random.Generator) -> Floats:
        """Values for shares of tissue 0 to 1: Gaussian noise for CT, Rician for MR."""
        clean = self.air + share * (self.tissue - self.air)
        first = random.standard_normal(share.shape, dtype=np.float32) * np.float32(self.noise)
        if self.is_ct:
            return np.asarray(clean + first * (0.3 + 0.7 * share), dtype=np.float32)
        other = random.standard_normal(share.shape, dtype=np.float32) * np.float32(self.noise)
        return np.asarray(np.hypot(clean + first, other), dtype=np.float32)
