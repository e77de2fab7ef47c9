"""An image is on the screen before everything was read."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.export.builders import write_study
from viewer.errors import CancelledError
from viewer.gui import stages
from viewer.gui.desk import Desk
from viewer.model import Loaded, Progress


def test_the_first_image_is_shown_while_headers_are_read_and_goes_when_that_fails(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def held_up(paths: list[Path], progress: Progress) -> Loaded:
        assert go_on.wait(20)
        raise CancelledError("Cancelled.")

    monkeypatch.setattr(stages, "load_paths", held_up)
    desk = Desk(None, "research")
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.window.dropped.emit([write_study(tmp_path / "study")])
    qtbot.waitUntil(lambda: desk.window.slices.canvas.scene.is_current, timeout=20_000)
    assert desk.controller.session is None
    assert not desk.window.empty.isVisible()
    go_on.set()
    qtbot.waitUntil(desk.window.empty.isVisible, timeout=20_000)
    desk.window.close()
