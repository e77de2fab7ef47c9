"""Asks for files and folders without stopping the window: what was chosen goes to a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_Modes = QFileDialog.FileMode
_Chosen: TypeAlias = Callable[[Path], object]


def ask_folder(parent: QWidget, title: str, chosen: _Chosen) -> None:
    """A folder that is there."""
    dialog = _dialog(parent, title, lambda found: chosen(found[0]))
    dialog.setFileMode(_Modes.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def ask_file(parent: QWidget, title: str, kinds: str, chosen: _Chosen) -> None:
    """A file that is there; ``kinds`` as in "Decisions (*.json)"."""
    dialog = _dialog(parent, title, lambda found: chosen(found[0]))
    dialog.setFileMode(_Modes.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.open()


def ask_files(parent: QWidget, title: str, chosen: Callable[[list[Path]], object]) -> None:
    """Files that are there, of any kind."""
    dialog = _dialog(parent, title, chosen)
    dialog.setFileMode(_Modes.ExistingFiles)
    dialog.open()


def ask_new_file(parent: QWidget, title: str, name: str, kinds: str, chosen: _Chosen) -> None:
    """Where to write; ``name`` is offered. Replacing a file is asked about."""
    dialog = _dialog(parent, title, lambda found: chosen(found[0]))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.open()


def _dialog(parent: QWidget, title: str, chosen: Callable[[list[Path]], object]) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def tell(names: Sequence[str]) -> None:
        if names:
            chosen([Path(each) for each in names])

    dialog.filesSelected.connect(tell)
    dialog.destroyed.connect(forget)
    return dialog


def forget() -> None:
    """Take out of Qt's own settings where its dialogs were: names of folders can be of patients."""
    known = QSettings(QSettings.Scope.UserScope, "QtProject")
    known.remove("FileDialog")
    known.sync()
