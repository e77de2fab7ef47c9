"""One decision per group of attributes: folded groups, walked and decided by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded, text_finding
from viewer.gui.desk import Desk
from viewer.gui.item_models.arranging import Filter, arrange, next_open
from viewer.gui.looks import toggle_theme
from viewer.model import Action, ScanResult

_FOUND = (header_finding(1), header_finding(2), text_finding(1), text_finding(2))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(None, "research")
    qtbot.addWidget(made.window)
    made.controller.open(loaded(), "research", "coordinator")
    made.controller.attach(ScanResult(_FOUND), is_complete=True)
    made.window.show()
    yield made
    made.window.close()


def test_attributes_of_a_category_are_one_decision_and_pixels_are_not() -> None:
    text, header = arrange(_FOUND, {}, Filter())
    assert (text.is_one, header.is_one) == (False, True)


def test_technical_text_is_one_decision_apart_from_what_identifies() -> None:
    technical = tuple(
        replace(text_finding(number), proposed=Action.KEEP, id=f"k{number}") for number in (3, 4)
    )
    groups = arrange((*_FOUND, *technical), {}, Filter())
    assert [len(each.findings) for each in groups] == [2, 2, 2]
    assert groups[1].is_one
    assert "may stay" in groups[1].title


def test_the_next_stop_is_the_next_one_with_anything_undecided() -> None:
    stops = [("t1",), ("t2",), ("h1", "h2")]
    to_do = {"t1", "t2", "h1", "h2"}
    assert next_open(stops, (), to_do) == ("t1",)
    assert next_open(stops, ("t2",), to_do) == ("h1", "h2")
    assert next_open(stops, ("h1", "h2"), to_do) == ("t1",)
    assert next_open(stops, ("t1",), to_do, backwards=True) == ("h1", "h2")
    assert next_open([("t1",)], ("t1",), set()) == ()


def test_keys_alone_clear_everything_with_one_press_per_decision(qtbot: QtBot, desk: Desk) -> None:
    tree = desk.window.findings.tree
    qtbot.keyClick(tree, Qt.Key.Key_N)
    presses = 0
    while desk.controller.session and desk.controller.session.undecided() and presses < 10:
        qtbot.keyClick(tree, Qt.Key.Key_A)
        presses += 1
    assert presses == 3
    assert set(desk.controller.decisions()) == {"h1", "h2", "t1", "t2"}
    desk.controller.undo()
    assert set(desk.controller.decisions()) == {"t1", "t2"}


def test_an_opened_group_is_walked_one_by_one(qtbot: QtBot, desk: Desk) -> None:
    model, tree = desk.window.findings.model, desk.window.findings.tree
    tree.expand(model.index(1, 0))
    assert desk.window.findings.stops() == [("t1",), ("t2",), ("h1",), ("h2",)]


def test_a_group_says_what_it_holds_without_a_value(desk: Desk) -> None:
    desk.window.findings.go_to(("h1", "h2"))
    rows = desk.window.findings.detail.rows
    assert rows["What"].text() == "PatientName (0010,0011), PatientName (0010,0012)"
    assert rows["Becomes"].text() == "Remove × 2"
    assert rows["Verdict"].text() == "2 undecided"
    assert not rows["Value"].text()


def test_a_change_of_tabs_leaves_the_keys_with_what_is_looked_at(qtbot: QtBot, desk: Desk) -> None:
    desk.window.slices.canvas.setFocus()
    for number in (1, 2, 0):
        desk.commands.show_tab(number)
        assert not desk.window.findings.search.hasFocus()
    qtbot.keyClick(desk.window, Qt.Key.Key_N)
    assert desk.window.findings.search.text() == ""


def test_icons_follow_the_theme(qtbot: QtBot, desk: Desk) -> None:
    action = desk.actions.made["open-folder"]
    before = action.icon().cacheKey()
    toggle_theme(desk.commands)
    qtbot.waitUntil(lambda: action.icon().cacheKey() != before)
    toggle_theme(desk.commands)


def test_a_decision_draws_only_its_row_and_its_group_again(desk: Desk) -> None:
    model = desk.window.findings.model
    drawn: list[tuple[int, int, bool]] = []
    model.dataChanged.connect(
        lambda a, b: drawn.append((a.row(), b.row(), model.finding(a) is not None))
    )
    desk.controller.accept("t2")
    assert drawn == [(0, 0, False), (1, 1, True)]
    drawn.clear()
    desk.controller.accept_group(["h1", "h2"])
    assert drawn == [(1, 1, False), (0, 1, True)]


def test_a_filter_by_state_follows_each_decision(desk: Desk) -> None:
    panel = desk.window.findings
    panel.states.setCurrentText("Undecided")
    desk.controller.accept("t1")
    listed = [each.id for group in panel.model.groups for each in group.findings]
    assert listed == ["t2", "h1", "h2"]
    desk.controller.undo()
    assert len(panel.stops()) > 0
    assert "t1" in [each.id for group in panel.model.groups for each in group.findings]
