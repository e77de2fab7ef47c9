"""What was opened lately can be opened again, and names nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desk.desks import open_desk
from tests.review.many import many
from viewer.gui.desk import Desk
from viewer.gui.dialogs.recent_dialog import RecentDialog
from viewer.gui.panels.recent_list import ago, in_words
from viewer.review import Recent

_NOW = datetime.fromisoformat("2026-05-04T12:00:00+00:00")


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    yield from open_desk(qtbot)


def test_words_say_how_much_how_it_stands_and_when() -> None:
    status = {"exported": 2, "in review": 1}
    recent = Recent(("/scans/Kowalski",), ("CT", "KOWALSKI"), ("a", "b", "c"), 4, 1200,
                    "2026-05-04T10:30:00+00:00", status)  # fmt: skip
    words = "CT, other  ·  3 studies  ·  1,200 files  ·  1 in review, 2 exported  ·  1 hour ago"
    assert in_words(recent, _NOW) == words
    assert in_words(replace(recent, modalities=()), _NOW).startswith("no images")


@pytest.mark.parametrize(
    ("before", "words"),
    [(5, "just now"), (61, "1 minute ago"), (7_300, "2 hours ago"), (200_000, "2 days ago")],
)
def test_how_long_ago(before: int, words: str) -> None:
    assert ago((_NOW - timedelta(seconds=before)).isoformat(), _NOW) == words


def test_a_key_opens_again_what_was_open(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[list[Path]] = []
    monkeypatch.setattr(desk.opening, "open", opened.append)
    assert not desk.window.empty.recents.isVisible()
    for name in ("Kowalski 1", "Kowalski 2"):
        desk.studies.opened([tmp_path / name], many()[0])
    assert desk.window.empty.recents.isVisible()
    desk.actions.made["recent"].trigger()
    dialog = desk.window.findChild(RecentDialog)
    assert dialog is not None
    shown = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert len(shown) == 2
    assert "Kowalski" not in " ".join(shown)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert opened == [[tmp_path / "Kowalski 2"]]


def test_forgetting_leaves_nothing_to_choose(desk: Desk, tmp_path: Path) -> None:
    desk.studies.opened([tmp_path], many()[0])
    dialog = RecentDialog(desk.studies, desk.window)
    dialog.forget.click()
    assert dialog.list.count() == 0
    assert not dialog.forget.isEnabled()
    assert not desk.window.empty.recents.isVisible()
    dialog.close()
