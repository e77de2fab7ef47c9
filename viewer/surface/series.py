"""From a series to an assessment or to a defacing, slice by slice and picklable."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.dicom import FrameReader
from viewer.dicom.volume import Volume, read_volume
from viewer.errors import UnreadableError
from viewer.model import FaceRisk, Progress, Series, Source, silent
from viewer.surface.assess import FaceAssessment, assess
from viewer.surface.deface import deface
from viewer.surface.voxels import Voxels

_MODALITIES = frozenset({"CT", "MR"})
_SAME_PLACE_MM = 1e-2


@dataclass(frozen=True)
class SlicePatch:
    """What is written into one frame.

    ``bits`` is the packed mask of ``shape`` (rows, columns); ``values`` are in modality units, one
    for each set voxel in row order.
    """

    shape: tuple[int, int]
    bits: NDArray[np.uint8]
    values: NDArray[np.float32]

    @property
    def mask(self) -> NDArray[np.bool_]:
        """Voxels that change, bool (rows, columns)."""
        count = self.shape[0] * self.shape[1]
        return np.unpackbits(self.bits, count=count).astype(bool).reshape(self.shape)


@dataclass(frozen=True)
class DefacedSeries:
    """A defacing of one series, ready to be written; picklable and without original voxels.

    ``before`` and ``after`` are the risks; ``confident`` tells that the template fitted well,
    ``proven`` that the detectors stay silent afterwards.
    """

    series_uid: str
    patches: dict[tuple[Source, int], SlicePatch]
    before: FaceRisk
    after: FaceRisk
    confident: bool
    proven: bool

    @property
    def voxel_count(self) -> int:
        """Voxels that change in the whole series."""
        return sum(len(patch.values) for patch in self.patches.values())

    def patch(self, source: Source, frame: int) -> SlicePatch:
        """The patch of a frame; UnreadableError for a frame outside the assessed volume."""
        found = self.patches.get((source, frame))
        if found is None:
            raise UnreadableError("It lies outside the volume whose face was removed.")
        return found


def voxels_of(volume: Volume, modality: str) -> Voxels:
    """A volume of dicom on its true slice positions."""
    step = volume.affine[:3, 2]
    normal = np.array(volume.geometry.normal)
    along = float(step @ normal)
    if len(volume.positions) < 2 or abs(along) < 1e-9:
        return Voxels.even(volume.array, volume.affine, modality)
    places = (volume.positions - volume.positions[0]) @ normal / along
    return Voxels(volume.array, volume.affine, modality, places)


def assess_series(
    series: Series, reader: FrameReader, progress: Progress = silent, *, spacing_mm: float = 1.0
) -> FaceAssessment:
    """The face risk of a CT or MR series with its surface; raises UnreadableError."""
    volume = read_volume(series, reader, progress)
    return assess(
        voxels_of(volume, series.modality),
        progress,
        series_uid=series.series_uid,
        spacing_mm=spacing_mm,
    )


def deface_series(
    series: Series, reader: FrameReader, progress: Progress = silent, *, spacing_mm: float = 1.0
) -> DefacedSeries:
    """Assess and deface a CT or MR series; raises UnreadableError, ScanveilError without a head."""
    if series.modality not in _MODALITIES:
        raise UnreadableError("Only CT and MR volumes can be defaced.")
    volume = read_volume(series, reader, progress)
    voxels = voxels_of(volume, series.modality)
    before = assess(voxels, progress, series_uid=series.series_uid, spacing_mm=spacing_mm)
    done = deface(voxels, before, progress)
    slices = [_patch(mask, values) for mask, values in zip(done.mask, done.values, strict=True)]
    return DefacedSeries(
        series.series_uid,
        _by_frame(series, volume, slices),
        before.risk,
        done.after.risk,
        before.is_confident,
        done.is_proven,
    )


def _patch(mask: NDArray[np.bool_], values: NDArray[np.generic]) -> SlicePatch:
    rows, columns = mask.shape
    return SlicePatch((rows, columns), np.packbits(mask), values[mask].astype(np.float32))


def _by_frame(
    series: Series, volume: Volume, slices: list[SlicePatch]
) -> dict[tuple[Source, int], SlicePatch]:
    """Every frame of the volume, and other images that lie exactly where one of its slices does."""
    keys = zip(volume.sources, volume.frames, strict=True)
    patches = dict(zip(keys, slices, strict=True))
    direction = np.array([*volume.geometry.row, *volume.geometry.column])
    for each in series.instances:
        if (each.source, 0) in patches or not each.position or not each.orientation:
            continue
        away = np.linalg.norm(volume.positions - np.array(each.position), axis=1)
        same = each.frames == 1 and (each.rows, each.columns) == slices[0].shape
        aligned = float(np.abs(direction - np.array(each.orientation)).max()) < 1e-3
        if same and aligned and away.min() < _SAME_PLACE_MM:
            patches[each.source, 0] = slices[int(away.argmin())]
    return patches
