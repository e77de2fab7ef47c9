"""Bars that say how exposed each region of the face is."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.surface.sculpting.heat import heat_map

_ROW = 36
_BAR = 8


class RegionBars(QWidget):
    """One row per region: name, bar in the heat map's colour, value in percent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regions: tuple[tuple[str, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_regions(self, regions: tuple[tuple[str, float], ...]) -> None:
        """Names with exposures 0 to 1, most exposed first on the screen."""
        self._regions = tuple(sorted(regions, key=lambda each: -each[1]))
        told = ", ".join(f"{name} {value:.0%}" for name, value in self._regions)
        self.setAccessibleName(tr("Exposure by region: {0}").format(told) if told else "")
        self.setVisible(bool(regions))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as its rows."""
        return QSize(200, _ROW * len(self._regions))

    def minimumSizeHint(self) -> QSize:
        """As tall as its rows."""
        return QSize(160, _ROW * len(self._regions))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and value above each bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (name, value) in enumerate(self._regions):
            area = QRectF(0, number * _ROW, self.width(), _ROW)
            text = area.adjusted(0, 2, 0, -_BAR - 8)
            painter.setPen(theme.colour("text"))
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft, name)
            painter.drawText(text, Qt.AlignmentFlag.AlignRight, f"{value:.0%}")
            self._bar(painter, area, min(max(value, 0.0), 1.0))
        painter.end()

    def _bar(self, painter: QPainter, area: QRectF, value: float) -> None:
        track = QRectF(0, area.bottom() - _BAR - 6, area.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("pressed"))
        painter.drawRoundedRect(track, 2, 2)
        red, green, blue = heat_map().rgb(np.array([value]))[0].astype(int)
        painter.setBrush(QColor(red, green, blue))
        if value > 0:
            painter.drawRoundedRect(
                QRectF(track.left(), track.top(), max(3.0, track.width() * value), _BAR), 2, 2
            )
