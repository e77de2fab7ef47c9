"""One decoded frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from viewer.dicom.pixel_spec import PixelSpec

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Frame:
    """Stored values of one frame after decompression.

    ``array`` has shape (rows, columns) or (rows, columns, samples) in native byte order with every
    stored bit, also the unused high ones. ``photometric`` belongs to ``array``: "RGB" after a JPEG
    whose YBR was converted, "YBR_FULL" for RLE in YBR_FULL. ``spec`` is what the header says.
    """

    array: Array
    photometric: str
    spec: PixelSpec
    index: int = 0

    @cached_property
    def values(self) -> Array:
        """The image values: bits outside Bits Stored cut off, the sign extended."""
        return image_values(self.array, self.spec)

    @property
    def is_color(self) -> bool:
        """Whether a pixel is more than one sample."""
        return self.array.ndim == 3


def image_values(array: Array, spec: PixelSpec) -> Array:
    """Stored cells reduced to the bits that are the image (PS3.5 8.1.1); no copy when clean."""
    width = array.dtype.itemsize * 8
    unused = width - spec.bits_stored
    if array.dtype.kind == "f" or unused <= 0 or spec.bits_allocated == 1:
        return array
    shift_down = spec.high_bit + 1 - spec.bits_stored
    if shift_down < 0 or spec.high_bit >= width:
        shift_down = 0
    shift_up = width - spec.bits_stored - shift_down
    kind = "i" if spec.signed else "u"
    typed = array.astype(f"{kind}{array.dtype.itemsize}", copy=False)
    if shift_down == 0 and _is_clean(typed, spec):
        return typed
    shifted: Array = np.right_shift(np.left_shift(typed, shift_up), unused)
    return shifted


def _is_clean(array: Array, spec: PixelSpec) -> bool:
    if array.size == 0:
        return True
    if array.dtype.kind == "u":
        return bool(int(array.max()) < 1 << spec.bits_stored)
    half = 1 << (spec.bits_stored - 1)
    return bool(int(array.max()) < half and int(array.min()) >= -half)
