"""Which boxes a frame has, how they look, and the flat list of frames."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.gui.slice_view.builders import finding, instance, series
from viewer.gui.slice_view.marks import Look, marks_on
from viewer.gui.slice_view.orientation import letters, scale_bar
from viewer.gui.slice_view.positions import Position, flat, nearest, to_prefetch
from viewer.model import Action, Box, Decision, Source

HERE, ELSEWHERE = Source(Path("a.dcm")), Source(Path("b.dcm"))
BOX = Box(1, 2, 3, 4)


def decided(action: Action, **more: object) -> Decision:
    return replace(Decision("f", action, "reviewer", "", True), **more)  # type: ignore[arg-type]


def test_a_finding_is_drawn_only_on_its_instances_and_frames() -> None:
    found = finding("f", HERE, BOX, frames=(2, 3))
    assert [m.box for m in marks_on([found], {}, HERE, 2)] == [BOX]
    assert marks_on([found], {}, HERE, 4) == ()
    assert marks_on([found], {}, ELSEWHERE, 2) == ()


def test_a_decision_for_all_frames_draws_the_box_on_all() -> None:
    found = finding("f", HERE, BOX, frames=(2,))
    assert marks_on([found], {"f": decided(Action.BLANK)}, HERE, 9)
    assert not marks_on([found], {"f": decided(Action.BLANK, frames=(2,))}, HERE, 9)


def test_the_box_of_a_decision_goes_before_the_findings() -> None:
    moved = decided(Action.BLANK, box=Box(9, 9, 9, 9))
    assert marks_on([finding("f", HERE, BOX)], {"f": moved}, HERE, 0)[0].box == Box(9, 9, 9, 9)


def test_the_look_follows_the_decision() -> None:
    found = finding("f", HERE, BOX)
    looks = [
        marks_on([found], decisions, HERE, 0)[0].look
        for decisions in ({}, {"f": decided(Action.BLANK)}, {"f": decided(Action.KEEP, reason="x")})
    ]
    assert looks == [Look.UNDECIDED, Look.BLANK, Look.KEEP]


def test_the_label_does_not_hold_the_value() -> None:
    assert "Canary" not in marks_on([finding("f", HERE, BOX)], {}, HERE, 0)[0].label


def test_single_frames_and_multi_frames_make_one_flat_list() -> None:
    mixed = series(instance("a"), instance("b", frames=3), instance("c", rows=0), instance("d"))
    places = flat(mixed)
    assert places == ((0, 0), (1, 0), (1, 1), (1, 2), (3, 0))
    assert nearest(places, Position(1, 2)) == 3
    assert nearest(places, Position(1, 99)) == 3
    assert nearest(places, Position(2, 0)) == 3


def test_prefetching_looks_ahead_in_the_direction_of_scrolling() -> None:
    assert to_prefetch(5, 100, 1, 6)[:4] == (5, 6, 4, 7)
    assert to_prefetch(5, 100, -1, 6)[:4] == (5, 4, 6, 3)
    assert to_prefetch(0, 2, 1, 6) == (0, 1)


def test_orientation_letters_of_the_three_planes() -> None:
    assert letters((1, 0, 0, 0, 1, 0)) == ("R", "L", "A", "P")
    assert letters((1, 0, 0, 0, 0, -1)) == ("R", "L", "H", "F")
    assert letters((0, 1, 0, 0, 0, -1)) == ("A", "P", "H", "F")
    assert letters((0.8, 0.6, 0, 0, 0, -1))[1] == "LP"
    assert letters(None) == ("", "", "", "")


def test_the_scale_bar_is_round_and_fits() -> None:
    assert scale_bar(0.5, 150) == (100.0, "5 cm")
    assert scale_bar(0.05, 150) == (100.0, "5 mm")
    assert scale_bar(1000, 150) == (0.0, "")
