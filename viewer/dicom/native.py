"""Uncompressed pixel data to frames (PS3.5 8.1, 8.2; PS3.3 C.7.6.3.1.3)."""

from __future__ import annotations

import numpy as np

from viewer.dicom.failures import truncated
from viewer.dicom.frame import Array
from viewer.dicom.pixel_spec import PixelSpec


def cell_dtype(spec: PixelSpec, *, little: bool = True) -> np.dtype[np.generic]:
    """The dtype of one stored cell; single bits become uint8."""
    size = max(1, spec.bits_allocated // 8)
    kind = "f" if spec.floating else "i" if spec.signed and spec.bits_allocated > 1 else "u"
    return np.dtype(f"{'<' if little else '>'}{kind}{size}")


def native_frame(data: bytes | memoryview, index: int, spec: PixelSpec, *, little: bool) -> Array:
    """Frame ``index`` of native pixel data; raises UnreadableError when it is not all there."""
    first_bit = index * spec.frame_bits
    start, end = first_bit // 8, -(-(first_bit + spec.frame_bits) // 8)
    if end > len(data):
        raise truncated("the pixel data")
    raw = bytes(data[start:end])
    if spec.bits_allocated == 1:
        return _bits(raw, first_bit % 8, spec)
    if spec.bits_allocated == 8 and not little:
        return _swapped_bytes(data, start, end, spec)
    cells = np.frombuffer(raw, cell_dtype(spec, little=little))
    native = cells.astype(cells.dtype.newbyteorder("="), copy=False)
    return arrange(native, spec)


def arrange(cells: Array, spec: PixelSpec) -> Array:
    """Flat cells to (rows, columns[, samples]) from any planar configuration or 4:2:2 chroma."""
    if spec.is_subsampled:
        return _upsampled(cells, spec)
    if spec.samples == 1:
        return cells.reshape(spec.rows, spec.columns)
    if spec.planar == 1:
        planes = cells.reshape(spec.samples, spec.rows, spec.columns)
        return np.ascontiguousarray(planes.transpose(1, 2, 0))
    return cells.reshape(spec.rows, spec.columns, spec.samples)


def _bits(raw: bytes, skip: int, spec: PixelSpec) -> Array:
    unpacked = np.unpackbits(np.frombuffer(raw, np.uint8), bitorder="little")
    return arrange(unpacked[skip : skip + spec.frame_bits], spec)


def _swapped_bytes(data: bytes | memoryview, start: int, end: int, spec: PixelSpec) -> Array:
    """8-bit cells inside big endian 16-bit words stand in pairs swapped (PS3.5 8.1.1)."""
    first, last = start - start % 2, end + end % 2
    words = bytes(data[first:last]).ljust(last - first, b"\0")
    swapped = np.frombuffer(words, "<u2").byteswap().tobytes()
    cells = np.frombuffer(swapped[start - first : end - first], cell_dtype(spec))
    return arrange(cells, spec)


def _upsampled(cells: Array, spec: PixelSpec) -> Array:
    """Y1 Y2 Cb Cr for every two pixels to one Y Cb Cr per pixel."""
    pairs = cells.reshape(-1, 4)
    out = np.empty((pairs.shape[0] * 2, 3), cells.dtype)
    out[0::2, 0], out[1::2, 0] = pairs[:, 0], pairs[:, 1]
    out[:, 1] = np.repeat(pairs[:, 2], 2)
    out[:, 2] = np.repeat(pairs[:, 3], 2)
    return out.reshape(spec.rows, spec.columns, 3)
