"""Outlines as JSON records: one name, and numbers in stored pixels."""

from __future__ import annotations

from typing import Any

from viewer.model import Box, Brush, Ellipse, Outline, Polygon

_MOST_PARTS = 100_000


def outline_record(outline: Outline | None) -> dict[str, list[Any]] | None:
    """An outline as JSON can hold it."""
    match outline:
        case Ellipse(bounds):
            return {"ellipse": [bounds.x, bounds.y, bounds.width, bounds.height]}
        case Polygon(points):
            return {"polygon": [list(point) for point in points]}
        case Brush(painted):
            return {"brush": [list(run) for run in painted]}
        case None:
            return None


def outline_from(record: Any) -> Outline | None:
    """Read back an outline; raises TypeError or ValueError on anything else."""
    if record is None:
        return None
    ((kind, parts),) = record.items()
    if len(parts) > _MOST_PARTS:
        raise ValueError("an outline with too many parts")
    if kind == "ellipse":
        x, y, width, height = (int(each) for each in parts)
        if width < 1 or height < 1:
            raise ValueError("an ellipse without pixels")
        return Ellipse(Box(x, y, width, height))
    if kind == "polygon":
        return Polygon(tuple((float(x), float(y)) for x, y in parts))
    if kind == "brush":
        return Brush(tuple((int(row), int(first), int(after)) for row, first, after in parts))
    raise ValueError("an unknown outline")
