"""Cuts what hides in uncompressed pixel data beside the image: unused bits and trailing bytes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRBigEndian

from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom import PixelSpec, pixel_bytes, pixel_spec
from viewer.dicom.frame import image_values
from viewer.model import AttributePath, Change

_PIXEL_DATA = AttributePath((0x7FE00010,))
_RULE = "PS3.5 8.1.1"
_PIECE = 4 << 20


class UnusedBits:
    """Overlays and anything else above Bits Stored become 0; bytes after the last pixel go."""

    id = "pixels.unused-bits"
    version = "1"
    title = "Unused bits and bytes of pixel data"
    cleans = "data above the image's own bits, and bytes after the last pixel, when uncompressed"
    cannot = "look into unused bits of compressed pixel data"
    order = 110

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Clear the bits that no image value uses; pixel bytes without any stay as they are."""
        spec = pixel_spec(ds)
        if spec is None or "PixelData" not in ds or _is_compressed(ds):
            return []
        return [*self._trailing(ds, spec), *self._bits(ds, spec)]

    def _trailing(self, ds: Dataset, spec: PixelSpec) -> list[Change]:
        data = pixel_bytes(ds)
        needed = -(-spec.frames * spec.frame_bits // 8)
        extra = len(data) - needed
        if extra <= 0 or (extra == 1 and len(data) % 2 == 0 and data[-1] == 0):
            return []
        ds["PixelData"].value = data[:needed] + b"\0" * (needed % 2)
        return [Change(self.id, "removed", _RULE, _PIXEL_DATA, count=extra)]

    def _bits(self, ds: Dataset, spec: PixelSpec) -> list[Change]:
        if spec.bits_stored >= spec.bits_allocated or spec.bits_allocated not in (8, 16, 32):
            return []
        big = ds.file_meta.get("TransferSyntaxUID") == ExplicitVRBigEndian
        size = spec.bits_allocated // 8
        data = pixel_bytes(ds)
        used = len(data) - len(data) % size
        rewritten, count = None, 0
        for start in range(0, used, _PIECE):  # in pieces, as arrays of everything are many times it
            piece = data[start : min(start + _PIECE, used)]
            cells = np.frombuffer(piece, f"{'>' if big else '<'}u{size}")
            cleared = _cleared(cells.astype(f"u{size}"), spec)
            if changed := int(np.count_nonzero(cleared != cells)):
                count += changed
                rewritten = bytearray(data) if rewritten is None else rewritten
                rewritten[start : start + len(piece)] = cleared.astype(cells.dtype).tobytes()
        if rewritten is None:
            return []
        ds["PixelData"].value = bytes(rewritten)
        return [Change(self.id, "cleaned", _RULE, _PIXEL_DATA, count=count)]


def _is_compressed(ds: Dataset) -> bool:
    meta = getattr(ds, "file_meta", None)
    syntax = meta.get("TransferSyntaxUID") if meta is not None else None
    return syntax is None or bool(syntax.is_encapsulated)


def _cleared(cells: NDArray[Any], spec: PixelSpec) -> NDArray[Any]:
    """Cells whose unused bits are neither 0 nor the sign carried on, rewritten without them."""
    low = spec.high_bit + 1 - spec.bits_stored
    low = 0 if low < 0 or spec.high_bit >= spec.bits_allocated else low
    mask = np.array(((1 << spec.bits_stored) - 1) << low, cells.dtype)
    plain = cells & mask
    if not spec.signed or low:
        return np.asarray(plain)
    carried = image_values(cells, spec).astype(cells.dtype)
    return np.asarray(np.where((cells == plain) | (cells == carried), cells, carried))


METHOD = UnusedBits()
