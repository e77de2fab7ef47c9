"""Cursor shapes that say what a press would do."""

from __future__ import annotations

from PySide6.QtCore import Qt

from viewer.gui.slice_view.hit_testing import Grip, Hit

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


def shape_for(tool: str, hit: Hit | None, selected: str) -> Qt.CursorShape:
    """The cursor over the canvas when no button is pressed."""
    if hit and hit.grip.is_handle:
        return _SHAPES[hit.grip]
    if tool == "box":
        return _Shape.CrossCursor
    if hit is None:
        return _Shape.ArrowCursor
    return _SHAPES[hit.grip] if hit.finding_id == selected else _Shape.PointingHandCursor
