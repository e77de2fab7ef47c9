"""The header view as a reviewer uses it."""

from __future__ import annotations

from copy import deepcopy
from time import perf_counter

import pytest
from pydicom import Dataset
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.header_view.builders import decision, finding, source_dataset
from viewer.gui import theme
from viewer.gui.header_view import HeaderView
from viewer.gui.header_view.filtering import Show
from viewer.gui.header_view.item_model import Column
from viewer.model import Action, AttributePath

NAME, NESTED = AttributePath((0x00100010,)), AttributePath((0x00081110, 0x00100020), (1,))


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> HeaderView:
    theme.apply(qapp)
    made = HeaderView()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    after = deepcopy(source_dataset())
    after.PatientName = "Pseudonym^A"
    made.show_instance(source_dataset(), after, [finding("n", NAME.tags)])
    return made


def cell(view: HeaderView, path: AttributePath, column: Column) -> str:
    index = view.model.index_of(path)
    return str(view.model.data(index.siblingAtColumn(column)))


def choose_filter(view: HeaderView, show: Show) -> None:
    view.filter.setCurrentText(str(show))


def test_before_and_after_stand_side_by_side(view: HeaderView) -> None:
    assert cell(view, NAME, Column.BEFORE) == "Example^Eva"
    assert cell(view, NAME, Column.AFTER) == "Pseudonym^A"
    assert cell(view, NAME, Column.ACTION) == "replaced, undecided"
    assert cell(view, NAME, Column.RULE) == "Table E.1-1 says X"


def test_without_an_after_the_action_is_the_proposal_or_the_decision(view: HeaderView) -> None:
    about = finding("n", NAME.tags)
    view.show_instance(source_dataset(), None, [about])
    assert cell(view, NAME, Column.ACTION) == "proposed: remove"
    view.show_instance(source_dataset(), None, [about], {"n": decision("n", Action.KEEP)})
    assert cell(view, NAME, Column.ACTION) == "keep"
    assert view.tree.isColumnHidden(Column.AFTER)


def test_the_model_keeps_qts_rules(view: HeaderView) -> None:
    tester = QAbstractItemModelTester(
        view.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    view.tree.expandAll()
    choose_filter(view, Show.CHANGED)
    view.show_instance(source_dataset(), None)
    assert tester.model() is view.model
    assert view.model.rowCount() > 0 or view.filter.currentText() == Show.CHANGED


def test_selecting_a_nested_attribute_opens_the_way_to_it(view: HeaderView) -> None:
    view.select(NESTED)
    assert view.current_path() == NESTED
    assert view.details.before.toPlainText() == "EX-1"
    assert view.tree.isExpanded(view.tree.currentIndex().parent())


def test_selecting_what_a_filter_hides_drops_the_filter(view: HeaderView) -> None:
    choose_filter(view, Show.REPLACED)
    assert not view.model.index_of(NESTED).isValid()
    view.select(NESTED)
    assert view.current_path() == NESTED
    assert view.filter.currentText() == Show.ALL


def test_typing_filters_after_a_pause(qtbot: QtBot, view: HeaderView) -> None:
    total = view.model.rowCount()
    qtbot.keyClicks(view.search, "pseudonym")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    view.search.clear()
    qtbot.waitUntil(lambda: view.model.rowCount() == total)


def test_the_chosen_attribute_stays_chosen_on_the_next_instance(view: HeaderView) -> None:
    view.select(NESTED)
    view.show_instance(source_dataset(), None)
    assert view.current_path() == NESTED


def test_buttons_ask_to_keep_and_remove(qtbot: QtBot, view: HeaderView) -> None:
    view.select(NESTED)
    with qtbot.waitSignal(view.keep_requested) as kept:
        qtbot.mouseClick(view.details.keep, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.remove_requested) as removed:
        qtbot.mouseClick(view.details.remove, Qt.MouseButton.LeftButton)
    assert kept.args == removed.args == [NESTED]


def test_choosing_an_attribute_with_a_finding_tells_which(qtbot: QtBot, view: HeaderView) -> None:
    with qtbot.waitSignal(view.finding_clicked) as clicked:
        view.tree.setCurrentIndex(view.model.index_of(NAME))
    assert clicked.args == ["n"]


def test_ctrl_c_copies_no_value_and_the_command_does(qtbot: QtBot, view: HeaderView) -> None:
    view.select(NAME)
    view._copy_place()
    assert QGuiApplication.clipboard().text() == "(0010,0010) Patient's Name"
    qtbot.mouseClick(view.details.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Example^Eva"


def test_markup_in_a_value_is_shown_as_it_is(view: HeaderView) -> None:
    hostile = source_dataset()
    hostile.PatientName = "<b>Eva</b>"
    view.show_instance(hostile, None)
    view.select(NAME)
    assert view.details.before.toPlainText() == "<b>Eva</b>"
    assert view.details.title.textFormat() == Qt.TextFormat.PlainText


def test_five_thousand_attributes_are_shown_and_searched_quickly(view: HeaderView) -> None:
    big = Dataset()
    for group in range(5):
        for element in range(1000):
            big.add_new((0x0011 + 2 * group, 0x1001 + element), "LO", f"value {element}")
    started = perf_counter()
    view.show_instance(big, deepcopy(big))
    view.search.setText("value 77")
    view._apply_filter()
    assert view.model.rowCount(QModelIndex()) == 55
    assert perf_counter() - started < 5
