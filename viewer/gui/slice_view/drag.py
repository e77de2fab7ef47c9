"""What a pressed mouse button is doing; frozen values that answer what the present point means."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.dicom import Window
from viewer.gui.slice_view.hit_testing import Grip, Point, between, dragged
from viewer.gui.slice_view.strokes import Stroke, shaped
from viewer.model import Area, box_of, outline_of

_FULL_SWEEP = 400


@dataclass(frozen=True, slots=True)
class BoxDrag:
    """A box or ellipse being drawn (no ``finding_id``), or any area being moved or resized.

    ``start`` is an image point, ``tool`` what is drawn.
    """

    start: Point
    finding_id: str = ""
    original: Area | None = None
    grip: Grip = Grip.BODY
    tool: str = "box"

    def area(self, at: Point, columns: int, rows: int) -> Area | None:
        """The area when the mouse is at an image point."""
        if self.original is None:
            box = between(self.start, at, columns, rows)
            return box and shaped(self.tool, box, columns, rows)
        dx, dy = round(at[0] - self.start[0]), round(at[1] - self.start[1])
        box = dragged(box_of(self.original), self.grip, dx, dy, columns, rows)
        outline = outline_of(self.original)
        return outline.fitted(box) if outline else box


@dataclass(frozen=True, slots=True)
class WindowDrag:
    """Window/level by mouse: right is wider, up is brighter; ``start`` is a screen point."""

    start: Point
    original: Window

    def window(self, at: Point) -> Window:
        """The window at a screen point; 400 pixels are once the original width."""
        step = max(abs(self.original.width), 1.0) / _FULL_SWEEP
        width = self.original.width + (at[0] - self.start[0]) * step * 2
        center = self.original.center + (at[1] - self.start[1]) * step
        return Window(center, max(width, min(1.0, step)))


@dataclass(frozen=True, slots=True)
class PanDrag:
    """The image being dragged; ``last`` is a screen point."""

    last: Point


Drag = BoxDrag | Stroke | WindowDrag | PanDrag
