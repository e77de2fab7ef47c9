"""What lies over the picture of the head: landmarks, cross-hair, brush, legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from viewer.gui import theme
from viewer.gui.face_view.projection import Projection
from viewer.gui.face_view.scene import ADD, HANDLES, LANDMARK_WORDS, Scene
from viewer.gui.language import tr
from viewer.model.study import Vector
from viewer.surface.sculpting.heat import heat_map

_DOT, _HANDLE, _CROSS = 3.0, 6.0, 9.0
_LEGEND = (176.0, 10.0)


def overlay(
    painter: QPainter, area: QRectF, scene: Scene, seen: Projection, mouse: QPointF | None
) -> None:
    """Everything over the picture, bottom to top."""
    _legend(painter, area, scene)
    _cross(painter, place_on(seen, area, scene.at))
    if scene.shows_marks:
        for name in scene.landmarks:
            if scene.faces_camera(name):
                mark(painter, place_on(seen, area, scene.place_of(name)), name, scene)
    if mouse is not None:
        size = seen.size_of(scene.radius_mm, scene.at) * area.height()
        brush(painter, mouse, size, adds=scene.tool == ADD)


def sentence(painter: QPainter, area: QRectF, text: str) -> None:
    """A sentence in the middle instead of a picture."""
    painter.setPen(theme.colour("canvas-text"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(area.adjusted(32, 32, -32, -32), int(flags), text)


def place_on(seen: Projection, area: QRectF, place: Vector) -> QPointF:
    """Where a place is on the widget."""
    x, y = seen.spot(place)
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height())


def handle_at(scene: Scene, seen: Projection, area: QRectF, at: QPointF, reach: float) -> str:
    """The nearest handle within reach, empty when there is none."""
    near = [
        ((place_on(seen, area, scene.place_of(name)) - at).manhattanLength(), name)
        for name in scene.landmarks
        if scene.faces_camera(name)
    ]
    distance, name = min(near, default=(reach + 1, ""))
    return name if distance <= reach else ""


def mark(painter: QPainter, at: QPointF, name: str, scene: Scene) -> None:
    """A landmark: a dot, or a ring to hold while handles are moved; the held one has its name."""
    is_held = name == scene.held
    size = _HANDLE if scene.tool == HANDLES else _DOT
    moved = name in dict(scene.edit.landmarks) or name in scene.drafts
    colour = theme.colour("focus", "dark")
    painter.setPen(QPen(QColor("black"), 3.5 if scene.tool == HANDLES else 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, size, size)
    painter.setPen(QPen(colour, 2 if is_held else 1.5))
    painter.setBrush(QBrush(colour) if is_held or moved else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, size, size)
    if is_held and scene.tool == HANDLES:
        _name(painter, at, size + 5, LANDMARK_WORDS[name])


def _name(painter: QPainter, at: QPointF, away: float, text: str) -> None:
    """Beside a place, on the side where there is room."""
    width = painter.fontMetrics().horizontalAdvance(text)
    is_free = at.x() + away + width < painter.viewport().width()
    shadowed(painter, at + QPointF(away if is_free else -away - width, 4), text)


def brush(painter: QPainter, at: QPointF, radius: float, *, adds: bool) -> None:
    """The brush as a circle with a plus or a minus in it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor("black"), 3), QPen(QColor(heat_map().zone if adds else "white"), 1.5)):
        painter.setPen(pen)
        painter.drawEllipse(at, max(3.0, radius), max(3.0, radius))
        painter.drawLine(at - QPointF(4, 0), at + QPointF(4, 0))
        if adds:
            painter.drawLine(at - QPointF(0, 4), at + QPointF(0, 4))


def shadowed(painter: QPainter, at: QPointF, text: str) -> None:
    """Words that can be read on any picture."""
    painter.setPen(QColor("black"))
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        painter.drawText(at + QPointF(dx, dy), text)
    painter.setPen(theme.colour("canvas-text", "dark"))
    painter.drawText(at, text)


def _cross(painter: QPainter, at: QPointF) -> None:
    for pen in (QPen(QColor("black"), 3), QPen(QColor("white"), 1)):
        painter.setPen(pen)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            way = QPointF(dx, dy)
            painter.drawLine(at + way * 3, at + way * _CROSS)


def _legend(painter: QPainter, area: QRectF, scene: Scene) -> None:
    colours, left, top = heat_map(), area.left() + 16, area.top() + 16
    if scene.shows == "original" and scene.heat:
        bar = QRectF(left, top, *_LEGEND)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for place, colour in colours.stops:
            gradient.setColorAt(place, colour)
        painter.setPen(QPen(theme.colour("canvas-text"), 1))
        painter.setBrush(gradient)
        painter.drawRect(bar)
        text = QRectF(left, bar.bottom() + 3, bar.width(), 18)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft, tr("hidden"))
        painter.drawText(text, Qt.AlignmentFlag.AlignRight, tr("recognisable"))
        top = text.bottom() + 8
    if scene.shows == "difference" or (scene.shows == "original" and scene.shows_zone):
        _swatch(painter, left, top, colours.zone, tr("will be replaced"))


def _swatch(painter: QPainter, left: float, top: float, colour: str, text: str) -> None:
    box = QRectF(left, top, 14, 14)
    painter.setPen(QPen(theme.colour("canvas-text"), 1))
    painter.setBrush(QColor(colour))
    painter.drawRect(box)
    painter.drawText(QPointF(box.right() + 7, box.bottom() - 2), text)
