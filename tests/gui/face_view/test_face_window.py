"""The window on a synthetic head: handles, brush, undo, a restart, and what the export holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.gui.face_view.window import drag, open_desk, settle, show_face, spot_of, wait
from tests.surface.dicom_head import head_series
from tests.surface.heads import head
from viewer.export import ExportReport
from viewer.gui import theme
from viewer.gui.desk import Desk
from viewer.gui.face_view import FaceView
from viewer.gui.face_view.scene import ADD, HANDLES
from viewer.gui.stages import Exported
from viewer.load import load
from viewer.model import Action, Stroke
from viewer.review import SessionStore
from viewer.surface.votes import can_draw

pytestmark = pytest.mark.slow
Volume = NDArray[np.int64]
_EVERY = slice(None, None, 2)  # slices of 4 mm: half the files to write, sign and read


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("face-home")


@pytest.fixture(autouse=True)
def same_home(private_home: Path, home: Path) -> Iterator[None]:
    """The tests of this file are one sitting of one reviewer."""
    os.environ["SCANVEIL_HOME"] = str(home)
    yield
    os.environ["SCANVEIL_HOME"] = str(private_home)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("head")
    head_series(folder, _EVERY)
    return folder


@pytest.fixture(scope="module")
def desk(study: Path, home: Path, qapp: QApplication) -> Iterator[Desk]:
    if not can_draw():
        pytest.skip("this machine has no OpenGL")
    os.environ["SCANVEIL_HOME"] = str(home)
    theme.apply(qapp)
    made = open_desk(study, SessionStore())
    yield made
    made.window.close()


@pytest.fixture(scope="module")
def face(desk: Desk) -> FaceView:
    view = show_face(desk)
    view.look_from("front")
    settle(view)
    return view


def strokes(desk: Desk) -> tuple[Stroke, ...]:
    decision = desk.controller.decisions().get("face")
    return decision.face.strokes if decision and decision.face else ()


def _draw_a_stroke(desk: Desk, face: FaceView) -> None:
    face.set_tool(ADD)
    settle(face)
    middle = face.stage.rect().center()
    drag(face.stage, QPoint(middle.x() - 24, spot_of(face, "nasion").y() - 90), QPoint(12, 0), 4)
    wait(lambda: bool(strokes(desk)))
    settle(face)


@pytest.fixture
def stroke(desk: Desk, face: FaceView) -> Stroke:
    """The only stroke there is; the tests of this file may run in any order, or apart."""
    if not strokes(desk):
        _draw_a_stroke(desk, face)
    (drawn,) = strokes(desk)
    return drawn


def test_a_handle_that_is_dragged_solves_the_fit_again(desk: Desk, face: FaceView) -> None:
    face.set_tool(HANDLES)
    settle(face)
    before = dict(face.scene.landmarks)
    drag(face.stage, spot_of(face, "chin"), QPoint(0, 2), 4)
    settle(face)
    assert desk.controller.session is not None
    assert desk.controller.session.history.undo_name == "Move the chin"
    after = face.scene.landmarks
    assert after["chin"][2] < before["chin"][2] - 3
    assert after["mouth"] != before["mouth"]
    desk.controller.undo()
    settle(face)
    assert face.scene.landmarks["chin"] == pytest.approx(before["chin"], abs=0.2)
    assert face.panel.edit.status.text() == "Proposed, undecided"


def test_a_stroke_is_one_step_that_can_be_undone_and_redone(desk: Desk, face: FaceView) -> None:
    while strokes(desk):
        desk.controller.undo()
    settle(face)
    assert face.state is not None
    before = face.state.replaced_ml
    _draw_a_stroke(desk, face)
    assert len(strokes(desk)) == 1
    assert face.state.replaced_ml > before + 0.5
    desk.controller.undo()
    settle(face)
    assert face.state.replaced_ml == pytest.approx(before)
    desk.controller.redo()
    settle(face)
    assert face.state.replaced_ml > before + 0.5


def test_what_was_edited_is_there_after_the_program_was_killed(
    desk: Desk, study: Path, stroke: Stroke
) -> None:
    assert desk.controller._store is not None
    for lock in desk.controller._store._locks:  # what the system does when a process dies
        lock.release()
    store = SessionStore()
    stored = store.claim(load([study]))
    store.close()
    kept = stored.state.decisions["face"].face
    assert kept == desk.controller.decisions()["face"].face
    assert kept is not None and kept.strokes == (stroke,)


def test_the_export_is_what_was_shown(
    desk: Desk, face: FaceView, stroke: Stroke, tmp_path: Path
) -> None:
    desk.commands.accept_all()
    desk.face.close()  # so that its detectors do not take the time of the export
    done: list[Exported] = []
    desk.exporting.done.connect(done.append)
    desk.jobs.crashed.connect(lambda error: pytest.fail(f"crashed: {type(error).__name__}"))
    desk.exporting.export(tmp_path / "out")
    wait(lambda: bool(done))
    assert done[0].verified.ok
    before, after = head().array[_EVERY].astype(np.int64), _values(done[0].report)
    before = np.clip(before, -1024, 3071)
    assert not (before != after)[head().brain[_EVERY]].any()
    assert 0.02 < (before != after).mean() < 0.3
    assert all(_changed_near(before != after, point) for point in stroke.points)


def test_an_uncertain_face_asks_before_anything_leaves(study: Path, qapp: QApplication) -> None:
    desk = open_desk(study, None, Action.REVIEW)
    desk.view.choose_series(desk.controller.findings[0].location.series_uid)
    assert desk.window.face.panel.edit.doing.text().startswith("Please look")
    assert any(each.finding_id == "face" for each in desk.exporting.reasons())
    desk.window.close()


def _values(report: ExportReport) -> Volume:
    (series,) = load([report.out / "dicom"]).series()
    from viewer.dicom import FrameReader
    from viewer.dicom.volume import read_volume

    with FrameReader() as reader:
        return np.rint(read_volume(series, reader).array).astype(np.int64)


def _changed_near(changed: NDArray[np.bool_], point: tuple[float, float, float]) -> bool:
    column, row, index, _ = np.rint(np.linalg.inv(head().affine) @ [*point, 1]).astype(int)
    index //= _EVERY.step
    near = changed[index : index + 2, row - 1 : row + 2, column - 1 : column + 2]
    return bool(near.mean() > 0.4)
