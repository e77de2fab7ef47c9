"""The resolve step: picture, viewport and window in, the 8-bit pixels to paint out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.dicom import Window, to_display
from viewer.gui.slice_view.picture import Picture
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


def shade(picture: Picture, part: Request, window: Window, *, inverted: bool = False) -> Shaded:
    """Turn the stored values of a part into grey levels or colours."""
    values = picture.levels[part.level][part.top : part.bottom, part.left : part.right]
    if picture.is_colour:
        pixels = _through(_linear_table(window, inverted), values)
    elif picture.has_table:
        pixels = _through(table(picture, window, inverted=inverted), values)
    else:
        pixels = _directly(picture, values, window, inverted)
    return Shaded(pixels, _area(picture, part))


def table(picture: Picture, window: Window, *, inverted: bool = False) -> NDArray[np.uint8]:
    """Grey level for every bit pattern of a stored value, made by ``to_display`` on a ramp."""
    dtype = picture.levels[0].dtype
    patterns = np.arange(1 << (8 * dtype.itemsize), dtype=f"u{dtype.itemsize}")
    ramp = patterns.view(dtype).reshape(256, -1)
    grey = to_display(replace(picture.frame, array=ramp), picture.header, window).ravel()
    return np.asarray(255 - grey if inverted else grey)


def _through(grey: NDArray[np.uint8], values: NDArray[Any]) -> NDArray[np.uint8]:
    unsigned = values.view(f"u{values.dtype.itemsize}")
    return np.take(grey, unsigned)


def _directly(
    picture: Picture, values: NDArray[Any], window: Window, inverted: bool
) -> NDArray[np.uint8]:
    grey = to_display(replace(picture.frame, array=values), picture.header, window)
    return np.ascontiguousarray(255 - grey if inverted else grey)


@lru_cache(maxsize=8)
def _linear_table(window: Window, inverted: bool) -> NDArray[np.uint8]:
    low = window.center - window.width / 2
    grey = (np.arange(256) - low) * 255 / max(1.0, window.width)
    table = np.rint(np.clip(grey, 0, 255)).astype(np.uint8)
    return 255 - table if inverted else table


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
