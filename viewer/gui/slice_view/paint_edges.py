"""Draws orientation letters, scale bar and messages; the corners stay free for burned-in text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.slice_view.orientation import scale_bar, turned
from viewer.gui.slice_view.viewport import Point, Viewport

_MARGIN, _OPEN = 12, 12.0
_ALIGN = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Edges:
    """Letters for left, right, top, bottom; mm per image column, 0 when unknown."""

    letters: tuple[str, str, str, str] = ("", "", "", "")
    mm_per_pixel: float = 0.0


def paint_edges(painter: QPainter, viewport: Viewport, edges: Edges) -> None:
    """Letters and scale bar, outlined so that they read on any image."""
    area = QRectF(0, 0, viewport.width, viewport.height).adjusted(
        _MARGIN, _MARGIN, -_MARGIN, -_MARGIN
    )
    places = (
        _ALIGN.AlignLeft | _ALIGN.AlignVCenter,
        _ALIGN.AlignRight | _ALIGN.AlignVCenter,
        _ALIGN.AlignHCenter | _ALIGN.AlignTop,
        _ALIGN.AlignHCenter | _ALIGN.AlignBottom,
    )
    letters = turned(edges.letters, viewport.turns, mirrored=viewport.mirrored)
    for letter, place in zip(letters, places, strict=True):
        if letter:
            _outlined(painter, area, place, letter)
    if edges.mm_per_pixel > 0:
        _scale(painter, area, edges.mm_per_pixel / viewport.zoom)


def paint_title(painter: QPainter, viewport: Viewport, text: str, height: int) -> None:
    """Which pane this is, above its picture, with lines towards the other panes."""
    area = QRectF(0, -height, viewport.width, height)
    painter.setPen(theme.colour("border-strong"))
    painter.drawLine(area.topLeft(), area.topRight())
    painter.drawLine(area.topLeft(), QPointF(0, viewport.height))
    painter.setPen(theme.colour("canvas-text"))
    painter.drawText(area.adjusted(8, 0, -8, 0), _ALIGN.AlignLeft | _ALIGN.AlignVCenter, text)


def paint_heading(painter: QPainter, viewport: Viewport, text: str) -> None:
    """Which plane this is, top left."""
    area = QRectF(0, 0, viewport.width, viewport.height)
    _outlined(painter, area.adjusted(8, 8, -8, -8), _ALIGN.AlignLeft | _ALIGN.AlignTop, text)


def paint_cross(painter: QPainter, viewport: Viewport, spot: Point) -> None:
    """The cross-hair at an image point, open in the middle so that it hides nothing there."""
    x, y = viewport.to_screen(spot)
    lines = (
        QLineF(0, y, x - _OPEN, y),
        QLineF(x + _OPEN, y, viewport.width, y),
        QLineF(x, 0, x, y - _OPEN),
        QLineF(x, y + _OPEN, x, viewport.height),
    )
    for pen in (QPen(QColor(0, 0, 0, 140), 3), QPen(theme.colour("canvas-cross"), 1)):
        painter.setPen(pen)
        painter.drawLines(lines)


def paint_message(painter: QPainter, viewport: Viewport, text: str) -> None:
    """A plain sentence in the middle of the canvas."""
    area = QRectF(0, 0, viewport.width, viewport.height).adjusted(32, 32, -32, -32)
    painter.setPen(theme.colour("canvas-text"))
    painter.drawText(area, int(_ALIGN.AlignCenter | Qt.TextFlag.TextWordWrap), text)


def paint_waiting(painter: QPainter, viewport: Viewport) -> None:
    """Says that the picture below is not yet the one asked for."""
    pill = QRectF(0, 0, 176, 32)
    pill.moveCenter(QPointF(viewport.width / 2, viewport.height / 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 210))
    painter.drawRoundedRect(pill, 6, 6)
    painter.setPen(theme.colour("canvas-text"))
    painter.drawText(pill, _ALIGN.AlignCenter, tr("Reading the image …"))


def _outlined(painter: QPainter, area: QRectF, place: Qt.AlignmentFlag, text: str) -> None:
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text), metrics.height()
    x = _start(area.left(), area.width(), width, place & _ALIGN.AlignHorizontal_Mask)
    top = _start(area.top(), area.height(), height, place & _ALIGN.AlignVertical_Mask)
    path = QPainterPath()
    path.addText(QPointF(x, top + metrics.ascent()), painter.font(), text)
    painter.strokePath(path, QPen(QColor(0, 0, 0, 200), 3))
    painter.fillPath(path, theme.colour("canvas-text"))


def _start(start: float, room: float, length: float, place: Qt.AlignmentFlag) -> float:
    if place in (_ALIGN.AlignRight, _ALIGN.AlignBottom):
        return start + room - length
    if place in (_ALIGN.AlignHCenter, _ALIGN.AlignVCenter):
        return start + (room - length) / 2
    return start


def _scale(painter: QPainter, area: QRectF, mm_per_screen_pixel: float) -> None:
    length, text = scale_bar(mm_per_screen_pixel, min(160.0, area.width() / 4))
    if not text:
        return
    x, y = area.right() - length, area.bottom() - 3
    path = QPainterPath(QPointF(x, y - 6))
    for at in ((x, y), (x + length, y), (x + length, y - 6)):
        path.lineTo(QPointF(*at))
    painter.strokePath(path, QPen(QColor(0, 0, 0, 200), 4))
    painter.strokePath(path, QPen(theme.colour("canvas-text"), 1.5))
    box = area.adjusted(0, 0, 0, -12)
    _outlined(painter, box, _ALIGN.AlignRight | _ALIGN.AlignBottom, text)
