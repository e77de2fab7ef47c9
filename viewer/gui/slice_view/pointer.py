"""Cursor shapes that say what a press would do."""

from __future__ import annotations

from PySide6.QtCore import Qt

from viewer.gui.slice_view.hit_testing import Grip, Hit
from viewer.gui.slice_view.viewport import Viewport

_Shape = Qt.CursorShape
_SHAPES = {
    Grip.TOP_LEFT: _Shape.SizeFDiagCursor,
    Grip.BOTTOM_RIGHT: _Shape.SizeFDiagCursor,
    Grip.TOP_RIGHT: _Shape.SizeBDiagCursor,
    Grip.BOTTOM_LEFT: _Shape.SizeBDiagCursor,
    Grip.LEFT: _Shape.SizeHorCursor,
    Grip.RIGHT: _Shape.SizeHorCursor,
    Grip.TOP: _Shape.SizeVerCursor,
    Grip.BOTTOM: _Shape.SizeVerCursor,
    Grip.BODY: _Shape.SizeAllCursor,
}


_TURNED = {
    _Shape.SizeHorCursor: _Shape.SizeVerCursor,
    _Shape.SizeVerCursor: _Shape.SizeHorCursor,
}
_SWAPPED = {
    _Shape.SizeFDiagCursor: _Shape.SizeBDiagCursor,
    _Shape.SizeBDiagCursor: _Shape.SizeFDiagCursor,
}


def shape_for(tool: str, hit: Hit | None, selected: str, viewport: Viewport) -> Qt.CursorShape:
    """The cursor over the canvas when no button is pressed."""
    if tool in ("brush", "polygon"):
        return _Shape.CrossCursor
    if hit and hit.grip.is_handle:
        shape, sideways = _SHAPES[hit.grip], bool(viewport.turns % 2)
        shape = _TURNED.get(shape, shape) if sideways else shape
        return _SWAPPED.get(shape, shape) if sideways != viewport.mirrored else shape
    if tool != "select":
        return _Shape.CrossCursor
    if hit is None:
        return _Shape.ArrowCursor
    return _SHAPES[hit.grip] if hit.finding_id == selected else _Shape.PointingHandCursor
