"""What overlay planes draw over a frame (PS3.3 C.9.2; inside the pixels, PS3.5 8.1.1, retired)."""

from __future__ import annotations

import numpy as np
from pydicom.dataset import Dataset

from viewer.dicom.elements import read_element
from viewer.dicom.frame import Array, Frame
from viewer.dicom.planes import GROUPS, numbered, value_of

_ROWS, _COLUMNS, _FRAMES, _ORIGIN, _FIRST = 0x10, 0x11, 0x15, 0x50, 0x51
_BIT, _DATA = 0x102, 0x3000


def overlay_mask(ds: Dataset, frame: Frame) -> Array | None:
    """bool (rows, columns) of the pixels that overlays draw on a frame, None without any."""
    shape = frame.array.shape[:2]
    drawn = np.zeros(shape, bool)
    for group in GROUPS:
        if (group << 16) + _ROWS in ds:
            plane = _plane(ds, group, frame)
            if plane is not None:
                _lay(drawn, plane, _origin(ds, group))
    return drawn if drawn.any() else None


def _plane(ds: Dataset, group: int, frame: Frame) -> Array | None:
    rows, columns = numbered(ds, group, _ROWS), numbered(ds, group, _COLUMNS)
    data = value_of(ds, group, _DATA)
    if not isinstance(data, bytes):
        return _inside(frame, numbered(ds, group, _BIT))
    number = frame.index - max(0, numbered(ds, group, _FIRST) - 1)
    size, frames = rows * columns, numbered(ds, group, _FRAMES)
    number = number if frames else 0  # one plane for every frame
    if size <= 0 or not 0 <= number < max(1, frames):
        return None
    first, after = number * size, (number + 1) * size
    part = np.frombuffer(data, np.uint8)[first // 8 : -(-after // 8)]
    bits = np.unpackbits(part, bitorder="little")[first % 8 :][:size]
    return bits.astype(bool).reshape(rows, columns) if bits.size == size else None


def _inside(frame: Frame, bit: int) -> Array | None:
    cells = frame.array
    width = cells.dtype.itemsize * 8
    if cells.ndim != 2 or cells.dtype.kind not in "iu" or not 0 < bit < width:
        return None
    if frame.spec.high_bit - frame.spec.bits_stored < bit <= frame.spec.high_bit:
        return None  # a bit of the image itself
    return np.asarray(cells.view(f"u{cells.dtype.itemsize}") >> bit & 1 > 0)


def _origin(ds: Dataset, group: int) -> tuple[int, int]:
    """Row and column of the image, counted from 0, where the plane begins."""
    tag = (group << 16) + _ORIGIN
    found = read_element(ds, tag) if tag in ds else None
    try:
        row, column = (int(each) for each in found.value) if found is not None else (1, 1)
    except (TypeError, ValueError):
        return 0, 0
    return row - 1, column - 1


def _lay(drawn: Array, plane: Array, origin: tuple[int, int]) -> None:
    """Put a plane where it belongs; what reaches beyond the image is left out."""
    into, part = [], []
    for begin, size, room in zip(origin, plane.shape, drawn.shape, strict=True):
        into.append(slice(max(0, begin), max(0, min(room, begin + size))))
        part.append(slice(max(0, -begin), max(0, min(size, room - begin))))
    drawn[tuple(into)] |= plane[tuple(part)]
