"""A tampered slice is opened, its place seen, an area checked, a sign dismissed, a report saved."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.authenticity import manipulations
from tests.authenticity.planes import scan_plane, write_series
from viewer.authenticity import Word
from viewer.gui import evidence_record, evidence_stages
from viewer.gui.desk import Desk
from viewer.gui.dialogs.asking import ReasonDialog
from viewer.gui.evidence_stages import FrameEvidence
from viewer.gui.evidence_view.rates_dialog import RatesDialog
from viewer.model import Box
from viewer.paths import resource, user_data

_WAIT_MS = 60_000


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(None, "research")
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()


def _tampered(folder: Path) -> tuple[Path, Box]:
    planes = [scan_plane(seed) for seed in range(5)]
    done = manipulations.copy_move(planes[2], np.random.default_rng(3), 36)
    assert done is not None and done[1] is not None
    planes[2] = done[0]
    return write_series(folder, planes), done[1]


def _looked(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    desk.opening.open([folder])
    desk.window.tabs.setCurrentWidget(desk.window.evidence)
    qtbot.waitUntil(lambda: bool(desk.evidence.record.looked), timeout=_WAIT_MS)
    qtbot.waitUntil(lambda: desk.window.evidence.here.has_picture, timeout=_WAIT_MS)


def _events() -> list[str]:
    log = user_data() / "audit" / "audit.jsonl"
    events = [json.loads(line)["event"] for line in log.read_text().splitlines()]
    return [each for each in events if each.startswith("evidence")]


def test_every_word_can_be_told_to_another_system() -> None:
    listed = tomllib.loads(resource("audit-events.toml").read_text("utf-8"))["events"]
    source = Path(evidence_record.__file__).read_text("utf-8")
    written = set(re.findall(r'"(evidence [a-z ]+)"', source))
    written |= {f"evidence {word}" for word in Word}
    assert len(written) == 7
    assert written <= set(listed)


def test_a_person_judges_the_evidence_and_takes_a_report_home(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    folder, target = _tampered(tmp_path / "scan")
    _looked(qtbot, desk, folder)
    page, record = desk.window.evidence, desk.evidence.record

    page.signs.list.setCurrentRow(0)
    sign = record.sign(page.signs.current())
    assert sign is not None and sign.rule == "exact-copy"
    qtbot.waitUntil(lambda: len(page.here.marks) == 2)
    assert any(mark.box.overlap(target) for mark in page.here.marks)
    assert "Sign: A place repeats" in page.signs.heading.text()
    assert page.signs.rate.text()

    page.mark.click()
    area = page.here.screen_rect(target).toRect()
    qtbot.mousePress(page.here, Qt.MouseButton.LeftButton, pos=area.topLeft())
    qtbot.mouseMove(page.here, area.center())
    qtbot.mouseRelease(page.here, Qt.MouseButton.LeftButton, pos=area.bottomRight())
    qtbot.waitUntil(lambda: bool(record.areas), timeout=_WAIT_MS)
    assert page.area_text.text() == record.areas[0][1].text
    assert len(page.plots["area"].plot.values) == len(record.areas[0][1].distances)

    qtbot.keyClick(page.signs.list, Qt.Key.Key_X)
    dialog = page.window().findChild(ReasonDialog)
    assert dialog is not None
    dialog.text.setPlainText("a calibration insert")
    dialog.accept()
    verdict = record.verdicts.of(sign.id)
    assert verdict is not None and verdict.word is Word.DISMISSED
    assert desk.actions.made["undo"].text() == "Undo dismiss a sign"
    desk.actions.made["undo"].trigger()
    assert record.verdicts.of(sign.id) is None
    desk.actions.made["redo"].trigger()
    assert record.verdicts.of(sign.id) == verdict

    record.save_report(desk.evidence.every_series(), tmp_path / "evidence.html")
    told = (tmp_path / "evidence.html").read_text("utf-8")
    assert "dismissed: a calibration insert" in told
    assert record.areas[0][1].text in told
    assert not [word for word in ("Made", "003.dcm", "2.25.77", str(tmp_path)) if word in told]
    assert _events() == [
        "evidence area checked",
        "evidence dismissed",
        "evidence word undone",
        "evidence word redone",
        "evidence report saved",
    ]


def _hold_frames(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Frames are read from now on only once the event is set."""
    go_on, read = Event(), evidence_stages.frame_evidence

    def later(*of: Any) -> FrameEvidence:
        go_on.wait(30)
        return read(*of)

    monkeypatch.setattr(evidence_stages, "frame_evidence", later)
    return go_on


def test_a_caption_and_an_area_belong_to_the_picture_that_is_shown(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = _tampered(tmp_path / "scan")
    _looked(qtbot, desk, folder)
    page = desk.window.evidence
    qtbot.waitUntil(lambda: not desk.jobs.is_running("evidence frame This slice"))
    shown, number = page.here.index, page.here.number
    assert shown is not None and number == f"{shown + 1} of 5"
    go_on = _hold_frames(monkeypatch)
    desk.evidence.go(4)
    qtbot.wait(50)
    assert (page.here.index, page.here.number) == (shown, number)
    go_on.set()
    qtbot.waitUntil(lambda: page.here.number == "5 of 5")
    assert page.here.index == 4


def test_a_frame_that_comes_late_is_not_shown_for_another_series(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = _tampered(tmp_path / "scan")
    _looked(qtbot, desk, folder)
    page = desk.window.evidence
    page.neighbours.click()
    qtbot.waitUntil(lambda: page.before.has_picture and page.after.has_picture, timeout=_WAIT_MS)
    go_on = _hold_frames(monkeypatch)
    desk.evidence.go(3)
    desk.evidence.show(None)
    go_on.set()
    qtbot.wait(300)
    for panel in (page.before, page.here, page.after):
        assert (panel.has_picture, panel.index, panel.number) == (False, None, "")


def test_neighbours_heat_and_keyboard(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    folder, _ = _tampered(tmp_path / "scan")
    _looked(qtbot, desk, folder)
    page, record = desk.window.evidence, desk.evidence.record
    page.neighbours.click()
    qtbot.waitUntil(lambda: page.before.has_picture and page.after.has_picture, timeout=_WAIT_MS)
    page.heat.click()
    assert page.here.shows_heat and page.after.shows_heat
    page.mark.click()
    start = page.here.area
    assert start is not None
    qtbot.keyClick(page.here, Qt.Key.Key_Right)
    qtbot.keyClick(page.here, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.here.area == Box(start.x + 4, start.y, start.width, start.height + 4)
    qtbot.keyClick(page.here, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(record.areas), timeout=_WAIT_MS)
    qtbot.mouseClick(page.table, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    dialog = page.window().findChild(RatesDialog)
    assert dialog is not None
    dialog.close()


def test_cancelled_looking_is_not_told_as_nothing_found(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    folder, _ = _tampered(tmp_path / "scan")
    desk.opening.open([folder])
    qtbot.waitUntil(lambda: desk.controller.session is not None, timeout=_WAIT_MS)
    desk.window.tabs.setCurrentWidget(desk.window.evidence)
    qtbot.waitUntil(lambda: desk.jobs.is_running("evidence"), timeout=_WAIT_MS)
    desk.jobs.stop("evidence")
    page = desk.window.evidence
    qtbot.waitUntil(lambda: "Cancelled" in page.signs.summary.text(), timeout=_WAIT_MS)
    assert desk.evidence.record.looked == {}
