"""A rectangle of pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Run = tuple[int, int, int]


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """Pixels of the stored matrix: zero-based, origin top left, width and height at least 1."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """First column to the right of the box."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """First row below the box."""
        return self.y + self.height

    @property
    def area(self) -> int:
        """Number of pixels."""
        return self.width * self.height

    def clipped(self, columns: int, rows: int) -> Box | None:
        """The part inside a matrix, or None when nothing is left."""
        x, y = max(0, self.x), max(0, self.y)
        width, height = min(self.right, columns) - x, min(self.bottom, rows) - y
        return Box(x, y, width, height) if width > 0 and height > 0 else None

    def padded(self, by: int) -> Box:
        """As much larger on every side; it may reach out of the matrix."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def runs(self) -> Iterator[Run]:
        """(row, first column, column after the last) of every row."""
        for row in range(self.y, self.bottom):
            yield row, self.x, self.right

    def overlap(self, other: Box) -> int:
        """Number of pixels both share."""
        width = min(self.right, other.right) - max(self.x, other.x)
        height = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(0, width) * max(0, height)

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)
