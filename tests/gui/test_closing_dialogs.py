"""A dialog that was closed is gone, with what was typed into it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.desk.desks import open_desk
from tests.review.many import many
from tests.translations.in_german import dialogs
from viewer.gui.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    yield from open_desk(qtbot)


def test_each_dialog_is_gone_once_it_is_closed(qtbot: QtBot, desk: Desk) -> None:
    loaded, scan = many()
    desk.controller.open(loaded, "research", "reviewer")
    desk.controller.attach(scan, is_complete=True)
    made = list(dialogs(desk))
    for each in made:
        each.close()
    qtbot.waitUntil(lambda: not any(isValid(each) for each in made))


def test_another_export_dialog_leaves_nothing_behind(qtbot: QtBot, desk: Desk) -> None:
    def widgets() -> int:
        return len(desk.window.findChildren(object))

    desk.controller.open(many()[0], "research", "reviewer")
    before = widgets()
    desk.exporting.ask(desk.window)
    assert desk.exporting.dialog is not None
    assert widgets() > before + 20
    desk.exporting.dialog.close()
    qtbot.waitUntil(lambda: widgets() <= before)
    assert desk.exporting.dialog is None
