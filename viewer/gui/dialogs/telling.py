"""Reports: what could not be read, keys, what the program is, and that it broke."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer import __version__
from viewer.gui.dialogs.fitting import FittingDialog
from viewer.gui.item_models.words import capital
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.gui.processes import ProcessError, place_of
from viewer.model import Loaded

_WIDTH, _NOTE_WIDTH = 640, 520
_AROUND, _HIGHEST = 200, 560
_ABOUT = (
    tr("Scanveil shows what in a scan identifies the patient, removes it, and proves it."),
    tr("Apache License 2.0. Nothing leaves this computer: the program opens no connection."),
    tr("It lowers a risk and does not end it: a person decides, and signs for it."),
)


class TableDialog(QDialog):
    """A title, a sentence and rows of plain text."""

    def __init__(
        self,
        title: str,
        sentence: str,
        headings: Sequence[str],
        rows: Iterable[Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.table = QTableWidget(0, len(headings))
        self.table.setHorizontalHeaderLabels(list(headings))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setAccessibleName(title)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.table.horizontalHeader().setDefaultAlignment(left)
        for row in rows:
            self.table.insertRow(self.table.rowCount())
            for column, text in enumerate(row):
                self.table.setItem(self.table.rowCount() - 1, column, QTableWidgetItem(text))
        self.table.setColumnWidth(0, 220)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.resizeRowsToContents()
        self.resize(_WIDTH, min(_HIGHEST, _AROUND + self.table.verticalHeader().length()))
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(16, 16, 16, 16)
        column_layout.addWidget(PlainLabel(sentence))
        column_layout.addWidget(self.table, 1)
        column_layout.addWidget(_close(self))


def problems(loaded: Loaded, parent: QWidget | None = None) -> TableDialog:
    """What could not be read and what is no DICOM file, with reasons."""
    rows = [(each.source.path.name, each.reason) for each in (*loaded.unreadable, *loaded.skipped)]
    rows += [(tr("Note"), each) for each in loaded.warnings]
    sentence = tr("Everything else was read. These files will not be in the export.")
    return TableDialog(tr("Problems"), sentence, (tr("File"), tr("Reason")), rows, parent)


def shortcuts(rows: Iterable[tuple[str, str]], parent: QWidget | None = None) -> TableDialog:
    """All keys."""
    return TableDialog(
        tr("Keyboard"),
        tr("Everything can be done by keyboard."),
        (tr("Key"), tr("Does")),
        ((key, capital(does)) for key, does in rows),
        parent,
    )


class NoteDialog(FittingDialog):
    """A title and sentences."""

    def __init__(self, title: str, texts: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_NOTE_WIDTH)
        column = QVBoxLayout(self)
        column.addWidget(PlainLabel(title, role="title"))
        for text in texts:
            column.addWidget(PlainLabel(text))
        column.addSpacing(8)
        column.addStretch(1)
        column.addWidget(_close(self))
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        self.resize(_NOTE_WIDTH, 0)


def about(parent: QWidget | None = None) -> NoteDialog:
    """What the program is."""
    return NoteDialog(f"Scanveil {__version__}", _ABOUT, parent)


def crash(error: BaseException, parent: QWidget | None = None) -> NoteDialog:
    """That the program broke, and where: type and place only, as its text may hold a value."""
    place = str(error) if isinstance(error, ProcessError) else place_of(error)
    texts = (
        tr("Your files are untouched and your decisions are saved."),
        tr("What to report: {0} (version {1}).").format(place, __version__),
        tr("You can go on; if something looks odd, close the window and open the scans again."),
    )
    return NoteDialog(tr("Something in the program broke"), texts, parent)


def _close(dialog: QDialog) -> QDialogButtonBox:
    close = QDialogButtonBox.StandardButton.Close
    box = QDialogButtonBox(close)
    box.button(close).setIcon(QIcon())
    box.rejected.connect(dialog.reject)
    return box
