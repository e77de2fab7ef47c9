"""Areas as paths on the screen: exact to the pixel, or smooth while somebody looks at the shape."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QRegion, QTransform

from viewer.gui.slice_view.viewport import Viewport
from viewer.model import Area, Box, Ellipse, Polygon

_REMEMBERED = 256


def smooth(viewport: Viewport, area: Area) -> QPainterPath:
    """The shape as it was drawn, in screen pixels."""
    return to_screen(viewport).map(_shape(area))


def exact(viewport: Viewport, area: Area) -> QPainterPath:
    """Every pixel that belongs to the area and no other, in screen pixels."""
    return to_screen(viewport).map(_pixels(area))


def to_screen(viewport: Viewport) -> QTransform:
    """From image points to screen points, as ``Viewport.to_screen``."""
    zoom, made = viewport.zoom, QTransform()
    made.translate(viewport.width / 2, viewport.height / 2)
    made.rotate(90 * viewport.turns)
    made.scale(-zoom if viewport.mirrored else zoom, zoom * viewport.aspect)
    made.translate(-viewport.centre[0], -viewport.centre[1])
    return made


@lru_cache(_REMEMBERED)
def _shape(area: Area) -> QPainterPath:
    path = QPainterPath()
    if isinstance(area, Ellipse):
        path.addEllipse(_rect(area.bounds))
    elif isinstance(area, Polygon):
        path.addPolygon(QPolygonF([QPointF(*point) for point in area.points]))
        path.closeSubpath()
    elif isinstance(area, Box):
        path.addRect(_rect(area))
    else:
        return _pixels(area)
    return path


@lru_cache(_REMEMBERED)
def _pixels(area: Area) -> QPainterPath:
    path = QPainterPath()
    if isinstance(area, Box):
        path.addRect(_rect(area))
        return path
    region = QRegion()
    for row, first, after in area.runs():
        region += QRegion(QRect(first, row, after - first, 1))
    path.addRegion(region)
    return path.simplified()


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
