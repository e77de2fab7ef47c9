"""What the reviewer can do, one intention at a time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.review.builders import header_finding, instance, session, text_finding
from viewer import review
from viewer.errors import UsageError
from viewer.model import Action, Box, Ellipse, Series, Source
from viewer.review import ReviewSession


def test_accepting_takes_the_proposal_and_says_a_person_did() -> None:
    made = review.accept(session(), "h1").decision("h1")
    assert made is not None
    assert (made.action, made.by_person, made.reviewer) == (Action.REMOVE, True, "coordinator")


def test_accepting_a_question_takes_what_reveals_least() -> None:
    start = session(text_finding(1, Action.REVIEW), header_finding(1, Action.REVIEW))
    done = review.accept(review.accept(start, "t1"), "h1")
    assert [each.action for each in done.decisions().values()] == [Action.BLANK, Action.REMOVE]


def test_keeping_needs_a_reason() -> None:
    with pytest.raises(UsageError):
        review.keep(session(), "h1", "  ")
    with pytest.raises(UsageError):
        review.change_action(session(), "h1", Action.KEEP)
    kept = review.keep(session(), "h1", "a phantom").decision("h1")
    assert kept is not None
    assert (kept.action, kept.reason) == (Action.KEEP, "a phantom")


def test_review_is_no_decision() -> None:
    with pytest.raises(UsageError):
        review.change_action(session(), "h1", Action.REVIEW)


def test_a_group_is_accepted_in_one_step_and_leaves_decided_ones_alone() -> None:
    start = review.keep(session(), "h1", "a phantom")
    done = review.accept_group(start, ["h1", "h2"])
    kept = done.decision("h1")
    assert kept is not None
    assert kept.action is Action.KEEP
    assert [each.id for each in done.undecided()] == ["t1"]
    assert review.undo(done).state == start.state


def test_a_drawn_box_is_a_finding_with_a_decision() -> None:
    start = session()
    series = start.loaded.patients[0].studies[0].series[0]
    done, made = review.add_box(start, series, series.instances[1], 3, Box(40, 60, 20, 20))
    finding, decision = done.finding(made), done.decision(made)
    assert finding is not None
    assert decision is not None
    assert finding.location.box == Box(40, 60, 8, 4)
    assert finding.location.frames == decision.frames == (3,)
    assert finding in done.result.findings


def test_a_box_outside_the_image_is_refused() -> None:
    start = session()
    series = start.loaded.patients[0].studies[0].series[0]
    with pytest.raises(UsageError):
        review.add_box(start, series, series.instances[0], 0, Box(100, 100, 4, 4))


def test_a_drawn_box_moves_and_is_deleted_and_comes_back() -> None:
    start = session()
    series = start.loaded.patients[0].studies[0].series[0]
    drawn, made = review.add_box(start, series, series.instances[0], 0, Box(1, 1, 4, 4))
    moved = review.set_box(drawn, made, Box(5, 5, 6, 6))
    finding = moved.finding(made)
    assert finding is not None
    assert finding.location.box == Box(5, 5, 6, 6)
    gone = review.delete_box(moved, made)
    assert gone.finding(made) is None
    assert made not in gone.decisions()
    assert review.undo(gone).finding(made) == finding
    assert review.undo(gone).history.redo_name == "Delete box"


def test_what_a_detector_found_cannot_be_deleted() -> None:
    with pytest.raises(UsageError):
        review.delete_box(session(), "t1")


def test_moving_a_detected_box_decides_it() -> None:
    made = review.set_box(session(), "t1", Box(0, 0, 20, 20)).decision("t1")
    assert made is not None
    assert (made.action, made.box) == (Action.BLANK, Box(0, 0, 20, 20))


def test_what_a_detector_saw_in_some_frames_is_blanked_in_all() -> None:
    decision = review.accept(session(), "t1").decision("t1")
    assert decision is not None
    assert decision.frames is None


def test_a_drawn_box_goes_to_all_frames() -> None:
    start = session()
    series = start.loaded.patients[0].studies[0].series[0]
    drawn, made = review.add_box(start, series, series.instances[0], 1, Box(1, 1, 4, 4))
    done = review.apply_to_all_frames(drawn, made)
    finding, decision = done.finding(made), done.decision(made)
    assert finding is not None
    assert decision is not None
    assert finding.location.frames is decision.frames is None


def test_a_detected_box_goes_to_the_whole_series_as_a_box_of_the_reviewer() -> None:
    series = review.apply_to_series(review.accept(session(), "t1"), "t1")
    (marked,) = series.state.manual
    assert len(marked.location.sources) == 3
    assert marked.location.frames is None


def test_next_undecided_goes_round_in_display_order() -> None:
    start = review.accept(session(), "h2")
    assert start.next_undecided("h1") == "t1"
    assert start.next_undecided("t1") == "h1"
    assert start.next_undecided("t1", ["t1", "h2", "h1"]) == "h1"
    assert start.next_undecided("h1", backwards=True) == "t1"
    done = review.accept_group(start, ["h1", "t1"])
    assert done.next_undecided("h1") is None


def test_decisions_attach_again_after_a_scan() -> None:
    done = review.accept(session(), "h1").rescanned(session(header_finding(1)).scan)
    assert list(done.decisions()) == ["h1"]
    assert done.undecided() == ()


def test_step_names_hold_no_value() -> None:
    done = review.keep(review.accept(session(), "t1"), "h1", "because of Kowalski")
    names = " ".join(step.name for step in done.history.steps)
    assert "Kowalski" not in names
    assert "1961" not in names


def test_a_group_is_kept_for_one_reason_in_one_step() -> None:
    decided = review.accept(session(), "h1")
    kept = review.keep_group(decided, ["h1", "h2"], " a phantom ")
    assert kept.decisions()["h1"].action is Action.REMOVE
    assert (kept.decisions()["h2"].action, kept.decisions()["h2"].reason) == (
        Action.KEEP,
        "a phantom",
    )
    assert review.undo(kept).decisions() == decided.decisions()


def test_a_group_is_not_kept_without_a_reason() -> None:
    with pytest.raises(UsageError):
        review.keep_group(session(), ["h1", "h2"], " ")


def test_a_group_is_made_undecided_in_one_step() -> None:
    decided = review.accept_group(session(), ["h1", "h2", "t1"])
    opened = review.withdraw_group(decided, ["h1", "h2"])
    assert set(opened.decisions()) == {"t1"}
    assert set(review.undo(opened).decisions()) == {"h1", "h2", "t1"}


def test_a_mark_is_taken_to_a_range_of_frames_as_one_step() -> None:
    start = session()
    series = start.loaded.patients[0].studies[0].series[0]
    drawn, made = review.add_box(start, series, series.instances[1], 0, Ellipse(Box(1, 1, 4, 4)))
    done = review.apply_to_range(drawn, made, 6, 8)
    finding = done.finding(made)
    assert finding is not None
    assert finding.location.sources == (series.instances[1].source,)
    assert finding.location.frames == (1, 2, 3)
    assert finding.location.outline == Ellipse(Box(1, 1, 4, 4))
    assert review.undo(done).state == drawn.state
    with pytest.raises(UsageError):
        review.apply_to_range(drawn, made, 3, 8)


def test_a_mark_is_copied_to_series_of_the_same_geometry_as_one_step() -> None:
    start = session()
    (series,) = start.loaded.series()
    alike = tuple(replace(instance(n), source=Source(Path(f"/b/{n}.dcm"))) for n in range(2))
    smaller = (replace(instance(9), source=Source(Path("/c/9.dcm")), rows=32),)
    others = (
        replace(series, series_uid="1.2.4", instances=alike),
        replace(series, series_uid="1.2.5", instances=smaller),
    )
    start = with_series(start, (series, *others))
    drawn, made = review.add_box(start, series, series.instances[0], 1, Box(1, 1, 4, 4))
    done = review.copy_to_alike(drawn, made)
    new = [each for each in done.result.findings if each.location.series_uid == "1.2.4"]
    assert [each.location.sources for each in new] == [tuple(each.source for each in alike)]
    assert not [each for each in done.result.findings if each.location.series_uid == "1.2.5"]
    assert review.undo(done).state == drawn.state
    with pytest.raises(UsageError):
        review.copy_to_alike(session(), "t1")


def with_series(start: ReviewSession, series: tuple[Series, ...]) -> ReviewSession:
    patient = start.loaded.patients[0]
    study = replace(patient.studies[0], series=series)
    return replace(
        start, loaded=replace(start.loaded, patients=(replace(patient, studies=(study,)),))
    )
