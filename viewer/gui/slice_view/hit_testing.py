"""What the mouse is over, and what a drag does to a box; plain geometry without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from math import ceil, floor
from typing import NamedTuple

from viewer.model import Box

Point = tuple[float, float]


class Grip(Enum):
    """A part of a box one can hold: (x, y), each -1 (left, top), 0 (middle) or 1."""

    TOP_LEFT = (-1, -1)
    TOP = (0, -1)
    TOP_RIGHT = (1, -1)
    LEFT = (-1, 0)
    BODY = (0, 0)
    RIGHT = (1, 0)
    BOTTOM_LEFT = (-1, 1)
    BOTTOM = (0, 1)
    BOTTOM_RIGHT = (1, 1)

    @property
    def is_handle(self) -> bool:
        """Whether it resizes."""
        return self is not Grip.BODY

    def point(self, box: Box) -> Point:
        """Where it lies, in image coordinates."""
        x, y = self.value
        return (box.x + box.width * (x + 1) / 2, box.y + box.height * (y + 1) / 2)


HANDLES = tuple(grip for grip in Grip if grip.is_handle)


class Hit(NamedTuple):
    """The finding under the mouse and the part of its box."""

    finding_id: str
    grip: Grip


def find(
    boxes: Iterable[tuple[str, Box]], at: Point, reach: Point, selected: str = ""
) -> Hit | None:
    """The hit at an image point: a handle of the selected box first, else the smallest box.

    ``reach`` is how far from an edge or handle still counts, in image columns and rows.
    """
    known = tuple(boxes)
    for finding_id, box in known:
        if finding_id == selected and (grip := handle_at(box, at, reach)):
            return Hit(finding_id, grip)
    inside = [(box.area, finding_id) for finding_id, box in known if contains(box, at, reach)]
    return Hit(min(inside)[1], Grip.BODY) if inside else None


def handle_at(box: Box, at: Point, reach: Point) -> Grip | None:
    """The handle closest to a point, within reach; corners win over edges."""
    near = []
    for grip in HANDLES:
        x, y = grip.point(box)
        dx, dy = abs(at[0] - x) / reach[0], abs(at[1] - y) / reach[1]
        if dx <= 1 and dy <= 1:
            near.append((dx * dx + dy * dy, 0 in grip.value, grip.name, grip))
    return min(near)[3] if near else None


def contains(box: Box, at: Point, reach: Point = (0.0, 0.0)) -> bool:
    """Whether a point is in a box or within half the reach of it."""
    slack_x, slack_y = reach[0] / 2, reach[1] / 2
    return (
        box.x - slack_x <= at[0] < box.right + slack_x
        and box.y - slack_y <= at[1] < box.bottom + slack_y
    )


def between(start: Point, end: Point, columns: int, rows: int) -> Box | None:
    """All pixels touched by the rectangle between two points, inside the matrix."""
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    x, y = floor(left), floor(top)
    return Box(x, y, max(1, ceil(right) - x), max(1, ceil(bottom) - y)).clipped(columns, rows)


def snapped(box: Box, texts: Iterable[Box], reach: Point) -> Box:
    """A drawn box with its edges on those of the texts it mostly covers; it never covers less.

    Edges inside such a text go out to it, edges up to ``reach`` outside come in to it.
    """
    meant = [each for each in texts if 2 * _shared(box, each) >= each.area]
    if not meant:
        return box
    left, top = min(each.x for each in meant), min(each.y for each in meant)
    right, bottom = max(each.right for each in meant), max(each.bottom for each in meant)
    x = left if box.x >= left - reach[0] else box.x
    y = top if box.y >= top - reach[1] else box.y
    end = right if box.right <= right + reach[0] else box.right
    foot = bottom if box.bottom <= bottom + reach[1] else box.bottom
    return Box(x, y, end - x, foot - y)


def _shared(one: Box, other: Box) -> int:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0, across) * max(0, down)


def middle_of(left: int, top: int, right: int, bottom: int) -> Box:
    """The middle fifth of a part of the image, where a key places what is then moved."""
    width, height = max(1, (right - left) // 5), max(1, (bottom - top) // 5)
    return Box((left + right - width) // 2, (top + bottom - height) // 2, width, height)


def dragged(box: Box, grip: Grip, dx: int, dy: int, columns: int, rows: int) -> Box:
    """The box after a drag by whole pixels: moved or resized, never outside, never empty.

    A handle dragged across the other side turns the box over.
    """
    if grip is Grip.BODY:
        return _moved(box, dx, dy, columns, rows)
    x = _edge(box.x, box.right, grip.value[0], dx, columns)
    y = _edge(box.y, box.bottom, grip.value[1], dy, rows)
    return Box(x[0], y[0], x[1] - x[0], y[1] - y[0])


def _moved(box: Box, dx: int, dy: int, columns: int, rows: int) -> Box:
    x = min(max(0, box.x + dx), max(0, columns - box.width))
    y = min(max(0, box.y + dy), max(0, rows - box.height))
    return Box(x, y, box.width, box.height)


def _edge(low: int, high: int, side: int, by: int, limit: int) -> tuple[int, int]:
    if side == 0:
        return low, high
    fixed, moving = (high, low) if side < 0 else (low, high)
    moving = min(max(0, moving + by), limit)
    if moving == fixed:
        moving = fixed + side if 0 <= fixed + side <= limit else fixed - side
    return min(fixed, moving), max(fixed, moving)
