"""Size and division of the window outlive it, in the settings file, without a value."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded
from viewer import paths, settings
from viewer.gui import window_layout
from viewer.gui.desk import Desk
from viewer.model import ScanResult


def _desk(qtbot: QtBot) -> Desk:
    made = Desk(None, "research")
    qtbot.addWidget(made.window)
    made.controller.open(loaded(), "research", "coordinator")
    made.controller.attach(ScanResult((header_finding(1),)), is_complete=True)
    return made


def test_a_window_comes_back_as_it_was_left(qtbot: QtBot) -> None:
    first = _desk(qtbot)
    first.window.resize(1040, 640)
    first.window.show()
    first.window.splitters()["findings"].setSizes([140, 360])
    left = first.window.splitters()["findings"].sizes()
    window_layout.remember(first.window)
    first.window.close()
    stored = (paths.user_data() / "settings.json").read_text("utf-8")
    assert header_finding(1).text.reveal() not in stored

    second = _desk(qtbot)
    window_layout.restore(second.window)
    second.window.show()
    assert second.window.size().height() == 640
    assert second.window.splitters()["findings"].sizes() == left
    second.window.close()


def test_a_damaged_memory_changes_nothing(qtbot: QtBot) -> None:
    settings.save(settings.Settings(window="no hex", panels="desk:zz findings"))
    desk = _desk(qtbot)
    before = desk.window.size()
    window_layout.restore(desk.window)
    assert desk.window.size() == before
    desk.window.close()
