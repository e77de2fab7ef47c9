"""A decoded frame made ready for the screen, away from the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset

from viewer.dicom import (
    Frame,
    FrameReader,
    VoiParameters,
    Window,
    default_window,
    read_dataset,
    to_display,
    voi_parameters,
)
from viewer.errors import ScanveilError
from viewer.model import Instance

_SMALL = 640
COLOUR_WINDOW = Window(128.0, 256.0)


@dataclass(frozen=True)
class Picture:
    """A frame and its halved copies.

    ``levels`` are (rows, cols) stored values, or (rows, cols, 3) uint8 RGB when ``is_colour``, each
    half the one before. ``frame`` (without its pixels) and ``voi`` turn stored values into greys.
    ``window`` is what to say and to start dragging from.
    """

    frame: Frame
    voi: VoiParameters
    levels: tuple[NDArray[Any], ...]
    is_colour: bool
    window: Window
    aspect: float

    @property
    def columns(self) -> int:
        """Columns of the stored matrix."""
        return int(self.levels[0].shape[1])

    @property
    def rows(self) -> int:
        """Rows of the stored matrix."""
        return int(self.levels[0].shape[0])

    @property
    def is_negative(self) -> bool:
        """Whether high values are dark."""
        return self.frame.photometric == "MONOCHROME1"

    @property
    def own_window(self) -> Window | None:
        """What the file asks for; None when that is a VOI LUT and no window."""
        has_only_table = self.voi.voi_lut is not None and not self.voi.windows
        return None if has_only_table else self.window

    @property
    def size(self) -> int:
        """Bytes of pixels held."""
        return int(sum(level.nbytes for level in self.levels))


@dataclass(frozen=True)
class Failure:
    """A frame that cannot be shown, with a sentence for the user."""

    sentence: str
    size: int = 1024


def read_header(instance: Instance) -> Dataset:
    """The instance's header; raises UnreadableError."""
    return read_dataset(instance.source, pixels=False)


def decode(instance: Instance, number: int, header: Dataset, reader: FrameReader) -> Picture:
    """One frame ready to show; raises UnreadableError when it cannot be decoded."""
    frame = reader.frame(instance.source, number)
    voi = voi_parameters(header, frame.index)
    is_colour = frame.is_color or voi.palette is not None
    window = COLOUR_WINDOW if is_colour else default_window(voi, frame)
    array = to_display(frame, voi) if is_colour else frame.values
    levels = _halved(np.ascontiguousarray(array))
    small = replace(frame, array=frame.array[:1, :1].copy())  # the levels hold the pixels
    return Picture(small, voi, levels, is_colour, window, _aspect(instance, header))


def sentence_for(error: ScanveilError) -> str:
    """What to say in place of the picture."""
    return f"This frame cannot be shown. {error}"


def _halved(array: NDArray[Any]) -> tuple[NDArray[Any], ...]:
    levels = [array]
    while min(levels[-1].shape[:2]) > _SMALL:
        rows, columns = levels[-1].shape[:2]
        half = (columns + 1) // 2, (rows + 1) // 2
        levels.append(_resized(levels[-1], half))
    return tuple(levels)


def _resized(array: NDArray[Any], size: tuple[int, int]) -> NDArray[Any]:
    if array.dtype.name in ("uint8", "uint16", "int16", "float32", "float64"):
        return np.asarray(cv2.resize(array, size, interpolation=cv2.INTER_AREA))
    small = cv2.resize(array.astype(np.float64), size, interpolation=cv2.INTER_AREA)
    return np.asarray(np.rint(small).astype(array.dtype))


def _aspect(instance: Instance, header: Dataset) -> float:
    """Height of a pixel over its width, from the spacing or Pixel Aspect Ratio (0028,0034)."""
    if instance.spacing and min(instance.spacing) > 0:
        return _sensible(instance.spacing[0] / instance.spacing[1])
    try:
        vertical, horizontal = (float(each) for each in header.PixelAspectRatio)
        return _sensible(vertical / horizontal)
    except (AttributeError, TypeError, ValueError, ZeroDivisionError):
        return 1.0


def _sensible(aspect: float) -> float:
    return aspect if 0.05 <= aspect <= 20 else 1.0
