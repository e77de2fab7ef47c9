"""What a thorough look adds arrives without disturbing what was decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded, text_finding
from viewer.gui import second_look, stages
from viewer.gui.jobs import Jobs
from viewer.gui.review_controller import ReviewController
from viewer.gui.second_look import SecondLook
from viewer.model import ScanResult
from viewer.review import SessionStore

FIRST = ScanResult((header_finding(1), text_finding(1)))
AGAIN = ScanResult((header_finding(1), text_finding(1), text_finding(2)))


@pytest.fixture
def controller(tmp_path: Path) -> ReviewController:
    made = ReviewController(SessionStore(tmp_path))
    made.open(loaded(), "research", "coordinator")
    return made


def test_new_findings_are_added_and_decisions_stay(
    qtbot: QtBot, controller: ReviewController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "look_again", lambda *_: AGAIN)
    look = SecondLook(Jobs(), controller)
    controller.attach(FIRST, is_complete=True)
    controller.accept("t1")
    with qtbot.waitSignal(look.done) as told:
        look.start()
    assert told.args == [1]
    assert set(controller.decisions()) == {"t1"}
    assert [each.id for each in controller.findings] == ["h1", "t1", "t2"]
    controller.close()


def test_it_begins_by_itself_once_nothing_happens_any_more(
    qtbot: QtBot, controller: ReviewController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_look, "_IDLE_MS", 10)
    monkeypatch.setattr(stages, "look_again", lambda *_: FIRST)
    look = SecondLook(Jobs(), controller)
    with qtbot.waitSignal(look.done) as told:
        controller.attach(FIRST, is_complete=True)
    assert told.args == [0]
    with qtbot.assertNotEmitted(look.done, wait=60):
        controller.accept("t1")
    controller.close()


def test_it_does_not_begin_before_the_first_look_is_over(
    qtbot: QtBot, controller: ReviewController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_look, "_IDLE_MS", 10)
    monkeypatch.setattr(stages, "look_again", lambda *_: AGAIN)
    look = SecondLook(Jobs(), controller)
    with qtbot.assertNotEmitted(look.done, wait=60):
        controller.attach(FIRST, is_complete=False)
        look.start()
    controller.close()
