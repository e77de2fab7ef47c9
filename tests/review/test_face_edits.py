"""What a person changed about a deface survives the decisions file and the store."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.review.builders import session
from viewer import review
from viewer.errors import UsageError
from viewer.model import Action, Category, FaceEdit, FacePreset, Finding, Kind, Location, Stroke
from viewer.review import ReviewSession, SessionStore

EDIT = FaceEdit(
    FacePreset.STRONG,
    -2.5,
    (("chin", (1.0, -2.25, 3.125)), ("nose_tip", (0.5, -110.0, 12.0))),
    (Stroke(((1.0, 2.0, 3.0), (4.0, 5.0, 6.0)), 8.0), Stroke(((0.0, 0.0, 0.5),), 3.5, adds=False)),
    "the tumour bed is wanted as it is",
)


def _face() -> ReviewSession:
    start = session()
    series = start.loaded.patients[0].studies[0].series[0]
    place = Location(
        series.study_uid, series.series_uid, tuple(each.source for each in series.instances)
    )
    found = Finding(
        "f1", "surface.face", "1", Kind.FACE, place, Category.FACE_PHOTO, 0.9, "", Action.REVIEW
    )
    return start.rescanned(replace(start.scan, findings=(*start.scan.findings, found)))


def test_an_edit_is_a_decision_by_a_person_that_undo_takes_back() -> None:
    edited = review.edit_face(_face(), "f1", EDIT, "Move the chin")
    made = edited.decision("f1")
    assert made is not None
    assert (made.action, made.by_person, made.face) == (Action.CLEAN, True, EDIT)
    assert edited.history.undo_name == "Move the chin"
    assert review.undo(edited).decision("f1") is None


def test_accepting_all_leaves_an_uncertain_face_to_a_look_of_its_own() -> None:
    start = _face()
    done = review.accept_group(start, [each.id for each in start.findings])
    assert [each.id for each in done.undecided()] == ["f1"]
    looked = review.accept(done, "f1").decision("f1")
    assert looked is not None
    assert looked.by_person


def test_keeping_the_face_forgets_the_edit() -> None:
    kept = review.keep(review.edit_face(_face(), "f1", EDIT, "Draw"), "f1", "a phantom")
    made = kept.decision("f1")
    assert made is not None
    assert made.face is None


def test_an_edit_comes_back_from_the_decisions_file(tmp_path: Path) -> None:
    edited = review.edit_face(_face(), "f1", EDIT, "Draw")
    review.write_decisions(edited, tmp_path / "d.json")
    _, decisions = review.read_decisions(tmp_path / "d.json", edited.loaded, edited.scan)
    assert decisions == edited.decisions()


def test_an_edit_comes_back_in_the_next_run(tmp_path: Path) -> None:
    edited, store = review.edit_face(_face(), "f1", EDIT, "Draw"), SessionStore(tmp_path)
    store.claim(edited.loaded)
    store.save(_face(), edited)
    stored = store.claim(edited.loaded)
    store.close()
    assert stored.state == edited.state


@pytest.mark.parametrize(
    "broken",
    [
        {"preset": "gentle"},
        {"depth_mm": float("nan")},
        {"landmarks": {"left foot": [0, 0, 0]}},
        {"landmarks": {"chin": [0, 0]}},
        {"strokes": [{"points": [], "radius_mm": 3, "adds": True}]},
        {"strokes": [{"points": [[0, 0, 0]], "radius_mm": 0, "adds": True}]},
    ],
)
def test_a_damaged_edit_is_refused(tmp_path: Path, broken: dict[str, object]) -> None:
    edited, path = review.edit_face(_face(), "f1", EDIT, "Draw"), tmp_path / "d.json"
    review.write_decisions(edited, path)
    body = json.loads(path.read_text())
    body["decisions"][-1]["face"] |= broken
    path.write_text(json.dumps(body))
    with pytest.raises(UsageError):
        review.read_decisions(path, edited.loaded, edited.scan)
