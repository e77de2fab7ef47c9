"""Frames to what a screen shows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from pydicom.dataset import Dataset

from viewer.dicom.colour import rgb_from_ybr
from viewer.dicom.frame import Array, Frame, image_values
from viewer.dicom.pixel_spec import PixelSpec
from viewer.dicom.voi import VoiParameters, Window, voi_parameters

FULL_8_BIT = Window(128.0, 256.0)
_SAMPLE = 1 << 20


def to_display(
    frame: Frame, ds_or_voi: Dataset | VoiParameters, window: Window | None = None
) -> Array:
    """uint8 grey (rows, columns) or RGB (rows, columns, 3), ready for a screen.

    Without ``window`` the file's own VOI LUT or first window is used, else the range of the values.
    """
    voi = _parameters(frame, ds_or_voi)
    if frame.is_color:
        return _colour(frame, window)
    if frame.photometric == "PALETTE COLOR" and voi.palette is not None:
        return voi.palette.apply(frame.values)
    if window is None and not voi.windows and voi.voi_lut is None:
        window = default_window(voi, frame)
    if frame.array.dtype.kind in "iu" and frame.array.dtype.itemsize <= 2:
        table = _table(voi, window, frame.array.dtype.str, frame.spec, frame.photometric)
        index = frame.array.view(f"u{frame.array.dtype.itemsize}")
        return np.take(table, index)
    return _grey(frame.values, voi, window, frame.photometric)


def default_window(ds_or_voi: Dataset | VoiParameters, frame: Frame) -> Window:
    """The file's first window, else its VOI LUT's domain, else the range of the values."""
    voi = _parameters(frame, ds_or_voi)
    if frame.is_color:
        return FULL_8_BIT
    if voi.windows:
        return voi.windows[0]
    if voi.voi_lut is not None:
        size = len(voi.voi_lut.entries)
        return Window(voi.voi_lut.first + size / 2, float(size))
    plain = voi.slope == 1.0 and voi.intercept == 0.0 and voi.modality_lut is None
    if frame.spec.bits_stored == 8 and plain:
        return FULL_8_BIT
    return _window_of_values(frame, voi)


def modality_values(frame: Frame, ds: Dataset | VoiParameters) -> Array:
    """Image values in modality units (HU for CT), float32, (rows, columns)."""
    return _parameters(frame, ds).modality(frame.values)


def _parameters(frame: Frame, ds_or_voi: Dataset | VoiParameters) -> VoiParameters:
    if isinstance(ds_or_voi, VoiParameters):
        return ds_or_voi
    return voi_parameters(ds_or_voi, frame.index)


def _window_of_values(frame: Frame, voi: VoiParameters) -> Window:
    """From the 0.5th to the 99.5th percentile of a sample without padding values."""
    step = max(1, round((frame.array.size / _SAMPLE) ** 0.5))
    values, counts = _counted(image_values(frame.array[::step, ::step], frame.spec).ravel())
    if voi.padding is not None:
        inside = (values < voi.padding[0]) | (values > voi.padding[1])
        values, counts = (values[inside], counts[inside]) if inside.any() else (values, counts)
    scaled = voi.modality(values)
    finite = np.isfinite(scaled)
    if not finite.any():
        return FULL_8_BIT
    low, high = _percentiles(scaled[finite], counts[finite], (0.005, 0.995))
    if high <= low:
        low, high = float(scaled[finite].min()), float(scaled[finite].max())
    return Window((low + high + 1) / 2, max(1.0, high - low + 1))


def _counted(values: Array) -> tuple[Array, Array]:
    """Different values and how often each occurs; many times faster than sorting them all."""
    size = values.dtype.itemsize
    if values.dtype.kind not in "iu" or size > 2:
        return values, np.ones(values.size, np.intp)
    patterns = values.view(f"u{size}")
    counts = np.bincount(patterns)
    present = np.flatnonzero(counts)
    return present.astype(patterns.dtype).view(values.dtype), counts[present]


def _percentiles(values: Array, counts: Array, shares: tuple[float, ...]) -> Iterator[float]:
    """Linear between neighbours in order, as numpy's default."""
    order = np.argsort(values, kind="stable")
    ordered, upto = values[order], np.cumsum(counts[order])
    for share in shares:
        place = share * (int(upto[-1]) - 1)
        below, above = (
            float(ordered[np.searchsorted(upto, rank, side="right")])
            for rank in (math.floor(place), math.ceil(place))
        )
        yield below + (above - below) * (place - math.floor(place))


@lru_cache(maxsize=64)
def _table(
    voi: VoiParameters, window: Window | None, dtype: str, spec: PixelSpec, photometric: str
) -> Array:
    """Grey for every bit pattern a cell can have."""
    size = np.dtype(dtype).itemsize
    patterns = np.arange(1 << 8 * size, dtype=f"u{size}").view(dtype)
    return _grey(image_values(patterns, spec), voi, window, photometric)


def _grey(values: Array, voi: VoiParameters, window: Window | None, photometric: str) -> Array:
    scaled = voi.modality(values)
    if window is None and voi.voi_lut is not None and not voi.windows:
        top = float((1 << voi.voi_lut.bits) - 1) or 1.0
        level = voi.voi_lut.apply(scaled) / np.float32(top)
    else:
        level = window_level(scaled, window or voi.windows[0], voi.function)
    if photometric == "MONOCHROME1":
        level = 1 - level
    if not np.isfinite(level).all():
        np.nan_to_num(level, copy=False)
    return np.clip(level * 255 + 0.5, 0, 255).astype(np.uint8)


def window_level(values: Array, window: Window, function: str = "LINEAR") -> Array:
    """Modality values to 0..1 (PS3.3 C.11.2.1.2, C.11.2.1.3); unclipped for the linear ones."""
    width = max(window.width, 1e-9)
    if function == "SIGMOID":
        exponent = np.clip(-4 * (values - window.center) / width, -60, 60)
        sigmoid: Array = 1 / (1 + np.exp(exponent))
        return sigmoid
    if function == "LINEAR_EXACT":
        exact: Array = (values - window.center) / width + 0.5
        return exact
    if width <= 1:
        return (values > window.center - 0.5).astype(np.float32)
    linear: Array = (values - (window.center - 0.5)) / (width - 1) + 0.5
    return linear


def _colour(frame: Frame, window: Window | None) -> Array:
    array = frame.values[:, :, :3]
    if array.dtype != np.uint8:
        shift = max(0, frame.spec.bits_stored - 8)
        array = (array >> shift if array.dtype.kind in "iu" else array * 255).astype(np.uint8)
    if frame.photometric.startswith("YBR"):
        array = rgb_from_ybr(array, frame.photometric)
    if window is not None and window != FULL_8_BIT:
        ramp = window_level(np.arange(256, dtype=np.float32), window)
        return np.take(np.clip(ramp * 255 + 0.5, 0, 255).astype(np.uint8), array)
    return np.ascontiguousarray(array)
