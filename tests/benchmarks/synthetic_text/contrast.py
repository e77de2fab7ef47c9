"""How far a text stands out from the ground right around its letters."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.synthetic_text.background import Background
from tests.benchmarks.synthetic_text.drawing import Mask

Array = NDArray[Any]
Floats = NDArray[np.float32]

_INK, _REST = 0.5, 0.05
_NINE_TENTHS = 10
_LEAST_NOISE = 0.25


def standing_out(ground: Background, after: Array, ink: Mask) -> tuple[float, float]:
    """Contrast in the default window (0 to 1), and in stored values as a multiple of the noise.

    Both are what nine tenths of the ink reach, as nine tenths of a text must be covered. Ground and
    noise are taken within a letter's height of the ink: a text that runs from air over bone stands
    out where it crosses neither, and one median for all of its ground would call it visible.
    """
    shown = _strokes(ground.display(after), ink)
    stored = _strokes(after.max(axis=-1) if ground.is_colour else after, ink)
    contrast = np.percentile(np.abs(shown[0]), _NINE_TENTHS)
    ratio = np.percentile(np.abs(stored[0]) / np.maximum(stored[1], _LEAST_NOISE), _NINE_TENTHS)
    return round(float(contrast), 4), round(float(ratio), 3)


def _strokes(values: Array, ink: Mask) -> tuple[Floats, Floats]:
    """At every pixel of ink: ink minus ground around it, and the deviation of that ground."""
    single = values.astype(np.float32)
    single -= np.median(single)
    strokes, rest = (ink > _INK).astype(np.float32), (ink < _REST).astype(np.float32)
    reach = min(ink.shape) | 1
    inked, ground = _mean(single, strokes, reach), _mean(single, rest, reach)
    noise = np.sqrt(np.maximum(_mean((single - ground) ** 2, rest, reach), 0))
    return (inked - ground)[strokes > 0], noise[strokes > 0]


def _mean(values: Floats, where: Floats, reach: int) -> Floats:
    """Mean of the values that count within a square of ``reach`` pixels around each pixel."""
    total, count = (
        cv2.boxFilter(each, -1, (reach, reach), normalize=False, borderType=cv2.BORDER_CONSTANT)
        for each in (values * where, where)
    )
    return np.asarray(total / np.maximum(count, 1), np.float32)
