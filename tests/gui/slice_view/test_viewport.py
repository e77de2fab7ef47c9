"""Screen and image coordinates agree whatever was done to the view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.gui.slice_view.viewport import MAX_ZOOM, MIN_ZOOM, Viewport

points = st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000))
viewports = st.builds(
    lambda c, r, w, h, a, t, m: Viewport(c, r, w, h, a, turns=t, mirrored=m).fit(),
    st.integers(1, 4000),
    st.integers(1, 4000),
    st.integers(50, 2000),
    st.integers(50, 2000),
    st.floats(0.2, 5),
    st.integers(0, 3),
    st.booleans(),
)


@given(viewports, points, st.floats(0.2, 5), points)
def test_to_screen_undoes_to_image(
    view: Viewport, at: tuple[float, float], factor: float, pan: tuple[float, float]
) -> None:
    moved = view.zoomed(factor, at).panned(*pan)
    assert moved.to_screen(moved.to_image(at)) == pytest.approx(at, abs=1e-3)


@given(viewports, points, st.floats(0.2, 5))
def test_zooming_keeps_the_point_under_the_pointer(
    view: Viewport, at: tuple[float, float], factor: float
) -> None:
    zoomed = view.zoomed(factor, at)
    assert zoomed.to_image(at) == pytest.approx(view.to_image(at), rel=1e-6, abs=1e-4)
    assert MIN_ZOOM <= zoomed.zoom <= MAX_ZOOM


@given(viewports)
def test_a_fitted_image_lies_in_the_middle_inside_the_widget(view: Viewport) -> None:
    (x0, y0), (x1, y1) = view.to_screen((0, 0)), view.to_screen((view.columns, view.rows))
    left, top, right, bottom = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    assert left + right == pytest.approx(view.width, abs=1e-6)
    assert top + bottom == pytest.approx(view.height, abs=1e-6)
    if MIN_ZOOM < view.zoom < MAX_ZOOM:
        assert max((right - left) / view.width, (bottom - top) / view.height) == pytest.approx(1)


def test_tall_pixels_make_the_image_taller() -> None:
    view = Viewport(100, 100, 400, 400, aspect=2.0).fit()
    assert view.to_screen((100, 100))[1] - view.to_screen((0, 0))[1] == pytest.approx(400)
    assert view.to_screen((100, 100))[0] - view.to_screen((0, 0))[0] == pytest.approx(200)


def test_resizing_keeps_a_fitted_image_fitted_and_another_at_its_zoom() -> None:
    fitted = Viewport(100, 100, 400, 400).fit()
    assert fitted.resized(800, 800).zoom == pytest.approx(8)
    assert fitted.zoomed(2, (0, 0)).resized(800, 800).zoom == pytest.approx(8)
    assert fitted.zoomed(2, (0, 0)).resized(100, 100).zoom == pytest.approx(8)


def test_the_middle_of_the_screen_cannot_leave_the_image() -> None:
    view = Viewport(100, 80, 400, 400).fit().panned(10_000, -10_000)
    assert view.centre == (0.0, 80.0)


@given(viewports)
def test_four_turns_or_two_flips_bring_the_image_back(view: Viewport) -> None:
    assert view.turned(1).turned(1).turned(1).turned(1) == view
    assert view.flipped().flipped() == view


@given(viewports, points)
def test_a_turn_goes_clockwise_and_a_flip_swaps_the_sides_of_the_screen(
    view: Viewport, point: tuple[float, float]
) -> None:
    view = replace(view, fitted=False)
    across, down = view.to_screen(point)
    across, down = across - view.width / 2, down - view.height / 2
    turned, flipped = view.turned(1).to_screen(point), view.flipped().to_screen(point)
    middle = (view.width / 2, view.height / 2)
    assert turned == pytest.approx((middle[0] - down, middle[1] + across), abs=1e-3)
    assert flipped == pytest.approx((middle[0] - across, middle[1] + down), abs=1e-3)


@given(viewports, st.sampled_from([(1, 0), (0, 1), (-1, 0), (0, -1)]))
def test_a_step_on_the_screen_is_a_step_in_the_image(view: Viewport, step: tuple[int, int]) -> None:
    dx, dy = view.direction(*step)
    x, y = view.centre
    there = view.to_screen((x + dx, y + dy))
    moved = (there[0] - view.width / 2, there[1] - view.height / 2)
    assert moved[0] * step[0] + moved[1] * step[1] > 0
