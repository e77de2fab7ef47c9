"""RLE Lossless (PS3.5 annex G), both ways."""

from __future__ import annotations

import itertools
import struct

import imagecodecs
import numpy as np

from viewer.dicom.failures import damaged, truncated
from viewer.dicom.frame import Array
from viewer.dicom.native import cell_dtype
from viewer.dicom.pixel_spec import PixelSpec

_HEADER = 64
_MAX_SEGMENTS = 15
_MAX_EXPANSION = 64


def decode_rle(data: bytes, spec: PixelSpec) -> Array:
    """One RLE frame to stored values; raises UnreadableError when segments lie or are short."""
    segments = _segments(data, spec)
    if spec.bits_allocated == 1:
        bits = np.unpackbits(segments[0], bitorder="little")
        return bits[: spec.rows * spec.columns].reshape(spec.rows, spec.columns)
    size = spec.bits_allocated // 8
    planes = np.empty((spec.samples, spec.rows * spec.columns, size), np.uint8)
    for number, segment in enumerate(segments):
        sample, byte = divmod(number, size)
        planes[sample, :, size - 1 - byte] = segment
    cells = planes.view(cell_dtype(spec)).reshape(spec.samples, spec.rows, spec.columns)
    return np.ascontiguousarray(cells.transpose(1, 2, 0)).reshape(spec.shape)


def _segments(data: bytes, spec: PixelSpec) -> list[Array]:
    if len(data) < _HEADER:
        raise truncated("the pixel data")
    count, *offsets = struct.unpack_from("<16L", data)
    size = max(1, spec.bits_allocated // 8)
    if count != spec.samples * size or count > _MAX_SEGMENTS:
        raise damaged("its RLE segments do not fit the header")
    bounds = [*offsets[:count], len(data)]
    if bounds[0] < _HEADER or any(a >= b for a, b in itertools.pairwise(bounds)):
        raise damaged("its RLE segments lie outside the frame")
    pixels = spec.rows * spec.columns
    wanted = -(-pixels // 8) if spec.bits_allocated == 1 else pixels
    return [_unpack(data[start:end], wanted) for start, end in itertools.pairwise(bounds)]


def _unpack(segment: bytes, wanted: int) -> Array:
    """PackBits, which expands at most 64-fold; short segments are cut-off files."""
    if len(segment) * _MAX_EXPANSION < wanted:
        raise truncated("the pixel data")
    try:
        decoded = np.frombuffer(imagecodecs.packbits_decode(segment), np.uint8)
    except imagecodecs.PackbitsError:
        raise damaged("its RLE segments cannot be unpacked") from None
    if decoded.size < wanted:
        raise truncated("the pixel data")
    return decoded[:wanted]


def encode_rle(array: Array) -> bytes:
    """Stored values of one frame, (rows, columns[, samples]), to an RLE frame."""
    rows, columns = array.shape[:2]
    size = array.dtype.itemsize
    little = np.ascontiguousarray(array.astype(array.dtype.newbyteorder("<"), copy=False))
    cells = little.reshape(rows, columns, -1, 1).view(np.uint8).reshape(rows, columns, -1, size)
    segments = [
        _pack(np.ascontiguousarray(cells[:, :, sample, byte]))
        for sample in range(cells.shape[2])
        for byte in reversed(range(size))
    ]
    offsets, position = [], _HEADER
    for segment in segments:
        offsets.append(position)
        position += len(segment)
    table = struct.pack("<16L", len(segments), *offsets, *[0] * (15 - len(offsets)))
    return table + b"".join(segments)


def _pack(plane: Array) -> bytes:
    """Rows are packed one by one: no run crosses a row end (PS3.5 G.3.1)."""
    packed = b"".join(bytes(imagecodecs.packbits_encode(row.tobytes())) for row in plane)
    return packed + b"\0" if len(packed) % 2 else packed
