"""Draws the boxes of findings: colour, line pattern and a word, so that none stands alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from viewer.gui import theme
from viewer.gui.slice_view.hit_testing import HANDLES
from viewer.gui.slice_view.marks import Look, Mark
from viewer.gui.slice_view.viewport import Viewport
from viewer.model import Box

_LINES = {
    Look.UNDECIDED: Qt.PenStyle.DashLine,
    Look.BLANK: Qt.PenStyle.SolidLine,
    Look.KEEP: Qt.PenStyle.DotLine,
}
_WORDS = {Look.UNDECIDED: "undecided", Look.BLANK: "blank", Look.KEEP: "keep"}
_HANDLE = 8.0
_TAG_PX = 11


def paint_mark(
    painter: QPainter, viewport: Viewport, mark: Mark, *, selected: bool, named: bool = True
) -> None:
    """Outline, hatching of what will be blanked, label if named; handles on the selected one."""
    area = screen_rect(viewport, mark.box)
    colour = _colour(mark.look)
    if mark.look is Look.BLANK:
        painter.fillRect(area, QColor(0, 0, 0, 90))
        painter.fillRect(area, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    _outline(painter, area, colour, _LINES[mark.look], 2.5 if selected else 1.5)
    if named:
        _tag(painter, area, viewport, f"{mark.label}: {_WORDS[mark.look]}", colour, True)
    if selected:
        _handles(painter, viewport, mark.box, colour)


def paint_cleaned(painter: QPainter, viewport: Viewport, mark: Mark) -> None:
    """The box as the export will have it: filled, under a hairline."""
    area = screen_rect(viewport, mark.box)
    painter.fillRect(area, QColor("black"))
    painter.setPen(QPen(QColor(128, 128, 128), 1, Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)


def paint_draft(painter: QPainter, viewport: Viewport, box: Box) -> None:
    """The box under the mouse, with its size in pixels."""
    area = screen_rect(viewport, box)
    colour = theme.colour("focus")
    painter.fillRect(area, QColor(0, 0, 0, 70))
    _outline(painter, area, colour, Qt.PenStyle.SolidLine, 1.5)
    _tag(painter, area, viewport, f"{box.width} × {box.height} px", colour, True)


def screen_rect(viewport: Viewport, box: Box) -> QRectF:
    """The box in screen pixels."""
    top_left = viewport.to_screen((box.x, box.y))
    bottom_right = viewport.to_screen((box.right, box.bottom))
    return QRectF(QPointF(*top_left), QPointF(*bottom_right))


def _colour(look: Look) -> QColor:
    """The canvas is black in every theme, so boxes have the dark theme's colours."""
    return theme.colour(look.value, "dark")


def _outline(
    painter: QPainter, area: QRectF, colour: QColor, style: Qt.PenStyle, width: float
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 200), width + 2))
    painter.drawRect(area)
    pen = QPen(colour, width, style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawRect(area)


def _tag(
    painter: QPainter, area: QRectF, viewport: Viewport, text: str, colour: QColor, strong: bool
) -> None:
    font = painter.font()
    font.setPixelSize(_TAG_PX)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 10, metrics.height() + 4
    left = min(max(0.0, area.left()), max(0.0, viewport.width - width))
    above = area.top() - height - 3
    top = above if above >= 0 else area.bottom() + 3
    tag = QRectF(left, min(top, viewport.height - height), width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour if strong else QColor(0, 0, 0, 190))
    painter.drawRoundedRect(tag, 3, 3)
    painter.setPen(QColor("black") if strong else colour)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


def _handles(painter: QPainter, viewport: Viewport, box: Box, colour: QColor) -> None:
    painter.setPen(QPen(QColor("black"), 1))
    painter.setBrush(colour)
    for grip in HANDLES:
        x, y = viewport.to_screen(grip.point(box))
        painter.drawRect(QRectF(x - _HANDLE / 2, y - _HANDLE / 2, _HANDLE, _HANDLE))
