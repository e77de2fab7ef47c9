"""Draws the boxes of findings: colour, line pattern and a word, so that none stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.slice_view.hit_testing import HANDLES
from viewer.gui.slice_view.marks import Look, Mark
from viewer.gui.slice_view.paint_areas import exact, smooth
from viewer.gui.slice_view.viewport import Point, Viewport
from viewer.model import Area, Box, box_of

_LINES = {
    Look.UNDECIDED: Qt.PenStyle.DashLine,
    Look.BLANK: Qt.PenStyle.SolidLine,
    Look.KEEP: Qt.PenStyle.DotLine,
}
_WORDS = {Look.UNDECIDED: tr("undecided"), Look.BLANK: tr("blank"), Look.KEEP: tr("keep")}
_HANDLE = 8.0
_GAP = 6.0
_TAG_PX = 11
_FAR = 5  # heights of a tag


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
    area, shape = screen_rect(viewport, mark.box), smooth(viewport, mark.area)
    colour = _colour(mark.look)
    if mark.look is Look.BLANK:
        painter.fillPath(shape, QColor(0, 0, 0, 90))
        painter.fillPath(shape, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    _outline(painter, shape, colour, _LINES[mark.look], 2.5 if selected else 1.5)
    if named:
        taken = [screen_rect(viewport, each) for each in others]
        _tag(painter, area, viewport, f"{mark.label}: {_WORDS[mark.look]}", colour, taken)
    if selected:
        _handles(painter, viewport, mark.box, colour)


def paint_cleaned(painter: QPainter, viewport: Viewport, mark: Mark) -> None:
    """The area as the export will have it: each of its pixels filled, under a hairline."""
    area = exact(viewport, mark.area)
    painter.fillPath(area, QColor("black"))
    painter.setPen(QPen(QColor(128, 128, 128), 1, Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(area)


def paint_draft(painter: QPainter, viewport: Viewport, area: Area, *, cleaned: bool) -> None:
    """The area under the mouse, with its size in pixels; ``cleaned`` as the export fills it."""
    box, shape = box_of(area), smooth(viewport, area)
    colour = theme.colour("focus")
    if cleaned:
        painter.fillPath(exact(viewport, area), QColor("black"))
    else:
        painter.fillPath(shape, QColor(0, 0, 0, 70))
    _outline(painter, shape, colour, Qt.PenStyle.SolidLine, 1.5)
    size = f"{box.width} × {box.height} px"
    _tag(painter, screen_rect(viewport, box), viewport, size, colour, [])


def paint_corners(painter: QPainter, viewport: Viewport, points: Sequence[Point]) -> None:
    """A polygon that is not closed yet: lines to the pointer, and its first corner to end on."""
    at = [QPointF(*viewport.to_screen(point)) for point in points]
    shape = QPainterPath(at[0])
    for point in at[1:]:
        shape.lineTo(point)
    _outline(painter, shape, theme.colour("focus"), Qt.PenStyle.SolidLine, 1.5)
    painter.setBrush(theme.colour("focus"))
    painter.drawEllipse(at[0], _HANDLE / 2, _HANDLE / 2)


def paint_brush(painter: QPainter, viewport: Viewport, at: Point, radius: float) -> None:
    """The size of the brush, where it would paint."""
    left, top = at[0] - radius, at[1] - radius
    shape = QPainterPath()
    corners = (
        viewport.to_screen((left, top)),
        viewport.to_screen((left + 2 * radius, top + 2 * radius)),
    )
    shape.addEllipse(QRectF(QPointF(*corners[0]), QPointF(*corners[1])).normalized())
    _outline(painter, shape, theme.colour("focus"), Qt.PenStyle.SolidLine, 1)


def screen_rect(viewport: Viewport, box: Box) -> QRectF:
    """The box in screen pixels."""
    top_left = viewport.to_screen((box.x, box.y))
    bottom_right = viewport.to_screen((box.right, box.bottom))
    return QRectF(QPointF(*top_left), QPointF(*bottom_right)).normalized()


def _colour(look: Look) -> QColor:
    """The canvas is black in every theme, so boxes have the dark theme's colours."""
    return theme.colour(look.value, "dark")


def _outline(
    painter: QPainter, shape: QPainterPath, colour: QColor, style: Qt.PenStyle, width: float
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 200), width + 2))
    painter.drawPath(shape)
    pen = QPen(colour, width, style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawPath(shape)


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
    """Above, below or beside the box, where least of it and of other boxes is hidden.

    Beyond another box rather than on it, but no farther away than needed.
    """
    width, height = size.width(), size.height()
    above, below = area.top() - height - _GAP, area.bottom() + _GAP
    ends = (area.left(), area.right() - width)
    beside = (area.right() + _GAP, area.left() - width - _GAP)
    corners = [(left, top) for top in (above, below) for left in ends]
    corners += [(left, area.center().y() - height / 2) for left in beside]
    tops = [top for each in taken for top in (each.bottom() + _GAP, each.top() - height - _GAP)]
    beyond = sorted((abs(top - area.center().y()), top) for top in tops)
    corners += [(left, top) for far, top in beyond if far < _FAR * height for left in ends]
    places = []
    for left, top in corners:
        inside_left = min(max(0.0, left), max(0.0, viewport.width - width))
        inside_top = min(max(0.0, top), max(0.0, viewport.height - height))
        places.append(QRectF(inside_left, inside_top, width, height))
    parts = [[place.intersected(each) for each in (area, *taken)] for place in places]
    hidden = [sum(each.width() * each.height() for each in part) for part in parts]
    return places[hidden.index(min(hidden))]


def _handles(painter: QPainter, viewport: Viewport, box: Box, colour: QColor) -> None:
    painter.setPen(QPen(QColor("black"), 1))
    painter.setBrush(colour)
    for grip in HANDLES:
        x, y = viewport.to_screen(grip.point(box))
        painter.drawRect(QRectF(x - _HANDLE / 2, y - _HANDLE / 2, _HANDLE, _HANDLE))
