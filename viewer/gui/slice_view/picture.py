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
from viewer.dicom.elements import read_element
from viewer.dicom.icc import to_srgb
from viewer.dicom.overlays import overlay_mask
from viewer.errors import ScanveilError
from viewer.gui.language import tr
from viewer.gui.slice_view.placing import aspect, depths_mm, facing
from viewer.model import Instance

_SMALL = 640
_PROFILE = 0x00282000
COLOUR_WINDOW = Window(128.0, 256.0)


@dataclass(frozen=True)
class Picture:
    """A frame and its halved copies.

    ``levels`` are (rows, cols) stored values, or (rows, cols, 3) uint8 RGB when ``is_colour``, each
    half the one before. ``frame`` (without its pixels) and ``voi`` turn stored values into greys.
    ``window`` is what to say and to start dragging from. ``overlay`` is bool (rows, cols), what
    overlay planes draw. ``facing`` are the sides of the patient at the right and at the bottom of
    an image without an orientation in space, ``depth_mm`` is the place along the normal.
    """

    frame: Frame
    voi: VoiParameters
    levels: tuple[NDArray[Any], ...]
    is_colour: bool
    window: Window
    aspect: float
    overlay: NDArray[np.bool_] | None = None
    facing: tuple[str, str] = ("", "")
    depth_mm: float | None = None
    has_unused_profile: bool = False

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
        drawn = 0 if self.overlay is None else self.overlay.nbytes
        return int(sum(level.nbytes for level in self.levels)) + drawn


@dataclass(frozen=True)
class Failure:
    """A frame that cannot be shown, with a sentence for the user."""

    sentence: str
    size: int = 1024


@dataclass(frozen=True)
class Opened:
    """The header of an instance, and how deep its frames lie along their normal in mm."""

    header: Dataset
    depths_mm: tuple[float, ...]


def opened(instance: Instance) -> Opened:
    """What all frames of an instance share; raises UnreadableError."""
    header = read_dataset(instance.source, pixels=False)
    return Opened(header, depths_mm(instance, header))


def decode(instance: Instance, number: int, shared: Opened, reader: FrameReader) -> Picture:
    """One frame ready to show; raises UnreadableError when it cannot be decoded."""
    frame, header = reader.frame(instance.source, number), shared.header
    voi = voi_parameters(header, frame.index)
    is_colour = frame.is_color or voi.palette is not None
    window = COLOUR_WINDOW if is_colour else default_window(voi, frame)
    array = to_display(frame, voi) if is_colour else frame.values
    profiled = _by_profile(array, header) if is_colour else array
    levels = _halved(np.ascontiguousarray(array if profiled is None else profiled))
    small = replace(frame, array=frame.array[:1, :1].copy())  # the levels hold the pixels
    return Picture(
        small,
        voi,
        levels,
        is_colour,
        window,
        aspect(instance, header),
        overlay_mask(header, frame),
        facing(instance, header),
        shared.depths_mm[number] if number < len(shared.depths_mm) else None,
        has_unused_profile=profiled is None,
    )


def _by_profile(rgb: NDArray[Any], header: Dataset) -> NDArray[Any] | None:
    """In the colours of the screen; None when the profile is of a kind that is not understood."""
    found = read_element(header, _PROFILE) if _PROFILE in header else None
    is_there = found is not None and isinstance(found.value, bytes) and bool(found.value)
    return to_srgb(rgb, found.value) if found and is_there else rgb


def sentence_for(error: ScanveilError) -> str:
    """What to say in place of the picture."""
    return tr("This frame cannot be shown. {0}").format(error)


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
