"""A reviewer at the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.desk.reviewer import Reviewer
from viewer.gui.desk import Desk
from viewer.review import SessionStore


@pytest.fixture
def reviewer(qtbot: QtBot) -> Iterator[Reviewer]:
    """Somebody with a keyboard, whose decisions are stored."""
    desk = Desk(None, "research")
    desk.controller.use_store(SessionStore())
    qtbot.addWidget(desk.window)
    desk.window.show()
    qtbot.waitUntil(desk.window.isActiveWindow)
    yield Reviewer(desk)
    desk.window.close()
