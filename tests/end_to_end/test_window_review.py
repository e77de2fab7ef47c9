"""The real window on the demo study: walk, draw, undo, redo, accept, export, verify, restart."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.desk.desks import open_desk, shown_desk
from viewer.demo import make_demo, planted_values
from viewer.gui.desk import Desk
from viewer.gui.stages import Exported
from viewer.model import Kind
from viewer.verify import PixelReading, verify

pytestmark = pytest.mark.slow
_SCAN_MS = 150_000


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    yield from open_desk(qtbot)


def _draw(qtbot: QtBot, desk: Desk) -> str:
    before = set(desk.controller.decisions())
    canvas = desk.window.slices.canvas
    desk.commands.marks.draw("box")
    middle = canvas.rect().center()
    start, end = middle - QPoint(40, 30), middle + QPoint(40, 30)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, middle)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    (made,) = set(desk.controller.decisions()) - before
    return made


def test_a_reviewer_takes_the_demo_from_drop_to_verified_export(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    study = make_demo(tmp_path / "study", size="small")
    shutil.rmtree(study / "head")  # faces in the window: tests/gui/face_view, python -m tests.desk
    desk.window.dropped.emit([study])
    qtbot.waitUntil(lambda: bool(desk.controller.findings), timeout=30_000)
    assert "not finished" in desk.exporting.reasons()[0].text
    qtbot.waitUntil(lambda: desk.controller.is_complete, timeout=_SCAN_MS)
    kinds = {each.kind for each in desk.controller.findings}
    assert {Kind.HEADER, Kind.TEXT} <= kinds

    qtbot.keyClick(desk.window.findings.tree, Qt.Key.Key_N)
    first = desk.view.finding_id
    desk.actions.made["accept"].trigger()
    assert first in desk.controller.decisions()
    assert desk.view.finding_id not in ("", first)

    desk.view.choose_series(_ultrasound(desk))
    canvas = desk.window.slices.canvas
    qtbot.waitUntil(lambda: canvas.scene.is_current, timeout=20_000)
    drawn = _draw(qtbot, desk)
    assert desk.actions.made["undo"].text() == "Undo draw a box"
    desk.actions.made["undo"].trigger()
    assert drawn not in desk.controller.decisions()
    assert desk.actions.made["redo"].text() == "Redo draw a box"
    desk.actions.made["redo"].trigger()
    assert drawn in desk.controller.decisions()

    desk.actions.made["accept-all"].trigger()
    assert desk.exporting.reasons() == ()
    decided = desk.controller.decisions()
    done: list[Exported] = []
    desk.exporting.done.connect(done.append)
    desk.actions.made["export"].trigger()
    assert desk.exporting.dialog is not None
    desk.exporting.dialog.folder.setText(str(tmp_path / "out"))
    desk.exporting.dialog.export.click()
    qtbot.waitUntil(lambda: bool(done), timeout=_SCAN_MS)
    assert done[0].verified.ok
    assert verify(tmp_path / "out", pixels=PixelReading.NONE).ok  # the export has read them again
    assert desk.exporting.dialog.title.text() == "Exported and verified"
    desk.exporting.dialog.close()
    _no_value_outside_the_store(desk)

    desk.window.close()
    again = shown_desk(qtbot)
    again.opening.open([study])
    qtbot.waitUntil(lambda: again.controller.session is not None, timeout=30_000)
    assert again.controller.session is not None
    assert dict(again.controller.session.state.decisions) == decided
    again.window.close()


def _ultrasound(desk: Desk) -> str:
    assert desk.controller.session is not None
    found = (each for each in desk.controller.session.loaded.series() if each.modality == "US")
    return next(found).series_uid


def _no_value_outside_the_store(desk: Desk) -> None:
    values = {
        word.reveal()
        for each in planted_values()
        for word in each.needles
        if len(word.reveal()) > 5
    }
    texts = [desk.window.windowTitle(), desk.window.accessibleName()]
    texts += [action.text() for action in desk.actions.made.values()]
    assert desk.window.windowTitle() == "Scanveil"
    assert not [word for word in values for text in texts if word in text]


def test_nothing_to_review_says_what_to_do(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("no scan")
    with qtbot.waitSignal(desk.opening.failed, timeout=20_000) as caught:
        desk.window.dropped.emit([tmp_path])
    assert "Choose another folder" in caught.args[0]
    assert desk.window.notice.text() == caught.args[0]
