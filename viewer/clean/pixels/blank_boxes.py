"""Fills accepted boxes with the darkest value, in every frame they hold for."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from viewer.clean.pixels.derived import mark_derived
from viewer.clean.pixels.fill import darkest_cell
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom import write_pixels
from viewer.model import Area, AttributePath, Change, box_of

_PIXEL_DATA = AttributePath((0x7FE00010,))
_DESCRIPTION = "Boxes of text blanked"


class BlankBoxes:
    """Solid fill, never blur: what is under a box is gone; all other pixels stay bit-identical."""

    id = "pixels.blank-boxes"
    version = "1"
    title = "Blank boxes in pixels"
    cleans = "every pixel inside an accepted box, in all frames it holds for"
    cannot = (
        "blank text that nobody and nothing marked; keep a lossy compression once boxes change it"
    )
    order = 100

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Fill the boxes of the plan; without boxes the pixel bytes stay as they are.

        Raises UnreadableError when the pixels cannot be decoded.
        """
        if not plan.boxes:
            return []
        frames = list(context.reader.frames(plan.source))
        cell = darkest_cell(frames, ds)
        arrays = [np.array(frame.array) for frame in frames]
        changes = [
            change
            for area, wanted in plan.boxes
            if (change := _blank(arrays, area, wanted, cell)) is not None
        ]
        if not changes:
            return []
        notes = write_pixels(ds, arrays, frames[0].photometric)
        return [
            *changes,
            *(Change(self.id, "transcoded", note, _PIXEL_DATA) for note in notes),
            *mark_derived(ds, self.id, _DESCRIPTION),
        ]


def _blank(
    arrays: list[NDArray[Any]], area: Area, wanted: tuple[int, ...] | None, cell: NDArray[Any]
) -> Change | None:
    rows, columns = arrays[0].shape[:2]
    inside = box_of(area).clipped(columns, rows)
    chosen = [i for i in (range(len(arrays)) if wanted is None else wanted) if i < len(arrays)]
    if inside is None or not chosen:
        return None
    mask = np.zeros((rows, columns), bool)
    for row, first, after in area.runs():
        if 0 <= row < rows:
            mask[row, max(0, first) : max(0, after)] = True
    for index in chosen:
        arrays[index][mask] = cell
    count = int(mask.sum()) * len(chosen)
    frames = None if wanted is None else tuple(chosen)
    return Change(METHOD.id, "blanked", "accepted finding", _PIXEL_DATA, inside, frames, count)


METHOD = BlankBoxes()
