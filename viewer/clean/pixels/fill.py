"""The cell that shows as the darkest there is in an image."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from viewer.dicom import Frame, default_window, to_display

_PARTIAL_BLACK = 16


def darkest_cell(frames: Sequence[Frame], ds: Dataset) -> NDArray[Any]:
    """One stored cell (a number, or one per sample) that is displayed as dark as the image gets.

    Black for colour, the darkest index for palettes, else the end of the image's own range of
    values that its display shows darker.
    """
    first = frames[0]
    photometric = first.photometric
    if first.is_color:
        return _black(first, photometric)
    if photometric == "PALETTE COLOR":
        return _darkest_index(first, ds)
    return _darkest_value(frames, ds)


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


def _darkest_value(frames: Sequence[Frame], ds: Dataset) -> NDArray[Any]:
    lowest = min((_extreme(each, highest=False) for each in frames), key=lambda pair: pair[0])
    highest = max((_extreme(each, highest=True) for each in frames), key=lambda pair: pair[0])
    first = frames[0]
    pair = np.array([[lowest[1], highest[1]]]).astype(first.array.dtype)
    window = default_window(ds, first)
    shown = to_display(Frame(pair, first.photometric, first.spec), ds, window)
    if shown[0, 0] == shown[0, 1]:
        return np.asarray(pair[0, int(first.photometric == "MONOCHROME1")])
    return np.asarray(pair[0, int(shown[0].argmin())])


def _extreme(frame: Frame, *, highest: bool) -> tuple[Any, Any]:
    """The lowest or highest image value of a frame, and the cell that holds it."""
    values = frame.values
    place = int(values.argmax() if highest else values.argmin())
    return values.flat[place], frame.array.flat[place]
