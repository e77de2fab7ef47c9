"""Pixel arrays as Qt images."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """A copy of grey (rows, columns) or RGB (rows, columns, 3) uint8 pixels."""
    held = np.ascontiguousarray(pixels)
    rows, columns = held.shape[:2]
    form = QImage.Format.Format_RGB888 if held.ndim == 3 else QImage.Format.Format_Grayscale8
    return QImage(held.data, columns, rows, held.strides[0], form).copy()
