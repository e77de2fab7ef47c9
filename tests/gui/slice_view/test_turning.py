"""Turned and mirrored on the screen, an image still means the same pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.gui.slice_view.conftest import Make
from tests.gui.slice_view.mouse import at, drag
from viewer.gui.slice_view import captions, orientation
from viewer.model import Box


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("flipped", [False, True])
def test_a_turned_image_is_painted_and_drawn_on_where_it_is_seen(
    qtbot: QtBot, make: Make, turns: int, flipped: bool
) -> None:
    view, _, _ = make(spacing=(1.0, 0.5))
    before = view.canvas.grab().toImage()
    bright = _grey(before, *view.canvas.scene.viewport.to_screen((34.5, 28.5)))
    view.turn(turns)
    if flipped:
        view.flip()
    after = view.canvas.grab().toImage()
    assert _grey(after, *view.canvas.scene.viewport.to_screen((34.5, 28.5))) == bright
    view.set_tool("box")
    with qtbot.waitSignal(view.box_drawn) as drawn:
        drag(qtbot, view, at(view, 30.5, 25.5), at(view, 44.5, 31.5))
    assert drawn.args is not None
    assert drawn.args[0] == Box(30, 25, 15, 7)


def test_letters_follow_the_image_round() -> None:
    upright = ("R", "L", "A", "P")
    assert orientation.turned(upright, 1, mirrored=False) == ("P", "A", "R", "L")
    assert orientation.turned(upright, 2, mirrored=False) == ("L", "R", "P", "A")
    assert orientation.turned(upright, 0, mirrored=True) == ("L", "R", "A", "P")


def test_the_bar_says_that_the_image_is_turned_and_the_next_series_is_upright(
    qtbot: QtBot, make: Make
) -> None:
    view, reader, shown = make()
    qtbot.keyClick(view, Qt.Key.Key_R)
    qtbot.keyClick(view, Qt.Key.Key_H)
    words = captions.matrix_text(shown.instances[0], view.canvas.scene)
    assert "turned 270°" in words and "mirrored" in words
    view.set_series(shown, reader)  # type: ignore[arg-type]
    assert "turned" not in captions.matrix_text(shown.instances[0], view.canvas.scene)


def _grey(image: QImage, x: float, y: float) -> int:
    return QColor(image.pixel(int(x), int(y))).red()
