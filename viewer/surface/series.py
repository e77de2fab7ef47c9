"""From a series to an assessment or to a defacing, slice by slice and picklable."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viewer.dicom import FrameReader
from viewer.dicom.volume import Volume, read_volume
from viewer.errors import UnreadableError
from viewer.model import FaceEdit, FaceRisk, Progress, Series, Source, silent
from viewer.surface.assess import FaceAssessment, assess
from viewer.surface.carry import carried
from viewer.surface.deface import deface
from viewer.surface.fit import Fit
from viewer.surface.replacement import Surroundings
from viewer.surface.shell import ShellStep
from viewer.surface.voxels import Voxels

MODALITIES = frozenset({"CT", "MR", "PT", "RTDOSE"})
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

    @classmethod
    def of(cls, mask: NDArray[np.bool_], values: NDArray[np.generic]) -> SlicePatch:
        """The patch that writes ``values`` where ``mask`` is set, both (rows, columns)."""
        rows, columns = mask.shape
        return cls((rows, columns), np.packbits(mask), values[mask].astype(np.float32))

    @property
    def mask(self) -> NDArray[np.bool_]:
        """Voxels that change, bool (rows, columns)."""
        count = self.shape[0] * self.shape[1]
        return np.unpackbits(self.bits, count=count).astype(bool).reshape(self.shape)


@dataclass(frozen=True)
class Basis:
    """What a proof compares the result with: where the face was, its skin, and what was locked.

    ``assessment`` is of the original volume, without votes; ``step`` how deep the shell lies;
    ``approved`` that a person stands behind the place of the face.
    """

    fit: Fit
    around: Surroundings
    assessment: FaceAssessment
    step: ShellStep
    approved: bool


@dataclass(frozen=True)
class DefacedSeries:
    """A defacing of one series, ready to be written; picklable and without original voxels.

    ``before`` and ``after`` are the risks; ``confident`` tells that the template fitted well,
    ``proven`` that the self-check was content; ``basis`` is for a proof.
    """

    series_uid: str
    patches: dict[tuple[Source, int], SlicePatch]
    before: FaceRisk
    after: FaceRisk
    confident: bool
    proven: bool
    basis: Basis

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
    series: Series,
    reader: FrameReader,
    progress: Progress = silent,
    *,
    edit: FaceEdit | None = None,
    approved: bool = False,
    donor: Series | None = None,
    spacing_mm: float = 1.0,
) -> DefacedSeries:
    """Assess and deface a volume; raises UnreadableError, ScanveilError without a head.

    ``edit`` is what a person changed, ``approved`` that one looked. ``donor`` is another series of
    the same frame of reference, whose mask is carried to this one.
    """
    if series.modality not in MODALITIES:
        raise UnreadableError("Only CT, MR, PET and dose volumes can be defaced.")
    volume = read_volume(series, reader, progress)
    voxels = voxels_of(volume, series.modality)
    uid, given, around = series.series_uid, donor or series, None
    source = voxels_of(read_volume(given, reader, progress), given.modality) if donor else voxels
    before = assess(source, progress, series_uid=uid, spacing_mm=spacing_mm, vote=False)
    confident = before.is_confident
    if donor:
        before, around = carried(voxels, source, before, edit or FaceEdit())
    done = deface(voxels, before, progress, edit=edit, approved=approved, around=around)
    slices = [SlicePatch.of(*each) for each in zip(done.mask, done.values, strict=True)]
    basis = Basis(done.fit, done.around, before, done.step, approved)
    return DefacedSeries(
        uid,
        _by_frame(series, volume, slices),
        before.risk,
        done.after.risk,
        confident,
        done.is_proven,
        basis,
    )


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
