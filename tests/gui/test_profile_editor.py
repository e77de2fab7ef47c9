"""The profile editor as a coordinator uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from viewer.gui import theme
from viewer.gui.profile_editor import ProfileEditor
from viewer.gui.profile_editor.rule_rows import filtered, rule_rows
from viewer.gui.profile_editor.sentence_field import SentenceField
from viewer.profile import EditedProfile, Option, list_profiles, load_profile, site_profiles

NAME, COMMENT, SEX = 0x00100010, 0x00104000, 0x00100040
ACME = ("ACME 1.0", 0x0019, 0x23)


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication) -> ProfileEditor:
    theme.apply(qapp)
    made = ProfileEditor("research")
    qtbot.addWidget(made)
    made.show()
    return made


def choose(editor: ProfileEditor, target: object) -> None:
    editor.rules.table.setCurrentIndex(editor.rules.model.index_of(target))


def act(editor: ProfileEditor, word: str) -> None:
    editor.rules.action.setCurrentText(word)
    editor.rules.action.activated.emit(editor.rules.action.currentIndex())


def test_shipped_profiles_are_shown_and_do_not_change(editor: ProfileEditor) -> None:
    assert editor.list.count() == len(list_profiles())
    assert editor.form.fields["title"].text() == "Research release"
    assert "Duplicate it" in editor.state.text()
    editor.options.switched.emit(Option.RETAIN_UIDS, True)
    editor.rules.rule_changed.emit(COMMENT, "K")
    assert not editor.history.can_undo
    assert not editor.options.boxes[Option.RETAIN_UIDS].isEnabled()
    assert not editor.rules.action.isEnabled()


def test_every_switch_says_what_it_does(editor: ProfileEditor) -> None:
    for option, box in editor.options.boxes.items():
        assert box.text() == option.meaning.removesuffix(" Option")
        assert box.accessibleDescription() == option.explanation
        assert option.explanation.endswith(".")


def test_a_copy_is_edited_undone_redone_saved_and_used(editor: ProfileEditor, qtbot: QtBot) -> None:
    editor.buttons["duplicate"].click()
    assert editor.history.now.name == "research-copy-1"
    editor.options.boxes[Option.RETAIN_FULL_DATES].click()
    assert Option.RETAIN_MODIFIED_DATES not in editor.history.now.options
    choose(editor, COMMENT)
    act(editor, "Keep")
    assert editor.history.now.rules == {COMMENT: "K"}
    assert "PatientComments" in editor.state.text()
    editor.buttons["undo"].click()
    editor.buttons["undo"].click()
    assert editor.history.now == EditedProfile.copy_of(load_profile("research"))
    assert editor.options.boxes[Option.RETAIN_MODIFIED_DATES].isChecked()
    editor.buttons["redo"].click()
    editor.buttons["redo"].click()
    assert editor.history.now.rules == {COMMENT: "K"}
    with qtbot.waitSignal(editor.used) as used:
        editor.buttons["use"].click()
    assert used.args == ["research-copy-1"]
    saved = load_profile("research-copy-1")
    assert saved.rule(COMMENT, vr="LT").code == "K"
    assert Option.RETAIN_FULL_DATES in saved.options
    assert [each.name for each in site_profiles()] == ["research-copy-1"]


def test_rules_are_searched_added_and_taken_away_by_keyboard(
    editor: ProfileEditor, qtbot: QtBot
) -> None:
    editor.duplicate()
    rules = editor.rules
    QAbstractItemModelTester(rules.model)
    rules.search.setText("00104000")
    rules._filter()
    assert [row.target for row in rules.model._rows] == [COMMENT]
    rules.place.setText('(0019,"ACME 1.0",23)')
    qtbot.keyClick(rules.place, Qt.Key.Key_Return)
    assert editor.history.now.private == {ACME: "X"}
    chosen = rules.chosen()
    assert chosen is not None
    assert chosen.target == ACME
    act(editor, "Keep")
    assert editor.history.now.private == {ACME: "K"}
    rules.own.setChecked(True)
    assert rules.model.rowCount() == 1
    rules.table.setFocus()
    choose(editor, ACME)
    rules.back.click()
    assert editor.history.now.private == {}
    rules.place.setText("no such thing")
    rules.add.click()
    assert "no keyword" in rules.said.text()


def test_a_description_is_typed_in_two_lines_and_kept_as_one(
    qtbot: QtBot, editor: ProfileEditor
) -> None:
    editor.duplicate()
    field = editor.form.fields["description"]
    assert isinstance(field, SentenceField)
    with qtbot.assertNotEmitted(field.editingFinished):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    field.selectAll()
    qtbot.keyClicks(field, "For the registry, as agreed")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert editor.history.now.description == "For the registry, as agreed"
    assert field.text() == "For the registry, as agreed"
    editor.form.fields["title"].setFocus()
    editor.buttons["undo"].click()
    assert field.text() != "For the registry, as agreed"


def test_the_descriptions_of_the_shipped_profiles_are_read_whole(editor: ProfileEditor) -> None:
    field = editor.form.fields["description"]
    assert isinstance(field, SentenceField)
    for row in range(editor.list.count()):
        editor.list.setCurrentRow(row)
        assert field.verticalScrollBar().maximum() == 0, field.text()


@pytest.mark.parametrize(
    ("field", "text", "problem"),
    [
        ("name", "research", "shipped profile has this name"),
        ("name", "Über alles", "lower-case"),
        ("title", " ", "title"),
        ("version", "", "version"),
    ],
)
def test_what_cannot_be_saved_is_told(
    editor: ProfileEditor, field: str, text: str, problem: str
) -> None:
    editor.duplicate()
    editor.form.fields[field].setText(text)
    editor.form.fields[field].editingFinished.emit()
    assert problem in editor.state.text()
    assert not editor.buttons["save"].isEnabled()
    assert not editor.buttons["use"].isEnabled()
    assert not editor.save()
    assert site_profiles() == ()


def test_rules_of_other_tools_become_profiles(editor: ProfileEditor, tmp_path: Path) -> None:
    recipe = tmp_path / "site rules.txt"
    recipe.write_text("FORMAT dicom\n%header\nKEEP PatientSex\nADD PatientIdentityRemoved YES\n")
    editor.import_rules(recipe)
    assert editor.history.now.name == "site-rules"
    assert editor.history.now.rules == {SEX: "K"}
    assert "attributes are not added" in editor.state.text()
    own = tmp_path / "mine.toml"
    own.write_text(editor.history.now.text().replace("site-rules", "mine"))
    editor.import_rules(own)
    assert editor.history.now.name == "mine"
    broken = tmp_path / "broken.toml"
    broken.write_text("name = ")
    editor.import_rules(broken)
    assert "could not be imported" in editor.state.text()


def test_rows_hold_the_whole_table_and_its_sources() -> None:
    rows = rule_rows(load_profile("research"))
    assert len(rows) > 600
    by_target = {row.target: row for row in rows}
    assert by_target[NAME].source.startswith("PS3.15 2026d Table E.1-1")
    assert Option.RETAIN_PATIENT_CHARACTERISTICS.meaning in by_target[SEX].source
    assert len(filtered(rows, "patientsex", own=False)) >= 1
    assert filtered(rows, "", own=True) == ()


def test_everything_has_a_name_for_screen_readers(editor: ProfileEditor) -> None:
    named = [*editor.findChildren(QLineEdit), editor.rules.table, editor.list, editor.rules.action]
    assert all(each.accessibleName() for each in named)
    assert all(each.text() for each in editor.findChildren(QPushButton))
