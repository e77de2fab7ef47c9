"""A reviewer at the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.desk.desks import open_desk
from tests.desk.reviewer import Reviewer


@pytest.fixture
def reviewer(qtbot: QtBot) -> Iterator[Reviewer]:
    """Somebody with a keyboard, whose decisions are stored."""
    for desk in open_desk(qtbot):
        qtbot.waitUntil(desk.window.isActiveWindow)
        yield Reviewer(desk)
