"""What the pointer is over, and that no drag makes a box leave the matrix or vanish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.gui.slice_view import hit_testing
from viewer.gui.slice_view.hit_testing import HANDLES, Grip, between, contains, dragged, find
from viewer.model import Box

COLUMNS, ROWS = 200, 150
numbers = st.integers(-400, 400)
grips = st.sampled_from(list(Grip))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x, y = draw(st.integers(0, COLUMNS - 1)), draw(st.integers(0, ROWS - 1))
    return Box(x, y, draw(st.integers(1, COLUMNS - x)), draw(st.integers(1, ROWS - y)))


@given(boxes(), grips, numbers, numbers)
def test_a_dragged_box_stays_inside_and_is_never_empty(
    box: Box, grip: Grip, dx: int, dy: int
) -> None:
    moved = dragged(box, grip, dx, dy, COLUMNS, ROWS)
    assert moved.width >= 1
    assert moved.height >= 1
    assert moved.clipped(COLUMNS, ROWS) == moved


@given(boxes(), numbers, numbers)
def test_moving_keeps_the_size(box: Box, dx: int, dy: int) -> None:
    moved = dragged(box, Grip.BODY, dx, dy, COLUMNS, ROWS)
    assert (moved.width, moved.height) == (box.width, box.height)


@given(boxes(), grips)
def test_a_drag_by_nothing_changes_nothing(box: Box, grip: Grip) -> None:
    assert dragged(box, grip, 0, 0, COLUMNS, ROWS) == box


@given(boxes())
def test_every_handle_of_the_selected_box_is_found_at_its_place(box: Box) -> None:
    reach = (min(2.0, box.width / 6), min(2.0, box.height / 6))
    for grip in HANDLES:
        hit = find([("a", box)], grip.point(box), reach, "a")
        assert hit is not None
        assert hit.grip is grip


@given(boxes(), st.floats(-50, 250), st.floats(-50, 200))
def test_a_box_that_is_not_selected_is_hit_exactly_where_it_is(
    box: Box, x: float, y: float
) -> None:
    hit = find([("a", box)], (x, y), (1e-9, 1e-9))
    assert (hit is not None) == contains(box, (x, y), (1e-9, 1e-9))


def test_the_smaller_of_two_boxes_is_hit() -> None:
    large, small = ("large", Box(0, 0, 100, 100)), ("small", Box(40, 40, 10, 10))
    hit = find([large, small], (45, 45), (2, 2))
    assert hit is not None
    assert hit.finding_id == "small"


def test_handles_of_the_selected_box_win_over_a_smaller_box() -> None:
    selected, other = ("selected", Box(0, 0, 100, 100)), ("other", Box(98, 98, 4, 4))
    hit = find([selected, other], (100, 100), (3, 3), "selected")
    assert hit is not None
    assert (hit.finding_id, hit.grip) == ("selected", Grip.BOTTOM_RIGHT)


def test_a_drawn_box_holds_every_pixel_it_touches() -> None:
    assert between((10.2, 20.9), (14.1, 22.0), COLUMNS, ROWS) == Box(10, 20, 5, 2)
    assert between((14.1, 22.0), (10.2, 20.9), COLUMNS, ROWS) == Box(10, 20, 5, 2)


def test_a_drawn_box_is_cut_at_the_edges_and_none_outside() -> None:
    assert between((-50, -50), (5, 5), COLUMNS, ROWS) == Box(0, 0, 5, 5)
    assert between((-50, -50), (-5, -5), COLUMNS, ROWS) is None


def test_a_handle_dragged_across_turns_the_box_over() -> None:
    assert dragged(Box(50, 50, 10, 10), Grip.RIGHT, -30, 0, COLUMNS, ROWS) == Box(30, 50, 20, 10)


TEXT = Box(20, 10, 40, 8)
REACH = (4.0, 4.0)


@pytest.mark.parametrize(
    ("drawn", "snapped_to"),
    [
        (Box(22, 8, 40, 11), TEXT),  # nearly the text: exactly the text
        (Box(22, 11, 36, 6), Box(20, 10, 40, 8)),  # most of it: all of it
        (Box(0, 0, 100, 60), Box(0, 0, 100, 60)),  # much more: as drawn
        (Box(30, 5, 60, 30), Box(20, 5, 70, 30)),  # never less than drawn or than the text
        (Box(20, 10, 15, 8), Box(20, 10, 15, 8)),  # the lesser part of it: as drawn
    ],
)
def test_a_drawn_box_snaps_to_the_text_it_mostly_covers(drawn: Box, snapped_to: Box) -> None:
    assert hit_testing.snapped(drawn, [TEXT, Box(200, 200, 9, 9)], REACH) == snapped_to
