"""What is marked in an image: a box, or an outline inside one, as runs of pixels.

Outlines are in pixels of the stored matrix like boxes; a point (x, y) counts from the top left
corner of the image, so pixel (0, 0) reaches from (0.0, 0.0) to (1.0, 1.0). A pixel that an outline
touches belongs to it: nothing that was marked is left by rounding.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from viewer.model.box import Box, Run

Point = tuple[float, float]
_FEWEST_POINTS = 3


@dataclass(frozen=True, slots=True)
class Ellipse:
    """The ellipse that touches the four sides of a box."""

    bounds: Box

    def runs(self) -> Iterator[Run]:
        """(row, first column, column after the last) of every row."""
        middle_x, middle_y = self.bounds.x + self.bounds.width / 2, self.bounds.height / 2
        for row in range(self.bounds.height):
            away = max(0.0, row - middle_y, middle_y - row - 1) / middle_y
            reach = math.sqrt(1 - away * away) * self.bounds.width / 2
            first, last = math.floor(middle_x - reach), math.ceil(middle_x + reach)
            yield self.bounds.y + row, first, max(last, first + 1)

    def fitted(self, box: Box) -> Ellipse:
        """The same for another box."""
        return Ellipse(box)


@dataclass(frozen=True, slots=True)
class Polygon:
    """The area inside a closed line through at least three points; crossings count as inside.

    Raises ValueError with fewer points or with one that is no number.
    """

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        numbers = [number for point in self.points for number in point]
        if len(self.points) < _FEWEST_POINTS or not all(map(math.isfinite, numbers)):
            raise ValueError("a polygon needs three points")

    @property
    def bounds(self) -> Box:
        """The smallest box that holds it."""
        left, top = (math.floor(min(each)) for each in zip(*self.points, strict=True))
        right, bottom = (math.ceil(max(each)) for each in zip(*self.points, strict=True))
        return Box(left, top, max(1, right - left), max(1, bottom - top))

    def runs(self) -> Iterator[Run]:
        """Runs of pixels its line crosses or it encloses; they may overlap each other."""
        bounds = self.bounds
        edges = list(pairwise((*self.points, self.points[0])))
        for row in range(bounds.y, bounds.bottom):
            yield from (_crossed(edge, row, bounds) for edge in edges if _meets(edge, row))
            yield from _enclosed(edges, row)

    def fitted(self, box: Box) -> Polygon:
        """The same shape moved and stretched from its own box to another."""
        old = self.bounds
        across, down = box.width / old.width, box.height / old.height
        moved = ((box.x + (x - old.x) * across, box.y + (y - old.y) * down) for x, y in self.points)
        return Polygon(tuple(moved))


@dataclass(frozen=True, slots=True)
class Brush:
    """Pixels painted one by one, as runs (row, first column, column after the last).

    Raises ValueError without runs or with an empty one.
    """

    painted: tuple[Run, ...]

    def __post_init__(self) -> None:
        if not self.painted or any(first >= after for _, first, after in self.painted):
            raise ValueError("a brush needs runs of pixels")

    @property
    def bounds(self) -> Box:
        """The smallest box that holds it."""
        rows, firsts, afters = zip(*self.painted, strict=True)
        left, top = min(firsts), min(rows)
        return Box(left, top, max(afters) - left, max(rows) + 1 - top)

    def runs(self) -> Iterator[Run]:
        """Its runs as they are."""
        yield from self.painted

    def fitted(self, box: Box) -> Brush:
        """The same pixels in another place; of another size, the whole of it."""
        old = self.bounds
        if (old.width, old.height) != (box.width, box.height):
            return Brush(tuple(box.runs()))
        across, down = box.x - old.x, box.y - old.y
        return Brush(tuple((row + down, a + across, b + across) for row, a, b in self.painted))


Outline: TypeAlias = Ellipse | Polygon | Brush
Area: TypeAlias = Box | Outline


def box_of(area: Area) -> Box:
    """The area itself, or the smallest box that holds the outline."""
    return area if isinstance(area, Box) else area.bounds


def outline_of(area: Area) -> Outline | None:
    """The outline, None for a box."""
    return None if isinstance(area, Box) else area


_Edge = tuple[Point, Point]


def _meets(edge: _Edge, row: int) -> bool:
    top, bottom = sorted((edge[0][1], edge[1][1]))
    return top <= row + 1 and bottom >= row


def _crossed(edge: _Edge, row: int, bounds: Box) -> Run:
    """The pixels of a row that an edge passes through."""
    (x, y), (to_x, to_y) = edge
    ends = [x, to_x]
    if y != to_y:
        inside = [min(max(level, min(y, to_y)), max(y, to_y)) for level in (row, row + 1)]
        ends = [x + (to_x - x) * (level - y) / (to_y - y) for level in inside]
    first = max(bounds.x, min(math.floor(min(ends)), bounds.right - 1))
    return row, first, min(bounds.right, max(math.ceil(max(ends)), first + 1))


def _enclosed(edges: list[_Edge], row: int) -> Iterator[Run]:
    """The pixels whose centres the line winds around."""
    level, winding, start = row + 0.5, 0, 0.0
    crossings = sorted(
        (x + (to_x - x) * (level - y) / (to_y - y), 1 if to_y > y else -1)
        for (x, y), (to_x, to_y) in edges
        if (y <= level) != (to_y <= level)
    )
    for x, turn in crossings:
        if winding == 0:
            start = x
        winding += turn
        if winding == 0 and math.ceil(x) > math.floor(start):
            yield row, math.floor(start), math.ceil(x)
