"""Draws the boxes of findings: colour, line pattern and a word, so that none stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
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
_GAP = 6.0
_TAG_PX = 11


def paint_mark(
    painter: QPainter,
    viewport: Viewport,
    mark: Mark,
    *,
    selected: bool,
    named: bool = True,
    others: Sequence[Box] = (),
) -> None:
    """Outline, hatching of what will be blanked, handles on the selected one.

    If ``named`` also a label, which keeps off ``others``.
    """
    area = screen_rect(viewport, mark.box)
    colour = _colour(mark.look)
    if mark.look is Look.BLANK:
        painter.fillRect(area, QColor(0, 0, 0, 90))
        painter.fillRect(area, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    _outline(painter, area, colour, _LINES[mark.look], 2.5 if selected else 1.5)
    if named:
        taken = [screen_rect(viewport, each) for each in others]
        _tag(painter, area, viewport, f"{mark.label}: {_WORDS[mark.look]}", colour, taken)
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
    _tag(painter, area, viewport, f"{box.width} × {box.height} px", colour, [])


def screen_rect(viewport: Viewport, box: Box) -> QRectF:
    """The box in screen pixels."""
    top_left = viewport.to_screen((box.x, box.y))
    bottom_right = viewport.to_screen((box.right, box.bottom))
    return QRectF(QPointF(*top_left), QPointF(*bottom_right)).normalized()


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
    painter: QPainter,
    area: QRectF,
    viewport: Viewport,
    text: str,
    colour: QColor,
    taken: Sequence[QRectF],
) -> None:
    font = painter.font()
    font.setPixelSize(_TAG_PX)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    size = QSizeF(metrics.horizontalAdvance(text) + 10, metrics.height() + 4)
    tag = _free_place(area, size, viewport, taken)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(tag, 3, 3)
    painter.setPen(QColor("black"))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


def _free_place(area: QRectF, size: QSizeF, viewport: Viewport, taken: Sequence[QRectF]) -> QRectF:
    """Above or below the box, at its left or right end, where no other box is hidden."""
    width, height = size.width(), size.height()
    places = []
    for top in (area.top() - height - _GAP, area.bottom() + _GAP):
        for left in (area.left(), area.right() - width):
            inside_left = min(max(0.0, left), max(0.0, viewport.width - width))
            inside_top = min(max(0.0, top), max(0.0, viewport.height - height))
            places.append(QRectF(inside_left, inside_top, width, height))
    hidden = [sum(place.intersects(each) for each in (area, *taken)) for place in places]
    return places[hidden.index(min(hidden))]


def _handles(painter: QPainter, viewport: Viewport, box: Box, colour: QColor) -> None:
    painter.setPen(QPen(QColor("black"), 1))
    painter.setBrush(colour)
    for grip in HANDLES:
        x, y = viewport.to_screen(grip.point(box))
        painter.drawRect(QRectF(x - _HANDLE / 2, y - _HANDLE / 2, _HANDLE, _HANDLE))
