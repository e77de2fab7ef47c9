"""What the drawing tools do with points and keys; the canvas paints what they lead to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viewer.gui.slice_view import hit_testing
from viewer.gui.slice_view.drag import BoxDrag
from viewer.gui.slice_view.scene import Scene
from viewer.gui.slice_view.strokes import Corners, Stroke, shaped
from viewer.gui.slice_view.viewport import Point
from viewer.model import Area, Box

_BRUSHES = (1.0, 200.0)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Drawing:
    """The tool in the hand; ``drawn`` is called with each finished Area.

    ``tool`` is select, box, ellipse, polygon or brush; ``radius`` of the brush in image columns.
    """

    def __init__(self, scene: Scene, drawn: Callable[[Area], object]) -> None:
        self._scene, self._drawn = scene, drawn
        self.tool, self.radius = "select", 6.0

    @property
    def resizes(self) -> bool:
        """Whether a handle under the mouse goes before drawing."""
        return self.tool in ("select", "box", "ellipse")

    def choose(self, tool: str) -> None:
        """Take another tool; what was begun is given up."""
        self.tool = tool
        self._scene.corners, self._scene.brush = Corners(), 0.0

    def scale_brush(self, factor: float) -> None:
        """Make the brush larger or smaller."""
        self.radius = min(max(self.radius * factor, _BRUSHES[0]), _BRUSHES[1])
        self._scene.brush = self.radius if self.tool == "brush" else 0.0

    def press(self, point: Point) -> BoxDrag | Stroke | None:
        """Begin at an image point; None when there is nothing to drag."""
        if self.tool in ("box", "ellipse"):
            return BoxDrag(point, tool=self.tool)
        if self.tool == "brush":
            return self.paint(Stroke(point, self.radius), point)
        if self.tool == "polygon":
            self._add_corner(point)
        return None

    def drag(self, drag: BoxDrag, point: Point, *, freely: bool) -> None:
        """Show what a drag to an image point makes; a new box snaps to text unless ``freely``."""
        area = drag.area(point, *self._scene.matrix)
        if isinstance(area, Box) and drag.original is None and not freely:
            area = hit_testing.snapped(area, self._scene.texts(), self._scene.reach)
        self._scene.draft = area

    def paint(self, stroke: Stroke, point: Point) -> Stroke:
        """Paint on to an image point."""
        further = stroke.to(point, *self._scene.matrix)
        self._scene.draft, self._scene.pointer = further.area(), point
        return further

    def hover(self, point: Point) -> bool:
        """Show brush or next line at an image point; whether that needs painting."""
        self._scene.pointer = point
        self._scene.brush = self.radius if self.tool == "brush" else 0.0
        return self.tool in ("brush", "polygon")

    def key(self, event: QKeyEvent) -> bool:
        """Enter, Backspace and Escape; False when they mean nothing to the tool."""
        corners, key = self._scene.corners, event.key()
        if key == Qt.Key.Key_Escape and corners.points:
            self._scene.corners = Corners()
        elif key == Qt.Key.Key_Backspace and corners.points:
            self._scene.corners = corners.back()
        elif key in _ENTER and corners.points:
            self.close_polygon()
        elif key in _ENTER and self.tool != "select":
            box = hit_testing.middle_of(*self._scene.viewport.visible())
            self._drawn(shaped(self.tool, box, *self._scene.matrix))
        else:
            return False
        return True

    def close_polygon(self) -> None:
        """End the polygon; with too few corners nothing was drawn."""
        area, self._scene.corners = self._scene.corners.area(), Corners()
        if area:
            self._drawn(area)

    def _add_corner(self, point: Point) -> None:
        if self._scene.corners.closes(point, self._scene.reach):
            self.close_polygon()
        else:
            self._scene.corners = self._scene.corners.to(point)
            self._scene.pointer = point
