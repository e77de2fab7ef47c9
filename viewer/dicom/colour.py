"""YBR to RGB (PS3.3 C.7.6.3.1.2), by tables because whole cine loops pass through it."""

from __future__ import annotations

import numpy as np

from viewer.dicom.frame import Array

_CENTRED = np.arange(256, dtype=np.float32) - 128
_RED_CR = np.rint(1.402 * _CENTRED).astype(np.int16)
_GREEN_CB = (-0.344136 * _CENTRED).astype(np.float32)
_GREEN_CR = (-0.714136 * _CENTRED).astype(np.float32)
_GREEN = np.rint(_GREEN_CB[:, None] + _GREEN_CR[None, :]).astype(np.int16)
_BLUE_CB = np.rint(1.772 * _CENTRED).astype(np.int16)


def rgb_from_ybr(array: Array, photometric: str = "YBR_FULL") -> Array:
    """uint8 (rows, columns, 3) Y, Cb, Cr to R, G, B."""
    if photometric.startswith("YBR_PARTIAL"):
        array = _full_range(array)
    luma = array[:, :, 0].astype(np.int16)
    cb, cr = array[:, :, 1], array[:, :, 2]
    out = np.empty(array.shape, np.uint8)
    out[:, :, 0] = np.clip(luma + _RED_CR[cr], 0, 255)
    out[:, :, 1] = np.clip(luma + _GREEN[cb, cr], 0, 255)
    out[:, :, 2] = np.clip(luma + _BLUE_CB[cb], 0, 255)
    return out


def _full_range(array: Array) -> Array:
    """Video range (16 to 235, 16 to 240) stretched to 0 to 255."""
    scale = np.array([255 / 219, 255 / 224, 255 / 224], np.float32)
    offset = np.array([16, 128, 128], np.float32)
    centre = np.array([0, 128, 128], np.float32)
    stretched = (array.astype(np.float32) - offset) * scale + centre
    full: Array = np.clip(np.rint(stretched), 0, 255).astype(np.uint8)
    return full
