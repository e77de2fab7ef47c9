"""The slice view under mouse and keyboard, on synthetic frames."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.slice_view.builders import FakeReader, finding, instance, series
from tests.gui.slice_view.conftest import Make
from tests.gui.slice_view.mouse import NO_KEY, RIGHT, at, drag, turn
from viewer.dicom import Window
from viewer.gui.slice_view.panes import PREVIEW
from viewer.model import Action, Box, Decision


@pytest.mark.parametrize("zoom", [1.0, 2.5, 0.6])
@pytest.mark.parametrize("spacing", [None, (1.0, 0.5)])
def test_a_drawn_box_is_in_pixels_of_the_matrix_at_any_zoom(
    qtbot: QtBot, make: Make, zoom: float, spacing: tuple[float, float] | None
) -> None:
    view, _, shown = make(spacing=spacing)
    view.set_tool("box")
    view.canvas.set_viewport(view.canvas.scene.viewport.zoomed(zoom, (320, 240)))
    start, end = at(view, 30.5, 25.5), at(view, 44.5, 31.5)
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(qtbot, view, start, end)
    assert drawn.args == [Box(30, 25, 15, 7), shown.instances[0].source, 0]


def test_a_box_on_a_later_frame_names_that_frame(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make(frames=5)
    view.show(0, 3)
    qtbot.waitUntil(lambda: view.canvas.scene.is_current)
    view.set_tool("box")
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(qtbot, view, at(view, 10.5, 10.5), at(view, 20.5, 20.5))
    assert drawn.args is not None
    assert drawn.args[2] == 3


def test_a_click_with_the_box_tool_draws_nothing(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make()
    view.set_tool("box")
    with qtbot.assertNotEmitted(view.box_drawn):
        drag(qtbot, view, at(view, 10.5, 10.5), at(view, 10.5, 10.5) + QPoint(1, 0))


def test_a_box_is_selected_moved_and_deleted(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make()
    view.set_findings([finding("f", shown.instances[0].source, Box(20, 20, 20, 10))])
    with qtbot.waitSignals([view.finding_clicked, view.box_changed]) as _:
        drag(qtbot, view, at(view, 30, 25), at(view, 35, 22))
    with qtbot.waitSignal(view.box_changed) as changed:
        drag(qtbot, view, at(view, 30, 25), at(view, 35, 22))
    assert changed.args == ["f", Box(25, 17, 20, 10)]
    with qtbot.waitSignal(view.box_deleted) as deleted:
        qtbot.keyClick(view.canvas, Qt.Key.Key_Delete)
    assert deleted.args == ["f"]


def test_a_corner_resizes_the_selected_box(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make()
    view.set_findings([finding("f", shown.instances[0].source, Box(20, 20, 20, 10))])
    view.select("f")
    with qtbot.waitSignal(view.box_changed) as changed:
        drag(qtbot, view, at(view, 40, 30), at(view, 50, 36))
    assert changed.args == ["f", Box(20, 20, 30, 16)]


def test_alt_and_arrows_move_the_selected_box_by_a_pixel(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make()
    view.set_findings([finding("f", shown.instances[0].source, Box(20, 20, 20, 10))])
    view.select("f")
    with qtbot.waitSignal(view.box_changed) as changed:
        qtbot.keyClick(view.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert changed.args == ["f", Box(19, 20, 20, 10)]


def test_selecting_a_finding_goes_to_a_frame_that_has_it(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make(count=6)
    view.set_findings([finding("f", shown.instances[4].source, Box(1, 1, 5, 5))])
    view.select("f")
    assert view.current() == (4, 0)


def test_the_wheel_scrolls_instances_and_frames(qtbot: QtBot, make: Make) -> None:
    for count, frames, expected in ((4, 1, (1, 0)), (1, 4, (0, 1)), (2, 2, (0, 1))):
        view, _, _ = make(count=count, frames=frames)
        with qtbot.waitSignal(view.position_changed) as moved:
            turn(view, -1)
        assert moved.args == list(expected)
        turn(view, 5)
        assert view.current() == (0, 0)


def test_half_notches_add_up(make: Make) -> None:
    view, _, _ = make(count=4)
    for _ in range(2):
        place = QPointF(100, 100)
        half = QWheelEvent(
            place,
            place,
            QPoint(),
            QPoint(0, -60),
            Qt.MouseButton.NoButton,
            NO_KEY,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.canvas, half)
    assert view.current() == (1, 0)


def test_ctrl_and_wheel_zoom_without_scrolling(make: Make) -> None:
    view, _, _ = make(count=4)
    before = view.canvas.scene.viewport.zoom
    turn(view, 1, Qt.KeyboardModifier.ControlModifier)
    assert view.canvas.scene.viewport.zoom == pytest.approx(before * 1.2)
    assert view.current() == (0, 0)


def test_a_right_drag_changes_the_window_and_the_pixels(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make()
    assert view.canvas.scene.window_in_use == Window(50.0, 100.0)
    before = view.canvas.grab().toImage()
    centre = view.canvas.rect().center()
    drag(qtbot, view, centre, centre + QPoint(100, -60), RIGHT)
    window = view.canvas.scene.window_in_use
    assert window is not None
    assert window.width == pytest.approx(150)
    assert window.center == pytest.approx(35)
    assert view.canvas.grab().toImage().pixelColor(centre) != before.pixelColor(centre)


def test_number_keys_choose_presets_for_ct_only(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make()
    qtbot.keyClick(view.canvas, Qt.Key.Key_1)
    assert view.canvas.scene.window == Window(40.0, 80.0)
    qtbot.keyClick(view.canvas, Qt.Key.Key_0)
    assert view.canvas.scene.window is None
    mr, _, _ = make(modality="MR")
    qtbot.keyClick(mr.canvas, Qt.Key.Key_1)
    assert mr.canvas.scene.window is None


def test_inverting_swaps_black_and_white(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make()
    centre = view.canvas.rect().center() + QPoint(20, 20)
    before = view.canvas.grab().toImage().pixelColor(centre).red()
    qtbot.keyClick(view.canvas, Qt.Key.Key_I)
    assert view.canvas.grab().toImage().pixelColor(centre).red() == 255 - before


def test_the_preview_fills_only_what_will_be_blanked(make: Make) -> None:
    view, _, shown = make()
    source = shown.instances[0].source
    blank, keep = (finding("b", source, Box(20, 20, 9, 9)), finding("k", source, Box(50, 20, 9, 9)))
    decisions = {
        "b": Decision("b", Action.BLANK, "reviewer", "", True),
        "k": Decision("k", Action.KEEP, "reviewer", "", True, "a ruler"),
    }
    view.set_findings([blank, keep], decisions)
    view.set_window_preset("auto")
    view.canvas.set_window(Window(0.0, 10.0))
    view.comparing.show(PREVIEW)
    picture = view.canvas.grab().toImage()
    assert picture.pixelColor(at(view, 24.5, 24.5)).red() == 0
    assert picture.pixelColor(at(view, 54.5, 24.5)).red() == 255


def test_a_frame_that_cannot_be_decoded_says_so_and_the_rest_is_shown(
    qtbot: QtBot, make: Make
) -> None:
    view, _, _ = make(count=3, broken="i1")
    view.show(1)
    qtbot.waitUntil(lambda: bool(view.canvas.scene.message))
    assert "cannot be shown" in view.canvas.scene.message
    assert "Ask for the file again." in view.canvas.scene.message
    view.show(2)
    qtbot.waitUntil(lambda: view.canvas.scene.is_current)
    assert view.canvas.scene.message == ""


def test_a_late_frame_of_the_former_series_is_dropped(qtbot: QtBot, make: Make) -> None:
    view, reader, _ = make(count=2)
    late, _, _ = make(count=1)
    reader.gate.clear()
    view.show(1)
    view.clear()
    reader.gate.set()
    qtbot.waitUntil(lambda: view._loader._cache.size == 0)
    assert not view.canvas.scene.is_current
    assert late.canvas.scene.is_current


def test_nothing_can_be_drawn_on_a_frame_that_is_still_being_decoded(
    qtbot: QtBot, make: Make
) -> None:
    view, reader, _ = make(count=60)
    reader.gate.clear()
    view.show(59)
    view.set_tool("box")
    assert not view.canvas.scene.is_current
    with qtbot.assertNotEmitted(view.box_drawn):
        drag(qtbot, view, at(view, 10.5, 10.5), at(view, 30.5, 30.5))
    reader.gate.set()
    qtbot.waitUntil(lambda: view.canvas.scene.is_current)


def test_the_cine_plays_in_the_headers_time_and_goes_round(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make(frames=3, frame_time_ms=20.0)
    seen: list[int] = []
    view.position_changed.connect(lambda _, frame: seen.append(frame))
    qtbot.keyClick(view.canvas, Qt.Key.Key_Space)
    assert view.cine.interval_ms == 20
    qtbot.waitUntil(lambda: seen[:4] == [1, 2, 0, 1])
    view.stop()
    assert not view.cine.is_running


def test_a_series_without_images_says_so(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make()
    view.set_series(series(instance("sr", rows=0), modality="SR"), FakeReader())  # type: ignore[arg-type]
    assert "no images" in view.canvas.scene.message
    assert view.current() == (0, 0)


@pytest.mark.parametrize("marked", [False, True])
def test_while_a_frame_is_decoded_only_what_is_not_its_own_is_taken_away(
    qtbot: QtBot, make: Make, marked: bool
) -> None:
    view, reader, shown = make(count=60)
    if marked:
        view.set_findings([finding("f", shown.instances[0].source, Box(20, 20, 20, 10))])
    view.canvas.grab()
    painted = view.canvas.scene.paint
    times: list[int] = []
    view.canvas.scene.paint = lambda *given: (times.append(1), painted(*given))  # type: ignore
    QApplication.processEvents()
    times.clear()
    reader.gate.clear()
    view.show(59)
    QApplication.processEvents()
    assert bool(times) is marked
    before = len(times)
    reader.gate.set()
    qtbot.waitUntil(lambda: len(times) > before)
