"""Many studies: status, search and filter, the next one by key, and an export of those ready."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desk.desks import open_desk, shown_desk
from tests.review.many import many, uid
from viewer.gui.desk import Desk
from viewer.gui.panels.worklist_cards import STATES


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    yield from open_desk(qtbot)


def _open(desk: Desk, number: int = 3, *, complete: bool = True) -> None:
    loaded, scan = many(number)
    desk.controller.open(loaded, "research", "reviewer")
    desk._loaded(loaded)
    if complete:
        desk.controller.attach(scan, is_complete=True)


def _spoken(desk: Desk) -> list[str]:
    rows = desk.window.worklist._study_rows
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(row.data(0, role)) for _, _, row in rows]


def _listed(desk: Desk) -> list[str]:
    rows = desk.window.worklist._study_rows
    return [study.study_uid for _, study, row in rows if not row.isHidden()]


def test_each_study_tells_its_status_and_keeps_it(qtbot: QtBot, desk: Desk) -> None:
    _open(desk)
    assert _spoken(desk) == ["Check-up, 2020-01-01, scanned, 2 undecided"] * 3
    desk.controller.accept_group(["h0", "t0", "h1"])
    assert [each.split(", ")[2] for each in _spoken(desk)] == ["ready", "in review", "scanned"]
    desk.studies.exported([uid(0)], "SVX-1")
    assert _spoken(desk)[0] == "Check-up, 2020-01-01, exported"
    desk.window.close()
    again = shown_desk(qtbot)
    _open(again, complete=False)
    assert [each.split(", ")[2] for each in _spoken(again)] == ["exported", "in review", "scanned"]
    again.controller.attach(many()[1], is_complete=True)
    assert _spoken(again)[0] == "Check-up, 2020-01-01, exported"
    again.controller.reopen("h0")
    assert _spoken(again)[0] == "Check-up, 2020-01-01, in review, 1 undecided"
    again.window.close()


def test_opening_several_studies_leaves_the_keys_to_decisions(qtbot: QtBot, desk: Desk) -> None:
    _open(desk)
    qtbot.waitUntil(lambda: desk.window.focusWidget() is not None)
    assert desk.window.focusWidget() is desk.window.worklist.tree


def test_next_undecided_goes_on_to_the_next_study(qtbot: QtBot, desk: Desk) -> None:
    _open(desk)
    tree, seen = desk.window.findings.tree, []
    qtbot.keyClick(tree, Qt.Key.Key_N)
    while desk.controller.session and desk.controller.session.undecided():
        before = len(desk.controller.session.undecided())
        seen.append(desk.view.series_uid)
        qtbot.keyClick(tree, Qt.Key.Key_A)
        assert len(desk.controller.session.undecided()) < before
    assert list(dict.fromkeys(seen)) == [f"{uid(each)}.9" for each in range(3)]
    assert desk.studies.ready() == (uid(0), uid(1), uid(2))


def test_a_key_goes_to_the_next_study_that_needs_work(desk: Desk) -> None:
    _open(desk)
    desk.controller.accept_group(["h1", "t1"])
    desk.commands.studies.next_to_do()
    assert desk.view.series_uid == f"{uid(2)}.9"
    assert desk.view.finding_id == "t2"
    desk.controller.accept_group(["h0", "t0", "h2", "t2"])
    assert not desk.commands.studies.next_to_do()
    assert desk.window.notice.text() == "Every study is ready or exported."


def test_search_and_status_list_what_they_ask_for(qtbot: QtBot, desk: Desk) -> None:
    _open(desk)
    desk.controller.accept_group(["h1", "t1"])
    worklist = desk.window.worklist
    desk.actions.made["search-studies"].trigger()
    qtbot.keyClicks(worklist.search, "kowalski c2")
    assert _listed(desk) == [uid(2)]
    assert worklist.tree.topLevelItem(0).isHidden()  # type: ignore[union-attr]
    qtbot.keyClick(worklist.search, Qt.Key.Key_Return)
    assert desk.view.series_uid == f"{uid(2)}.9"
    worklist.search.clear()
    worklist.states.setCurrentIndex(STATES.index("To do"))
    assert _listed(desk) == [uid(0), uid(2)]
    worklist.states.setCurrentIndex(STATES.index("Ready"))
    assert _listed(desk) == [uid(1)]


def test_of_many_studies_only_the_one_on_view_is_unfolded(desk: Desk) -> None:
    _open(desk, 12)
    desk.view.choose_series(f"{uid(7)}.9")
    rows = desk.window.worklist._study_rows
    assert [study.study_uid for _, study, row in rows if row.isExpanded()] == [uid(7)]


def test_the_studies_that_are_ready_can_be_exported_alone(desk: Desk) -> None:
    _open(desk)
    desk.controller.accept_group(["h1", "t1"])
    desk.exporting.ask(desk.window)
    dialog = desk.exporting.dialog
    assert dialog is not None
    texts = [dialog.studies.itemText(each) for each in range(dialog.studies.count())]
    assert texts == ["Everything open: 3 studies", "What is ready: 1 study", "The study on view"]
    assert desk.exporting.reasons()
    assert dialog.focusWidget() is dialog.folder
    dialog.studies.setCurrentIndex(1)
    dialog.studies.activated.emit(1)
    assert desk.exporting.reasons() == ()
    assert dialog.title.text() == "Export a cleaned, signed copy"
    session = desk.exporting._session()
    assert session is not None
    assert [each.study_uid for each in session.loaded.studies()] == [uid(1)]
    dialog.close()


def test_one_study_needs_no_search(desk: Desk) -> None:
    _open(desk, 1)
    assert not desk.window.worklist.search.isVisible()
    assert not desk.actions.made["next-study"].isEnabled()
