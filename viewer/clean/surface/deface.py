"""Writes the series' defacing into an instance, in stored values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom import Frame, VoiParameters, encode_dataset, voi_parameters, write_pixels
from viewer.dicom.pixel_file import PixelFile
from viewer.errors import UnreadableError
from viewer.model import AttributePath, Change, FaceGrade
from viewer.surface import SlicePatch

_PIXEL_DATA = AttributePath((0x7FE00010,))
_RULE = "accepted finding; PS3.15 Clean Recognizable Visual Features Option"


class Deface:
    """Air outside a smooth head, the same tissue below it; all other voxels stay bit-identical."""

    id = "surface.deface"
    version = "1"
    title = "Deface CT, MR and PET volumes"
    cleans = (
        "the face, the ears and the skin under the chin of a CT, MR or PET head, never the brain"
    )
    cannot = (
        "hide the shape of the skull or of teeth behind the new surface; change companions of the "
        "series such as structure sets, dose, scouts and secondary captures"
    )
    order = 200

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Replace the masked voxels of every frame; UnreadableError when that is not possible."""
        if not plan.deface or "PixelData" not in ds:
            return []
        if context.defaced is None:
            raise UnreadableError("Its face was to be removed but the volume was not prepared.")
        if context.defaced.after.grade is FaceGrade.RECOGNISABLE:
            raise UnreadableError("A face was still found after its face was removed.")
        frames = list(_frames(ds, plan, context))
        patches = [context.defaced.patch(plan.source, each.index) for each in frames]
        count = sum(len(patch.values) for patch in patches)
        if not count:
            return []
        arrays = [
            patched(frame, patch, voi_parameters(ds, frame.index))
            for frame, patch in zip(frames, patches, strict=True)
        ]
        notes = write_pixels(ds, arrays, frames[0].photometric)
        return [
            Change(self.id, "defaced", _RULE, _PIXEL_DATA, count=count),
            *(Change(self.id, "transcoded", note, _PIXEL_DATA) for note in notes),
        ]


def patched(frame: Frame, patch: SlicePatch, units: VoiParameters) -> NDArray[Any]:
    """A copy of a frame with the patch in stored values; raises UnreadableError."""
    if units.modality_lut is not None or frame.array.shape != patch.shape:
        raise UnreadableError("Its values cannot be written back without a loss.")
    result = np.array(frame.array)
    stored = (patch.values.astype(np.float64) - units.intercept) / units.slope
    result[patch.mask] = _cells(stored, frame, units)
    return result


def _cells(stored: NDArray[np.float64], frame: Frame, units: VoiParameters) -> NDArray[Any]:
    kind, spec = frame.array.dtype, frame.spec
    if kind.kind == "f":
        return stored.astype(kind)
    low = -(1 << (spec.bits_stored - 1)) if spec.signed else 0
    high = low + (1 << spec.bits_stored) - 1
    whole = np.rint(stored)
    if units.padding is not None:
        first, last = units.padding
        beside = last + 1 if last < high else first - 1
        whole[(whole >= first) & (whole <= last)] = beside
    shift = max(0, spec.high_bit + 1 - spec.bits_stored)
    cells: NDArray[Any] = (np.clip(whole, low, high).astype(np.int64) << shift).astype(kind)
    return cells


def _frames(ds: Dataset, plan: InstancePlan, context: CleanContext) -> Iterator[Frame]:
    """The frames as earlier methods left them: the source's, unless boxes were blanked."""
    if not any(each.what == "blanked" for each in context.changes):
        yield from context.reader.frames(plan.source)
        return
    written = PixelFile(b"".join(encode_dataset(ds)))
    for index in range(written.spec.frames):
        array, photometric = written.frame(index)
        yield Frame(array, photometric, written.spec, index)


METHOD = Deface()
