"""What a pressed mouse button is doing; frozen values that answer what the present point means."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.dicom import Window
from viewer.gui.slice_view.hit_testing import Grip, Point, between, dragged
from viewer.model import Box

_FULL_SWEEP = 400


@dataclass(frozen=True, slots=True)
class BoxDrag:
    """A box being drawn (no ``finding_id``), moved or resized; ``start`` is an image point."""

    start: Point
    finding_id: str = ""
    original: Box | None = None
    grip: Grip = Grip.BODY

    def box(self, at: Point, columns: int, rows: int) -> Box | None:
        """The box when the mouse is at an image point."""
        if self.original is None:
            return between(self.start, at, columns, rows)
        dx, dy = round(at[0] - self.start[0]), round(at[1] - self.start[1])
        return dragged(self.original, self.grip, dx, dy, columns, rows)


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


Drag = BoxDrag | WindowDrag | PanDrag
