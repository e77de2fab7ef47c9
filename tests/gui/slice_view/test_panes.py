"""Before and after: side by side, in turn, and what goes; all panes are one view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.gui.slice_view.builders import finding
from tests.gui.slice_view.conftest import Make
from tests.gui.slice_view.mouse import at, drag, turn
from viewer.gui.slice_view import SliceView
from viewer.gui.slice_view.panes import ALL, COMPARED, PLAIN, PREVIEW, Pane, arranged
from viewer.model import Action, Box, Decision, Ellipse, Series

_K = Qt.Key
_BOX = Box(20, 20, 20, 10)


def _decided(view: SliceView, shown: Series) -> None:
    place = finding("f", shown.instances[0].source, _BOX)
    view.set_findings([place], {"f": Decision("f", Action.BLANK, "", "", True)})


def _colour(view: SliceView, pane: int, x: float, y: float) -> str:
    """Colour of the canvas at an image point of a pane."""
    image = view.canvas.grab().toImage()
    place = at(view, x, y) + QPoint(*view.canvas.scene.corner(pane))
    return image.pixelColor(place).name()


def test_panes_stand_where_the_image_is_largest() -> None:
    assert arranged(3, (678, 578), (80, 60)) == (2, 2)
    assert arranged(3, (1800, 500), (80, 60)) == (3, 1)
    assert arranged(2, (678, 578), (80, 60)) == (1, 2)
    assert arranged(2, (678, 578), (60, 80)) == (2, 1)
    assert arranged(1, (10, 10), (1, 1)) == (1, 1)


def test_before_after_and_what_goes_are_seen_at_once(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make()
    _decided(view, shown)
    qtbot.keyClick(view.canvas, _K.Key_X)
    view.comparing.blink.stop()
    qtbot.keyClick(view.canvas, _K.Key_Y, Qt.KeyboardModifier.ShiftModifier)
    assert view.comparing.panes == ALL
    assert view.canvas.scene.viewport.width == view.canvas.width() // 2
    inside, outside = (30.5, 24.5), (50.5, 40.5)
    assert _colour(view, 1, *inside) == "#000000"
    assert _colour(view, 2, *inside) != "#000000"
    assert _colour(view, 0, *outside) == _colour(view, 1, *outside) != "#000000"
    assert _colour(view, 2, *outside) == _colour(view, 2, 60.5, 45.5)
    before = QImage(view.canvas.size(), QImage.Format.Format_RGB32)
    before.fill(Qt.GlobalColor.red)
    view.canvas.render(before)
    corner = view.canvas.rect().bottomRight() - QPoint(20, 20)  # the quarter without a pane
    assert before.pixelColor(corner).name() == "#000000"
    qtbot.keyClick(view.canvas, _K.Key_Y, Qt.KeyboardModifier.ShiftModifier)
    assert view.comparing.panes == PLAIN


def test_the_second_pane_takes_the_mouse_as_the_first(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make(count=3)
    view.comparing.show(COMPARED)
    view.set_tool("ellipse")
    aside = QPoint(*view.canvas.scene.corner(1))
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(qtbot, view, at(view, 30.5, 25.5) + aside, at(view, 44.5, 31.5) + aside)
    assert drawn.args == [Ellipse(Box(30, 25, 15, 7)), shown.instances[0].source, 0]
    before = view.canvas.scene.viewport.zoom
    turn(view, 1, Qt.KeyboardModifier.ControlModifier)
    assert view.canvas.scene.viewport.zoom == pytest.approx(before * 1.2)


def test_blinking_shows_both_in_turn_and_then_what_was_there(qtbot: QtBot, make: Make) -> None:
    view, _, shown = make()
    _decided(view, shown)
    view.comparing.show(COMPARED)
    qtbot.keyClick(view.canvas, _K.Key_X)
    assert view.comparing.panes == PREVIEW
    qtbot.waitUntil(lambda: view.comparing.panes == (Pane.ORIGINAL,))
    qtbot.keyClick(view.canvas, _K.Key_X)
    assert view.comparing.panes == COMPARED


def test_buttons_follow_the_keys(qtbot: QtBot, make: Make) -> None:
    view, _, _ = make()
    qtbot.keyClick(view.canvas, _K.Key_P)
    assert view.tools.preview.isChecked()
    qtbot.keyClick(view.canvas, _K.Key_Y)
    assert view.tools.compare.isChecked()
    assert not view.tools.preview.isChecked()
    view.tools.compare.click()
    assert view.comparing.panes == PLAIN
