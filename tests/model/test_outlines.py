"""Ellipses, polygons and brush strokes: whatever a mark touches belongs to it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from viewer.model import Area, Box, Brush, Ellipse, Polygon, box_of

_SIZE = 40
_BOXES = st.builds(
    Box, st.integers(0, 20), st.integers(0, 20), st.integers(1, 20), st.integers(1, 20)
)
_POINTS = st.tuples(st.floats(0, _SIZE), st.floats(0, _SIZE))


def mask(area: Area) -> NDArray[np.bool_]:
    found = np.zeros((_SIZE + 1, _SIZE + 1), bool)
    for row, first, after in area.runs():
        assert first < after
        found[row, first:after] = True
    return found


@given(_BOXES)
def test_a_box_is_all_of_its_pixels(box: Box) -> None:
    assert mask(box).sum() == box.area


@given(_BOXES)
def test_an_ellipse_lies_in_its_box_and_touches_its_sides(box: Box) -> None:
    found = mask(Ellipse(box))
    assert not (found & ~mask(box)).any()
    inside = found[box.y : box.bottom, box.x : box.right]
    assert all(side.any() for side in (inside[0], inside[-1], inside[:, 0], inside[:, -1]))
    for row, column in np.argwhere(~inside):
        away = 2 * (column + 0.5) / box.width - 1, 2 * (row + 0.5) / box.height - 1
        assert math.hypot(*away) > 1


@given(st.lists(_POINTS, min_size=3, max_size=8))
@example([(26.378631076848055, 2.5), (0.0, 0.0), (0.0, 1.0)])
@example([(2.0, 2.0), (0.0, 2.0), (1.0, 2.0), (1.0, 0.0)])
def test_a_polygon_holds_its_corners_its_line_and_what_it_encloses(
    points: list[tuple[float, float]],
) -> None:
    polygon = Polygon(tuple(points))
    found = mask(polygon)
    assert not (found & ~mask(polygon.bounds)).any()
    for (x, y), (to_x, to_y) in zip(points, points[1:] + points[:1], strict=True):
        for step in np.linspace(0.01, 0.99, 12):
            at = y + (to_y - y) * step, x + (to_x - x) * step
            assert any(_near(found, at))
    if len(points) == 3:
        x, y = np.mean(points, axis=0)
        assert any(_near(found, (y, x)))


def _near(found: NDArray[np.bool_], at: tuple[float, float]) -> list[bool]:
    """The pixels at a point; a point on an edge belongs to the pixels on both sides."""
    slack = 1e-6
    rows = {int(max(0, at[0] - slack)), int(at[0] + slack)}
    columns = {int(max(0, at[1] - slack)), int(at[1] + slack)}
    return [bool(found[row, column]) for row in rows for column in columns]


def test_where_a_line_crosses_itself_both_sides_are_inside() -> None:
    star = Polygon(((20, 2), (31, 36), (2, 14), (38, 14), (9, 36)))
    assert mask(star)[20, 20]


def test_a_triangle_is_no_box() -> None:
    triangle = mask(Polygon(((0, 0), (20, 0), (0, 20))))
    assert triangle[0, :20].all()
    assert not triangle[19, 2:].any()
    assert 200 <= triangle.sum() <= 230


def test_a_brush_is_the_pixels_that_were_painted() -> None:
    brush = Brush(((3, 4, 9), (4, 2, 5)))
    assert brush.bounds == Box(2, 3, 7, 2)
    assert mask(brush).sum() == 8


@given(_BOXES, _BOXES, st.sampled_from(["ellipse", "polygon", "brush"]))
def test_an_outline_follows_its_box(old: Box, new: Box, kind: str) -> None:
    outline = {
        "ellipse": Ellipse(old),
        "polygon": Polygon(((old.x, old.y), (old.right, old.bottom), (old.x, old.bottom))),
        "brush": Brush(tuple(old.runs())),
    }[kind]
    moved = outline.fitted(new)
    assert box_of(moved) == new
    if (old.width, old.height) == (new.width, new.height):
        assert mask(moved).sum() == mask(outline).sum()


@pytest.mark.parametrize("points", [(), ((0.0, 0.0), (1.0, 1.0)), ((0.0, math.nan),) * 3])
def test_what_encloses_nothing_is_refused(points: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(ValueError, match="three points"):
        Polygon(points)
    with pytest.raises(ValueError, match="runs of pixels"):
        Brush(((1, 4, 4),))
