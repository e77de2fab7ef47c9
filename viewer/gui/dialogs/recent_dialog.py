"""Opens again what was opened lately, or forgets it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.gui.panels.recent_list import RecentList
from viewer.gui.studies import Studies

_SENTENCE = tr(
    "Choose one to open it again. Where they lie is kept encrypted on this workstation, and shown "
    "nowhere."
)
_NONE = tr("Nothing was opened yet, or the keys are closed.")


class RecentDialog(QDialog):
    """``chosen`` carries places to open."""

    chosen = Signal(tuple)

    def __init__(self, studies: Studies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Recent studies"))
        self.resize(640, 360)
        self._studies = studies
        self.list, self.told = RecentList(), PlainLabel(role="muted")
        self.forget, self.close_ = QPushButton(tr("Forget all")), QPushButton(tr("Close"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        for button in (self.forget, self.close_):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.list.chosen.connect(self._chosen)
        self.forget.clicked.connect(studies.forget_recents)
        self.close_.clicked.connect(self.close)
        studies.recents_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List what is remembered."""
        recents = self._studies.recents()
        self.list.show_recents(recents)
        self.list.setCurrentRow(0)
        self.told.setText(_SENTENCE if recents else _NONE)
        self.forget.setEnabled(bool(recents))

    def _chosen(self, places: tuple[str, ...]) -> None:
        self.chosen.emit(places)
        self.close()
