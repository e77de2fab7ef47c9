"""The noise of a slice as colours: blue for less, orange for more, nothing for the usual."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen

from viewer.gui import theme
from viewer.gui.language import tr

_LESS, _MORE = (86, 180, 233), (230, 159, 0)  # sky blue and orange of Okabe and Ito
_STRONGEST = 190


def heat_image(heat: NDArray[np.float32]) -> QImage:
    """One pixel per cell of ``heat`` (-1 to 1, NaN unknown), the more opaque the less usual."""
    known = np.nan_to_num(heat)
    pixels = np.zeros((*heat.shape, 4), np.uint8)
    for channel in range(3):
        pixels[..., channel] = np.where(known < 0, _LESS[channel], _MORE[channel])
    pixels[..., 3] = np.abs(known) * _STRONGEST
    held = np.ascontiguousarray(pixels)
    rows, columns = heat.shape
    form = QImage.Format.Format_RGBA8888
    return QImage(held.data, columns, rows, columns * 4, form).copy()


def paint_legend(painter: QPainter, height: int) -> None:
    """A bar with words at both ends."""
    bar = QRectF(12, height - 36, 150, 8)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    gradient.setColorAt(0, QColor(*_LESS))
    gradient.setColorAt(0.5, QColor(40, 40, 40))
    gradient.setColorAt(1, QColor(*_MORE))
    painter.setPen(QPen(theme.colour("canvas-text"), 1))
    painter.setBrush(gradient)
    painter.drawRect(bar)
    words = QRectF(bar.left(), bar.bottom() + 3, bar.width(), 18)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft, tr("less noise"))
    painter.drawText(words, Qt.AlignmentFlag.AlignRight, tr("more noise"))
