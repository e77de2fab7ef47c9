"""Pictures beside the image: overlay planes, unused bits of the pixels, icon images."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from pydicom.dataset import Dataset

from viewer.dicom.elements import read_element
from viewer.dicom.frame import Array, Frame
from viewer.dicom.pixel_spec import number, pixel_bytes
from viewer.errors import UnreadableError
from viewer.model import AttributePath

GROUPS = range(0x6000, 0x6100, 2)
_ROWS, _COLUMNS, _FRAMES, _DATA = 0x10, 0x11, 0x15, 0x3000
_ICON = AttributePath((0x00880200,))
_FIRST_BIT = AttributePath((0x60000102,))
_MOST_PIXELS = 1 << 26


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """A picture of uint8 (rows, columns), the attribute it stands in, and what to call it."""

    path: AttributePath
    title: str
    pixels: Array


def overlay_planes(ds: Dataset) -> Iterator[Plane]:
    """Overlays with data of their own that are not empty (PS3.3 C.9.2), their frames as one."""
    for group in GROUPS:
        data = value_of(ds, group, _DATA)
        rows, columns = (numbered(ds, group, each) for each in (_ROWS, _COLUMNS))
        size = rows * columns
        if not isinstance(data, bytes) or not 0 < size <= _MOST_PIXELS:
            continue
        frames = max(1, min(numbered(ds, group, _FRAMES), len(data) * 8 // size))
        bits = np.unpackbits(np.frombuffer(data, np.uint8), bitorder="little", count=frames * size)
        if not bits.any():
            continue
        path = AttributePath(((group << 16) + _DATA,))
        yield Plane(path, f"the overlay {group:04X}", _laid_together(bits, rows, columns))


def _laid_together(bits: Array, rows: int, columns: int) -> Array:
    return np.asarray(bits.reshape(-1, rows, columns).max(axis=0) * np.uint8(255))


def hidden_planes(frame: Frame) -> Iterator[Plane]:
    """Bits that the image does not use and that are neither empty nor the sign carried on.

    Overlays used to be kept there (PS3.5 8.1.1, retired).
    """
    spec, cells = frame.spec, frame.array
    width = cells.dtype.itemsize * 8
    if cells.ndim != 2 or cells.dtype.kind not in "iu" or spec.bits_stored >= width:
        return
    plain = cells.view(f"u{cells.dtype.itemsize}")
    low = max(0, spec.high_bit + 1 - spec.bits_stored)
    sign = plain >> spec.high_bit & 1 if spec.signed else None
    for bit in (each for each in range(width) if not low <= each <= spec.high_bit):
        plane = plain >> bit & 1
        if not plane.any() or (sign is not None and bit > spec.high_bit and (plane == sign).all()):
            continue
        yield Plane(
            _FIRST_BIT, f"unused bit {bit} of the pixels", np.asarray(plane * 255, np.uint8)
        )


def icon_plane(ds: Dataset) -> Plane | None:
    """The first icon image when it is uncompressed grey or palette colour of 8 bits."""
    items = ds.get("IconImageSequence")
    item = items[0] if items else None
    if item is None or "PixelData" not in item:
        return None
    try:
        rows, columns = number(item, "Rows"), number(item, "Columns")
        data = pixel_bytes(item)
    except UnreadableError:
        return None
    if not 0 < rows * columns <= len(data) <= rows * columns + 1:
        return None
    pixels = np.frombuffer(data, np.uint8)[: rows * columns].reshape(rows, columns)
    return Plane(_ICON, "the icon image", pixels)


def value_of(ds: Dataset, group: int, element: int) -> Any:
    """The value of an overlay's attribute, None when it is not there."""
    tag = (group << 16) + element
    found = read_element(ds, tag) if tag in ds else None
    return None if found is None else found.value


def numbered(ds: Dataset, group: int, element: int) -> int:
    """A whole number of an overlay, 0 when there is none."""
    value = value_of(ds, group, element)
    return int(value) if isinstance(value, int) else 0


def planes_of(ds: Dataset, frame: Frame | None) -> Iterator[Plane]:
    """All pictures beside the image; without a frame those in the header."""
    yield from overlay_planes(ds)
    icon = icon_plane(ds)
    if icon is not None:
        yield icon
    if frame is not None:
        yield from hidden_planes(frame)
