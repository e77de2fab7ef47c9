"""Draws what stands around the image: counter, window, orientation letters, scale bar, messages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from viewer.gui import theme
from viewer.gui.slice_view.orientation import scale_bar
from viewer.gui.slice_view.viewport import Viewport

_MARGIN = 12
_ALIGN = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Captions:
    """Texts of the corners and the edges; ``letters`` are left, right, top, bottom.

    ``mm_per_pixel`` is the size of a column, 0 when unknown.
    """

    top_left: str = ""
    top_right: str = ""
    bottom_left: str = ""
    letters: tuple[str, str, str, str] = ("", "", "", "")
    mm_per_pixel: float = 0.0


def paint_captions(painter: QPainter, viewport: Viewport, captions: Captions) -> None:
    """All texts and the scale bar, outlined so that they read on any image."""
    area = QRectF(0, 0, viewport.width, viewport.height).adjusted(
        _MARGIN, _MARGIN, -_MARGIN, -_MARGIN
    )
    left, right, top, bottom = captions.letters
    texts = (
        (captions.top_left, _ALIGN.AlignLeft | _ALIGN.AlignTop),
        (captions.top_right, _ALIGN.AlignRight | _ALIGN.AlignTop),
        (captions.bottom_left, _ALIGN.AlignLeft | _ALIGN.AlignBottom),
        (left, _ALIGN.AlignLeft | _ALIGN.AlignVCenter),
        (right, _ALIGN.AlignRight | _ALIGN.AlignVCenter),
        (top, _ALIGN.AlignHCenter | _ALIGN.AlignTop),
        (bottom, _ALIGN.AlignHCenter | _ALIGN.AlignBottom),
    )
    for text, place in texts:
        if text:
            _outlined(painter, area, place, text)
    if captions.mm_per_pixel > 0:
        _scale(painter, area, captions.mm_per_pixel / viewport.zoom)


def paint_message(painter: QPainter, viewport: Viewport, text: str) -> None:
    """A plain sentence in the middle of the canvas."""
    area = QRectF(0, 0, viewport.width, viewport.height).adjusted(32, 32, -32, -32)
    painter.setPen(theme.colour("canvas-text"))
    painter.drawText(area, int(_ALIGN.AlignCenter | Qt.TextFlag.TextWordWrap), text)


def _outlined(painter: QPainter, area: QRectF, place: Qt.AlignmentFlag, text: str) -> None:
    path = QPainterPath()
    metrics = painter.fontMetrics()
    lines = text.split("\n")
    height = metrics.lineSpacing() * len(lines)
    top = _start(area.top(), area.height(), height, place & _ALIGN.AlignVertical_Mask)
    for number, line in enumerate(lines):
        width = metrics.horizontalAdvance(line)
        x = _start(area.left(), area.width(), width, place & _ALIGN.AlignHorizontal_Mask)
        y = top + metrics.ascent() + number * metrics.lineSpacing()
        path.addText(QPointF(x, y), painter.font(), line)
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
