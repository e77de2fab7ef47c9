"""Fills accepted boxes with the darkest value, in every frame they hold for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from viewer.clean.pixels.fill import darkest_cell
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom import Frame, PixelSpec, fill_pixels, pixel_spec
from viewer.model import Area, AttributePath, Change, box_of

_PIXEL_DATA = AttributePath((0x7FE00010,))
_RULE = "accepted finding"
_BESIDE = "whole JPEG blocks, or shared chroma, around accepted findings"

Mask = NDArray[np.bool_]
Areas = Sequence[tuple[Area, tuple[int, ...] | None]]


class BlankBoxes:
    """Solid fill, never blur: what is under a mark is gone; all other pixels stay bit-identical."""

    id = "pixels.blank-boxes"
    version = "2"
    title = "Blank boxes in pixels"
    cleans = "every pixel inside an accepted box or outline, in all frames it holds for"
    cannot = (
        "blank text that nobody and nothing marked; blank less than a block of 8 or 16 pixels in "
        "JPEG baseline and extended; keep other lossy syntaxes, which become lossless as decoded"
    )
    order = 100

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Fill the boxes of the plan; without boxes the pixel bytes stay as they are.

        Raises UnreadableError when the pixels cannot be decoded.
        """
        spec = pixel_spec(ds)
        if not plan.boxes or spec is None:
            return []
        changes = [each for area in plan.boxes if (each := _change(*area, spec)) is not None]
        if not changes:
            return []
        masks = frame_masks(plan.boxes, spec)

        def frame_of(index: int) -> Frame:
            return context.reader.frame(plan.source, index)

        cell = darkest_cell(frame_of(min(masks)), ds)
        filled = fill_pixels(ds, frame_of, masks, cell)
        if filled.beside:
            changes.append(Change(self.id, "blanked", _BESIDE, _PIXEL_DATA, count=filled.beside))
        notes = (Change(self.id, "transcoded", note, _PIXEL_DATA) for note in filled.notes)
        return [*changes, *notes]


def frame_masks(areas: Areas, spec: PixelSpec) -> dict[int, Mask]:
    """The pixels to fill, boolean (rows, columns), by frame; frames with equal ones share them."""
    made: dict[tuple[int, ...], Mask] = {}
    masks = {}
    for index in range(spec.frames):
        here = tuple(n for n, (_, frames) in enumerate(areas) if frames is None or index in frames)
        if here not in made:
            made[here] = _mask([areas[n][0] for n in here], spec.rows, spec.columns)
        if made[here].any():
            masks[index] = made[here]
    return masks


def _mask(areas: Sequence[Area], rows: int, columns: int) -> Mask:
    mask = np.zeros((rows, columns), bool)
    for area in areas:
        for row, first, after in area.runs():
            if 0 <= row < rows:
                mask[row, max(0, first) : max(0, after)] = True
    return mask


def _change(area: Area, wanted: tuple[int, ...] | None, spec: PixelSpec) -> Change | None:
    inside = box_of(area).clipped(spec.columns, spec.rows)
    frames = None if wanted is None else tuple(i for i in wanted if 0 <= i < spec.frames)
    count = int(np.count_nonzero(_mask([area], spec.rows, spec.columns)))
    count *= spec.frames if frames is None else len(frames)
    if inside is None or not count:
        return None
    return Change(METHOD.id, "blanked", _RULE, _PIXEL_DATA, inside, frames, count)


METHOD = BlankBoxes()
