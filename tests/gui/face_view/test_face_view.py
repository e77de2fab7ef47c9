"""The face view with a head that answers at once: tools, keys, strokes, handles, words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.face_view.builders import FakeHead, decision, finding
from viewer.gui import theme
from viewer.gui.face_view import FaceView
from viewer.gui.face_view.scene import ADD, GIVE_BACK, HANDLES, TURN
from viewer.gui.face_view.verdict import Verdict
from viewer.model import FaceEdit, FacePreset, Stroke
from viewer.surface.sculpting import CANONICAL, HOME, Answer, Check, Request

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[FaceView]:
    theme.apply(qapp)
    made = FaceView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    yield made
    made.link.use(None)


@pytest.fixture
def head(qtbot: QtBot, view: FaceView) -> Iterator[FakeHead]:
    """Shown from the front, with a finding that may be edited."""
    made = FakeHead()
    view.set_verdict(Verdict(finding()))
    view.set_head(made)  # type: ignore[arg-type]
    view.look_from("front")
    settle(qtbot, view)
    made.asked.clear()
    yield made
    made.close()


def settle(qtbot: QtBot, view: FaceView) -> None:
    qtbot.waitUntil(lambda: not view.link.is_busy and not view.stage._settle.isActive())


def test_without_a_head_it_offers_to_compute_one(qtbot: QtBot, view: FaceView) -> None:
    assert view.empty.compute.isVisible()
    assert not view.panel.isVisible()
    with qtbot.waitSignal(view.compute_requested):
        qtbot.mouseClick(view.empty.compute, LEFT)


def test_dragging_turns_the_head_with_less_detail_and_ends_with_all_of_it(
    qtbot: QtBot, view: FaceView, head: FakeHead
) -> None:
    QTest.mousePress(view.stage, LEFT, pos=QPoint(100, 100))
    QTest.mouseMove(view.stage, QPoint(120, 100))
    QTest.mouseMove(view.stage, QPoint(180, 100))
    QTest.mouseRelease(view.stage, LEFT, pos=QPoint(180, 100))
    settle(qtbot, view)
    assert view.scene.orbit.azimuth == pytest.approx(-40)
    assert "move" in [each.pace for each in head.looks]
    assert head.looks[-1].pace == "rest"


def test_a_click_puts_the_slices_through_the_point_under_it(
    qtbot: QtBot, view: FaceView, head: FakeHead
) -> None:
    QTest.mouseClick(view.stage, LEFT, pos=QPoint(150, 120))
    qtbot.waitUntil(lambda: view.scene.at == (5.0, -90.0, 10.0))
    settle(qtbot, view)
    assert any(each.planes and each.planes.at == view.scene.at for each in head.asked)


def test_a_click_on_a_slice_moves_the_point(qtbot: QtBot, view: FaceView, head: FakeHead) -> None:
    axial = view.planes.views["axial"]
    before = view.scene.at
    QTest.mouseClick(axial, LEFT, pos=axial.spot((20.0, -30.0, 0.0)).toPoint())
    assert view.scene.at[:2] == pytest.approx((20.0, -30.0), abs=2.5)
    assert view.scene.at != before
    settle(qtbot, view)


def test_a_stroke_is_one_wish_when_the_brush_is_lifted(
    qtbot: QtBot, view: FaceView, head: FakeHead
) -> None:
    view.set_tool(ADD)
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        QTest.mousePress(view.stage, LEFT, pos=QPoint(100, 100))
        for step in range(5):
            QTest.mouseMove(view.stage, QPoint(110 + 10 * step, 100))
        QTest.mouseRelease(view.stage, LEFT, pos=QPoint(150, 100))
    edit, name = wanted.args
    assert name == "Paint to remove"
    assert len(edit.strokes) == 1
    assert len(edit.strokes[0].points) == 6
    assert edit.strokes[0].adds
    assert [each.starts for request in head.asked for each in request.dabs] == [True] + [False] * 5


def test_the_brush_gives_back_on_a_slice(qtbot: QtBot, view: FaceView, head: FakeHead) -> None:
    view.set_tool(GIVE_BACK)
    sagittal = view.planes.views["sagittal"]
    at = sagittal.spot((0.0, -80.0, 20.0)).toPoint()
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        QTest.mouseClick(sagittal, LEFT, pos=at)
    stroke = wanted.args[0].strokes[0]
    assert not stroke.adds
    assert stroke.points[0][1:] == pytest.approx((-80.0, 20.0), abs=3)


def test_a_handle_is_dragged_and_let_go(qtbot: QtBot, view: FaceView, head: FakeHead) -> None:
    view.set_tool(HANDLES)
    settle(qtbot, view)
    assert view.stage._projection is not None
    x, y = view.stage._projection.spot((0.0, -88.0, -101.0))
    at = QPoint(round(x * view.stage.width()), round(y * view.stage.height()))
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        QTest.mousePress(view.stage, LEFT, pos=at)
        QTest.mouseMove(view.stage, at + QPoint(0, 12))
        QTest.mouseRelease(view.stage, LEFT, pos=at + QPoint(0, 12))
    edit, name = wanted.args
    assert name == "Move the chin"
    place = dict(edit.landmarks)["chin"]
    assert place[1] == pytest.approx(-88.0, abs=0.2)
    assert place[2] < -102


def test_everything_can_be_done_with_keys(qtbot: QtBot, view: FaceView, head: FakeHead) -> None:
    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(view.stage, key, held)

    press(Qt.Key.Key_D)
    assert view.scene.shows == "defaced"
    press(Qt.Key.Key_O)
    press(Qt.Key.Key_H)
    assert not view.scene.heat
    press(Qt.Key.Key_2)
    assert view.scene.orbit == CANONICAL["left"]
    press(Qt.Key.Key_Left)
    assert view.scene.orbit != CANONICAL["left"]
    press(Qt.Key.Key_Home)
    assert view.scene.orbit == HOME
    at = view.scene.at
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert view.scene.at == (at[0], at[1], at[2] + 1)
    press(Qt.Key.Key_Period)
    assert view.scene.tool == HANDLES
    assert view.scene.held == "eye_left"
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert dict(wanted.args[0].landmarks) == {"eye_left": (32.0, -72.0, 0.0)}
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_BracketRight)
    assert view.scene.radius_mm == 10.0
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        press(Qt.Key.Key_Space)
    assert wanted.args[0].strokes[0].radius_mm == 10.0


def test_presets_depth_and_starting_over_are_wishes_with_names(
    qtbot: QtBot, view: FaceView, head: FakeHead
) -> None:
    panel = view.panel.edit
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        panel.presets[FacePreset.STRONG].click()
    assert wanted.args == [FaceEdit(FacePreset.STRONG), "Remove the face: strong"]
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        panel.slider.setValue(4)
    assert wanted.args == [FaceEdit(depth_mm=4.0), "Change the depth"]
    view.set_verdict(Verdict(finding(), decision(FaceEdit(depth_mm=4.0))))
    assert panel.depth_text.text() == "Depth: 4 mm deeper"
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        panel.reset.click()
    assert wanted.args == [FaceEdit(), "Start the removal over"]


def test_while_the_depth_is_dragged_it_is_shown_and_not_decided(
    qtbot: QtBot, view: FaceView, head: FakeHead
) -> None:
    view.panel.edit.slider.setSliderDown(True)
    with qtbot.assertNotEmitted(view.edit_wanted):
        view.panel.edit.slider.setValue(5)
    settle(qtbot, view)
    assert FaceEdit(depth_mm=5.0) in head.edits


def test_the_brain_is_locked_until_a_reason_is_given(
    qtbot: QtBot, view: FaceView, head: FakeHead
) -> None:
    lock = view.panel.edit.lock
    assert "locked" in lock.text()
    with qtbot.waitSignal(view.unlock_asked):
        lock.click()
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        view.editing.unlock(" an encephalocele reaches into the nose ")
    assert wanted.args[0].unlocks_brain
    view.set_verdict(Verdict(finding(), decision(wanted.args[0])))
    assert "unlocked: an encephalocele" in view.panel.edit.doing.text()
    with qtbot.waitSignal(view.edit_wanted) as wanted:
        lock.click()
    assert not wanted.args[0].unlocks_brain


def test_nothing_is_edited_without_a_finding_or_in_a_window_that_only_reads(
    qtbot: QtBot, view: FaceView, head: FakeHead
) -> None:
    for verdict in (Verdict(), Verdict(finding(), None, is_read_only=True)):
        view.set_verdict(verdict)
        view.set_tool(ADD)
        assert view.scene.tool == TURN
        with qtbot.assertNotEmitted(view.edit_wanted):
            QTest.mouseClick(view.stage, LEFT, pos=QPoint(100, 100))
            settle(qtbot, view)


def test_what_the_detectors_say_is_of_the_edit_on_show(view: FaceView, head: FakeHead) -> None:
    view._take_check(Check(FaceEdit(), 0.0, 0.02))
    assert "2% of 40 views" in view.panel.edit.after.text()
    view._take_check(Check(FaceEdit(), 0.3, 0.1))
    assert "still" in view.panel.edit.after.text()
    view.set_verdict(Verdict(finding(), decision(FaceEdit(depth_mm=3.0))))
    assert "have not looked" in view.panel.edit.after.text()


def test_requests_are_merged_while_an_answer_is_outstanding(qtbot: QtBot, view: FaceView) -> None:
    head = FakeHead(answers_itself=False)
    view.link.use(head)  # type: ignore[arg-type]
    first = view.stage.look()
    view.link.ask(Request(look=first))
    view.link.ask(Request(pick=(0.1, 0.1)))
    view.link.ask(Request(edit=FaceEdit(depth_mm=1.0)))
    view.link.ask(Request(edit=FaceEdit(depth_mm=2.0)))
    assert len(head.asked) == 1
    with qtbot.waitSignal(view.link.answered):
        head.reply(Answer())
    assert head.asked[1:] == [Request(pick=(0.1, 0.1), edit=FaceEdit(depth_mm=2.0))]
    head.close()


def test_a_process_that_ends_is_told(qtbot: QtBot, view: FaceView, head: FakeHead) -> None:
    with qtbot.waitSignal(view.ended):
        head.reply(None)
    assert not view.link.is_busy


def test_a_machine_that_cannot_draw_says_so_and_keeps_risk_and_slices(
    qtbot: QtBot, view: FaceView
) -> None:
    head = FakeHead(draws=False)
    view.set_head(head)  # type: ignore[arg-type]
    assert "cannot be drawn" in view.stage.message
    assert view.panel.grade.text() == "Recognisable face"
    qtbot.waitUntil(lambda: view.planes.views["axial"]._image is not None)
    head.close()


def test_slices_lie_beside_the_head_where_there_is_room(view: FaceView, head: FakeHead) -> None:
    view.resize(800, 600)
    assert view.planes.views["axial"].height() > 60
    assert view.planes.y() > view.stage.y()
    view.resize(1500, 900)
    QApplication.processEvents()
    assert view.planes.x() > view.stage.x()


def test_a_stroke_with_nothing_under_it_is_no_step(
    qtbot: QtBot, view: FaceView, head: FakeHead
) -> None:
    view.set_tool(ADD)
    with qtbot.assertNotEmitted(view.edit_wanted):
        view.stroke.end()
    assert view.scene.edit.strokes == ()
    assert Stroke(((0.0, 0.0, 0.0),), 1.0).adds
