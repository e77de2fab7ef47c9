"""Proves on the exported files that the face is gone and that nothing else changed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from viewer.clean import InstancePlan
from viewer.dicom import FrameReader
from viewer.dicom.volume import Volume, read_volume
from viewer.errors import ScanveilError
from viewer.export.face_proof import FaceProof
from viewer.export.job import Cleaned, HeldBack, Job, Outcome
from viewer.load import load
from viewer.model import FaceEdit

if TYPE_CHECKING:
    from viewer.surface import DefacedSeries, Remains

_NOT_CHECKED = "its face was removed but the result could not be checked"


def with_proof(job: Job, defaced: DefacedSeries, done: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes with what was measured on their files; none of them without a proof."""
    written = [each for each in done if isinstance(each, Cleaned)]
    if not written:
        return list(done)
    try:
        proof = _proof(job, defaced, written)
    except (ScanveilError, ValueError, LookupError, MemoryError):
        for each in written:
            (job.folder / each.name).unlink(missing_ok=True)
        return [HeldBack(each.source, _NOT_CHECKED) for each in done]
    return [replace(each, face=proof) if isinstance(each, Cleaned) else each for each in done]


def _proof(job: Job, defaced: DefacedSeries, written: Sequence[Cleaned]) -> FaceProof:
    from viewer.surface import remains, voxels_of  # only here: it loads VTK

    series = max(
        load([job.folder / each.name for each in written]).series(),
        key=lambda each: each.frame_count,
    )
    with FrameReader() as reader:
        before, after = read_volume(job.series, reader), read_volume(series, reader)
    left = remains(voxels_of(after, series.modality), defaced.basis)
    wish = next(each.plan.deface for each in job.items if each.plan.deface)
    return _joined(left, defaced, wish.by_person, wish.edit, _compared(job, defaced, before, after))


def _joined(
    left: Remains,
    defaced: DefacedSeries,
    by_person: bool,
    edit: FaceEdit,
    counts: tuple[int, int, int, int, str],
) -> FaceProof:
    step = defaced.basis.step
    return FaceProof(
        str(left.risk.grade),
        left.relief,
        left.hog,
        left.haar,
        left.skin_alike,
        left.bone_alike,
        *counts,
        step.cut_mm,
        step.band_mm,
        defaced.confident,
        by_person,
        edit,
        left.shown,
    )


def _compared(
    job: Job, defaced: DefacedSeries, before: Volume, after: Volume
) -> tuple[int, int, int, int, str]:
    """Masked, changed, changed outside, changed in the lock, and the digest of the mask."""
    from viewer.surface import locked_count, voxels_of

    plans = {each.plan.source: each.plan for each in job.items}
    changed = np.zeros(before.array.shape, bool)
    masked = outside = 0
    digest = hashlib.sha256()
    for number, place in enumerate(after.positions):
        same = int(np.linalg.norm(before.positions - place, axis=1).argmin())
        source, frame = before.sources[same], before.frames[same]
        patch = defaced.patch(source, frame)
        digest.update(patch.bits.tobytes())
        differs, allowed = before.array[same] != after.array[number], patch.mask
        masked += int(allowed.sum())
        _forget_blanked(differs, plans[source], frame)
        outside += int((differs & ~allowed).sum())
        changed[same] = differs
    locked = locked_count(changed, voxels_of(before, job.series.modality), defaced.basis)
    return masked, int(changed.sum()), outside, locked, digest.hexdigest()


def _forget_blanked(differs: NDArray[np.bool_], plan: InstancePlan, frame: int) -> None:
    for area, frames in plan.boxes:
        if frames is None or frame in frames:
            for row, first, after in area.runs():
                if 0 <= row < len(differs):
                    differs[row, max(0, first) : max(0, after)] = False
