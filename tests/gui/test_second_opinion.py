"""Two people at one window: the second agrees by key, objects with a reason, and sees it all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded, text_finding
from viewer import access
from viewer.gui.desk import Desk
from viewer.gui.dialogs.asking import ReasonDialog
from viewer.gui.item_models.arranging import STATES
from viewer.model import ScanResult
from viewer.profile import EditedProfile, load_profile, save_profile
from viewer.provenance import master

SECRET = "four words of mine"


@pytest.fixture
def desk(qtbot: QtBot, nobody: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    people = {"A": access.User("Anna", "reviewer"), "B": access.User("Bert", "second reviewer")}
    monkeypatch.setattr(access, "log_in", lambda name, _: _be(people[name]))
    edited = EditedProfile.of(load_profile("research")).with_two_reviewers(on=True)
    save_profile("two", edited.text())
    made = Desk(None, "two")
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.window.show()
    access.log_in("A", SECRET)
    made.controller.open(loaded(), "two", "reviewer")
    made.controller.attach(
        ScanResult((header_finding(1), header_finding(2), text_finding(1))), is_complete=True
    )
    yield made
    made.window.close()


def _be(person: access.User) -> access.User:
    access.permissions._logged_in[:] = [person]
    master.derived("test")
    return person


def _press(qtbot: QtBot, desk: Desk, key: Qt.Key) -> None:
    qtbot.keyClick(desk.window.findings.tree, key)


def test_the_second_reviewer_walks_and_agrees_by_keys(qtbot: QtBot, desk: Desk) -> None:
    status = desk.window.status.undecided
    desk.commands.accept_all()
    assert status.text() == "3 decisions to be agreed with"
    assert not desk.commands.second.can_say()
    desk.commands.next_undecided()
    assert "a second reviewer has to agree" in desk.window.notice.text()
    access.log_in("B", SECRET)
    desk.controller.changed.emit()
    button = desk.actions.made["agree"]
    desk.commands.next_undecided()
    assert button.isVisible()
    assert button.isEnabled()
    while desk.controller.waiting():
        before = len(desk.controller.waiting())
        _press(qtbot, desk, Qt.Key.Key_J)
        assert len(desk.controller.waiting()) < before
    assert status.text() == "Everything is decided"
    said = desk.window.findings.detail.rows["Second"]
    assert said.text() == "A second reviewer agrees × 2"
    desk.view.choose_finding("t1")
    assert said.text() == "Agreed, by second reviewer"
    assert desk.exporting.reasons() == ()


def test_an_objection_is_said_filtered_and_stands_in_the_way(qtbot: QtBot, desk: Desk) -> None:
    desk.commands.accept_all()
    access.log_in("B", SECRET)
    desk.view.choose_finding("t1")
    desk.commands.second.object()
    dialog = desk.window.findChild(ReasonDialog)
    assert dialog is not None
    dialog.text.setPlainText("the number beside it is left")
    dialog.accept()
    assert desk.window.status.undecided.text() == "1 objection"
    assert "the number beside it is left" in desk.window.findings.detail.rows["Second"].text()
    desk.window.findings.states.setCurrentIndex(STATES.index("Objected"))
    assert [each.id for g in desk.window.findings.model.groups for each in g.findings] == ["t1"]
    assert "objection:t1" in [each.key for each in desk.exporting.reasons()]
    access.log_in("A", SECRET)
    assert "t1" not in {each.id for each in desk.controller.waiting()}
    assert desk.controller.to_do() == {"t1"}


def test_one_reviewer_sees_nothing_of_it(qtbot: QtBot, desk: Desk) -> None:
    desk.controller.set_profile("research")
    desk.controller.attach(ScanResult((text_finding(1),)), is_complete=True)
    desk.commands.accept_all()
    assert not desk.actions.made["agree"].isVisible()
    assert desk.window.status.undecided.text() == "Everything is decided"
    assert not desk.window.findings.detail.rows["Second"].text()
