"""A desk whose decisions are stored."""

from __future__ import annotations

from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from viewer.gui.desk import Desk
from viewer.review import SessionStore


def shown_desk(qtbot: QtBot) -> Desk:
    """A new one, in its window."""
    made = Desk(None, "research")
    made.controller.use_store(SessionStore())
    qtbot.addWidget(made.window)
    made.window.show()
    return made


def open_desk(qtbot: QtBot) -> Iterator[Desk]:
    """One to the end of a test; for a fixture."""
    made = shown_desk(qtbot)
    yield made
    made.window.close()
