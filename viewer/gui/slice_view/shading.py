"""The resolve step: picture, viewport and window in, the 8-bit pixels to paint out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from viewer.dicom import Window, to_display, window_level
from viewer.gui.slice_view.picture import COLOUR_WINDOW, Picture
from viewer.gui.slice_view.viewport import Viewport

_TILE = 64


@dataclass(frozen=True)
class Shaded:
    """Grey (rows, cols) or RGB (rows, cols, 3) uint8, for the image rectangle ``area``.

    ``area`` is left, top, width, height in image pixels.
    """

    pixels: NDArray[np.uint8]
    area: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Request:
    """The part and the halving of a picture that a viewport needs; equal ones paint alike."""

    level: int
    left: int
    top: int
    right: int
    bottom: int


def request(picture: Picture, viewport: Viewport, ratio: float) -> Request:
    """What to shade for a viewport on a screen with this device pixel ratio."""
    level = _level(picture, viewport.zoom * max(1.0, viewport.aspect) * ratio)
    scale = _TILE << level
    left, top, right, bottom = viewport.visible()
    rows, columns = picture.levels[level].shape[:2]
    return Request(
        level,
        left // scale * _TILE,
        top // scale * _TILE,
        min(columns, (right // scale + 1) * _TILE),
        min(rows, (bottom // scale + 1) * _TILE),
    )


def shade(
    picture: Picture, part: Request, window: Window | None, *, inverted: bool = False
) -> Shaded:
    """Turn the stored values of a part into grey levels or colours; None is the frame's own way."""
    values = picture.levels[part.level][part.top : part.bottom, part.left : part.right]
    if picture.is_colour:
        pixels = _tinted(values, window)
    else:
        frame = replace(picture.frame, array=values)
        pixels = to_display(frame, picture.voi, window or picture.own_window)
    if inverted:
        pixels = 255 - pixels
    return Shaded(np.ascontiguousarray(pixels), _area(picture, part))


@dataclass(frozen=True, slots=True)
class Tone:
    """How modality values become grey; None shows nothing but black."""

    window: Window | None = None
    inverted: bool = False


def shade_values(values: NDArray[np.float32], tone: Tone) -> NDArray[np.uint8]:
    """Grey (rows, cols) uint8 of modality values; NaN is black whatever the tone."""
    if tone.window is None:
        return np.zeros(values.shape, np.uint8)
    level = window_level(values, tone.window)
    grey = np.clip((1 - level if tone.inverted else level) * 255 + 0.5, 0, 255)
    return np.nan_to_num(grey, nan=0.0).astype(np.uint8)


def _tinted(rgb: NDArray[np.uint8], window: Window | None) -> NDArray[np.uint8]:
    if window is None or window == COLOUR_WINDOW:
        return rgb
    ramp = window_level(np.arange(256, dtype=np.float32), window)
    table = np.clip(ramp * 255 + 0.5, 0, 255).astype(np.uint8)
    return np.asarray(table[rgb])


def _level(picture: Picture, wanted: float) -> int:
    level = 0
    while level + 1 < len(picture.levels) and wanted <= 1 / (2 << level):
        level += 1
    return level


def _area(picture: Picture, part: Request) -> tuple[float, float, float, float]:
    rows, columns = picture.levels[part.level].shape[:2]
    across, down = picture.columns / columns, picture.rows / rows
    return (
        part.left * across,
        part.top * down,
        (part.right - part.left) * across,
        (part.bottom - part.top) * down,
    )
