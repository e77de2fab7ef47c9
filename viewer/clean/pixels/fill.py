"""The cell that shows as the darkest there is in an image."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from viewer.dicom import SEQUENTIAL_JPEG, Frame, default_window, to_display

_PARTIAL_BLACK = 16


def darkest_cell(first: Frame, ds: Dataset) -> NDArray[Any]:
    """One stored cell (a number, or one per sample) that is displayed as dark as a frame gets.

    Black for colour, the darkest index for palettes, else the end of the frame's own range of
    values that its display shows darker; of all values where JPEG can only store those exactly.
    """
    photometric = first.photometric
    if first.is_color:
        return _black(first, photometric)
    if photometric == "PALETTE COLOR":
        return _darkest_index(first, ds)
    return _darkest_value(first, ds)


def _black(frame: Frame, photometric: str) -> NDArray[Any]:
    dtype = frame.array.dtype
    cell = np.zeros(frame.array.shape[2], dtype)
    if photometric.startswith("YBR") and not photometric.startswith(("YBR_ICT", "YBR_RCT")):
        cell[1:3] = 1 << (frame.spec.bits_stored - 1)
        cell[0] = _PARTIAL_BLACK if "PARTIAL" in photometric else 0
    return cell


def _darkest_index(frame: Frame, ds: Dataset) -> NDArray[Any]:
    count = 1 << min(frame.spec.bits_stored, 16)
    indices = np.arange(count, dtype=f"u{frame.array.dtype.itemsize}").reshape(1, -1)
    shown = to_display(Frame(indices, frame.photometric, frame.spec), ds, None)
    colours = shown.reshape(count, -1).astype(int).sum(axis=1)
    return np.asarray(indices[0, int(colours.argmin())].astype(frame.array.dtype))


def _darkest_value(frame: Frame, ds: Dataset) -> NDArray[Any]:
    pair = _ends(frame)
    window = default_window(ds, frame)
    shown = to_display(Frame(pair, frame.photometric, frame.spec), ds, window)
    if shown[0, 0] == shown[0, 1]:
        return np.asarray(pair[0, int(frame.photometric == "MONOCHROME1")])
    return np.asarray(pair[0, int(shown[0].argmin())])


def _ends(frame: Frame) -> NDArray[Any]:
    """The cells of the lowest and the highest image value, (1, 2)."""
    spec = frame.spec
    if spec.transfer_syntax in SEQUENTIAL_JPEG and not spec.signed:
        return np.array([[0, (1 << spec.bits_stored) - 1]], frame.array.dtype)
    places = int(frame.values.argmin()), int(frame.values.argmax())
    return np.asarray(frame.array.reshape(1, -1)[:, places])
