"""Areas that are drawn point by point: a painted stroke, the corners of a polygon; without Qt."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viewer.gui.slice_view.viewport import Point
from viewer.model import Area, Box, Brush, Ellipse, Polygon

_FEWEST_CORNERS = 3
Runs = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """What a round brush has painted; ``radius`` is in image columns, ``last`` an image point."""

    last: Point
    radius: float
    runs: Runs = ()

    def to(self, at: Point, columns: int, rows: int) -> Stroke:
        """Painted on to another point, inside the image."""
        along = math.hypot(at[0] - self.last[0], at[1] - self.last[1])
        steps = max(1, math.ceil(along / max(1.0, self.radius / 2)))
        discs = (_between(self.last, at, step / steps) for step in range(steps + 1))
        new = (run for middle in discs for run in _disc(middle, self.radius))
        return Stroke(at, self.radius, merged((*self.runs, *new), columns, rows))

    def area(self) -> Area | None:
        """The painted pixels, None when the brush never met the image."""
        return Brush(self.runs) if self.runs else None


@dataclass(frozen=True, slots=True)
class Corners:
    """A polygon being drawn, in image points."""

    points: tuple[Point, ...] = ()

    def to(self, at: Point) -> Corners:
        """With one more corner; the same place twice is one."""
        return self if self.points and at == self.points[-1] else Corners((*self.points, at))

    def back(self) -> Corners:
        """Without the last corner."""
        return Corners(self.points[:-1])

    def closes(self, at: Point, reach: Point) -> bool:
        """Whether a point is on the first corner and there are enough of them."""
        if len(self.points) < _FEWEST_CORNERS:
            return False
        (x, y), (reach_x, reach_y) = self.points[0], reach
        return abs(at[0] - x) <= reach_x and abs(at[1] - y) <= reach_y

    def area(self) -> Area | None:
        """The polygon, None as long as it has too few corners."""
        return Polygon(self.points) if len(self.points) >= _FEWEST_CORNERS else None


def shaped(tool: str, box: Box, columns: int, rows: int) -> Area:
    """What a tool draws when it is given a box: the largest area of its kind inside."""
    if tool == "ellipse":
        return Ellipse(box)
    if tool == "brush":
        return Brush(merged(Ellipse(box).runs(), columns, rows))
    if tool == "polygon":
        x, y = box.x + box.width / 2, box.y + box.height / 2
        return Polygon(((x, box.y), (box.right, y), (x, box.bottom), (box.x, y)))
    return box


def merged(runs: Iterable[tuple[int, int, int]], columns: int, rows: int) -> Runs:
    """The same pixels as few runs, by row, without what lies outside the image."""
    by_row: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, first, after in runs:
        if 0 <= row < rows and max(0, first) < min(after, columns):
            by_row[row].append((max(0, first), min(after, columns)))
    return tuple((row, *span) for row in sorted(by_row) for span in _joined(by_row[row]))


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begin, end = -1, -1
    for first, after in sorted(spans):
        if first > end:
            if end > begin:
                yield begin, end
            begin, end = first, after
        end = max(end, after)
    yield begin, end


def _disc(middle: Point, radius: float) -> Iterator[tuple[int, int, int]]:
    left, top = math.floor(middle[0] - radius), math.floor(middle[1] - radius)
    side = max(1, math.ceil(2 * radius))
    yield from Ellipse(Box(left, top, side, side)).runs()


def _between(start: Point, end: Point, part: float) -> Point:
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
