"""Boxes that detectors draw where nothing is written."""

from __future__ import annotations

import math

from viewer.ocr.reading import SURE, Reading

_LARGE = 0.12
_QUITE_LARGE = 0.1
_HUGE = 0.15
_CLEAR = 0.9
_TALL = 0.06
_SQUARE = 1.5


def is_noise(reading: Reading, rows: int, columns: int) -> bool:
    """Whether a box is a known kind of false alarm rather than text that cannot be read."""
    text = reading.best.text.reveal().replace(" ", "")
    box = reading.tight
    shorter, longer = sorted((box.width, box.height))
    side, unsure = min(rows, columns), reading.best.confidence < SURE
    if (len(text) <= 2 or (len(text) <= 4 and not text.isascii())) and shorter > _LARGE * side:
        return True
    is_long = longer >= 2 * shorter
    is_clear = reading.best.confidence >= _CLEAR
    if len(text) <= 2 and shorter > _QUITE_LARGE * side and not is_long and not is_clear:
        return True
    if unsure and reading.letter > _HUGE * math.sqrt(rows * columns):
        return True
    if unsure and len(text) == 1 and shorter > _TALL * side and not is_long:
        return True
    squarish = longer < _SQUARE * shorter
    if not text:
        return not is_long or reading.certainty < 0.65
    if len(text) > 1:
        return False
    if not text.isascii():
        return squarish
    return squarish and reading.best.confidence < 0.5
