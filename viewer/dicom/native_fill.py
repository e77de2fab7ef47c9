"""Fills pixels where they lie in uncompressed pixel data; no other byte is touched."""

from __future__ import annotations

from typing import Any

import numpy as np

from viewer.dicom.frame import Array
from viewer.dicom.native import cell_dtype
from viewer.dicom.pixel_spec import PixelSpec


def fill_native(data: bytearray, index: int, spec: PixelSpec, mask: Array, cell: Any) -> Array:
    """Set the masked pixels of frame ``index`` to ``cell``; the mask of the pixels it changed.

    ``data`` is little endian Pixel Data, ``mask`` boolean (rows, columns), ``cell`` one stored
    value, or one per sample. Where two columns share their chroma both are filled.
    """
    if spec.bits_allocated == 1:
        return _fill_bits(data, index, spec, mask, cell)
    kind = cell_dtype(spec)
    cells = np.frombuffer(
        data, kind, spec.frame_bits // spec.bits_allocated, index * spec.frame_bits // 8
    )
    if spec.is_subsampled:
        pairs = mask.reshape(-1, 2).any(axis=1)
        cells.reshape(-1, 4)[pairs] = np.asarray(cell)[[0, 0, 1, 2]].astype(kind)
        return np.repeat(pairs, 2).reshape(mask.shape)
    value = np.asarray(cell).astype(kind)
    if spec.samples == 1:
        cells.reshape(spec.rows, spec.columns)[mask] = value
    elif spec.planar == 1:
        cells.reshape(spec.samples, spec.rows, spec.columns)[:, mask] = value[:, None]
    else:
        cells.reshape(spec.rows, spec.columns, spec.samples)[mask] = value
    return mask


def _fill_bits(data: bytearray, index: int, spec: PixelSpec, mask: Array, cell: Any) -> Array:
    """Frames of single bits follow each other without a gap, so they start within bytes."""
    first = index * spec.frame_bits
    start, end = first // 8, -(-(first + spec.frame_bits) // 8)
    around = np.frombuffer(data, np.uint8, end - start, start)
    bits = np.unpackbits(around, bitorder="little")
    frame = bits[first % 8 : first % 8 + spec.frame_bits]
    frame[mask.ravel()] = int(cell)
    around[:] = np.packbits(bits, bitorder="little")
    return mask
