"""After a review no identifying value stands where other people or programs look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QClipboard
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.keyboard import CTRL, SHIFT, settle, wait_until
from tests.desk.reviewer import Reviewer, dialog
from tests.export.builders import CLINIC, NAME, NUMBER, write_study
from viewer.gui import window_layout
from viewer.gui.dialogs import choosing
from viewer.provenance import AuditLog

_K = Qt.Key
_CANARIES = (*NAME.split("^"), NUMBER, CLINIC, "Quastenflosser_of_the_folder")
_NATIVE, _USER = QSettings.Format.NativeFormat, QSettings.Scope.UserScope

# before the window opens
pytestmark = pytest.mark.usefixtures("settings_folder")


@pytest.fixture
def settings_folder(tmp_path: Path) -> Path:
    """Where Qt keeps settings of its own in this test."""
    folder = tmp_path / "config"
    QSettings.setPath(_NATIVE, _USER, str(folder))
    return folder


def test_no_value_is_left_in_the_profile_folder_titles_or_clipboard(
    reviewer: Reviewer, tmp_path: Path, private_home: Path, settings_folder: Path
) -> None:
    study = write_study(tmp_path / _CANARIES[-1])
    reviewer.open(study)
    reviewer.keyboard.press(_K.Key_N)
    for key in (_K.Key_1, _K.Key_2, _K.Key_3, _K.Key_4, _K.Key_T):
        reviewer.keyboard.press(key, CTRL)
        assert not _told_on_the_outside()
    reviewer.keyboard.press(_K.Key_A, CTRL | SHIFT)
    reviewer.export(tmp_path / "out")
    window_layout.remember(reviewer.desk.window)
    assert not _told_on_the_outside()
    reviewer.desk.window.close()
    settle()
    seen = [*_files(private_home), *_files(settings_folder)]
    names = {path.name for path in seen}
    assert {"settings.json", "sessions.db", AuditLog().path.name} <= names
    assert not [path.name for path in seen if _holds_a_value(path)]


def test_the_search_finds_what_qt_would_remember(
    qtbot: QtBot, tmp_path: Path, settings_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "forget", lambda: None)
    folder = tmp_path / _CANARIES[-1]
    folder.mkdir()
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    choosing.ask_folder(parent, "Open folder", lambda _: None)
    chooser = dialog(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    chooser.setDirectory(str(folder))
    chooser.accept()
    del chooser
    wait_until(lambda: any(map(_holds_a_value, _files(settings_folder))), "Qt to remember", 10)


def _files(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


def _holds_a_value(path: Path) -> bool:
    told = path.read_bytes().lower() + str(path.name).lower().encode()
    forms = [each.lower().encode(code) for each in _CANARIES for code in ("utf-8", "utf-16-le")]
    return any(each in told for each in forms)


def _told_on_the_outside() -> list[str]:
    """Window titles, menu texts and both clipboards that hold a value."""
    clipboard = QApplication.clipboard()
    texts = [
        clipboard.text(mode) for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
    ]
    for window in QApplication.topLevelWidgets():
        texts += [window.windowTitle(), window.windowFilePath(), window.accessibleName()]
        texts += [action.text() for action in window.findChildren(QAction)]
    return [text for text in texts for value in _CANARIES if value.lower() in text.lower()]
