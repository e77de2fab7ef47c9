"""Every step of the review by name; choosing one goes back or forward to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.gui.review_controller import ReviewController

_SENTENCE = tr(
    "Choose a step to go back to it, or forward again. A new decision ends what was undone."
)


class HistoryDialog(QDialog):
    """Stays open beside the window and follows what happens there."""

    def __init__(self, controller: ReviewController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("History"))
        self.resize(380, 460)
        self._controller = controller
        self.steps = QListWidget()
        self.steps.setAccessibleName(tr("Steps of the review"))
        self.steps.itemActivated.connect(self._go)
        self.steps.itemClicked.connect(self._go)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(PlainLabel(_SENTENCE, role="muted"))
        column.addWidget(self.steps, 1)
        column.addWidget(buttons)
        controller.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List the steps; the one in force is marked, undone ones say so."""
        self.steps.clear()
        session = self._controller.session
        if session is None:
            return
        for number, step in enumerate(session.history.steps):
            self.steps.addItem(_item(number, step.name, session.history.index))
        self.steps.setCurrentRow(session.history.index)

    def _go(self, item: QListWidgetItem) -> None:
        self._controller.go_to(int(item.data(Qt.ItemDataRole.UserRole)))


def _item(number: int, name: str, now: int) -> QListWidgetItem:
    words = name or tr("As opened")
    item = QListWidgetItem(tr("{0} (undone)").format(words) if number > now else words)
    item.setData(Qt.ItemDataRole.UserRole, number)
    font = item.font()
    font.setBold(number == now)
    item.setFont(font)
    if number > now:
        item.setForeground(QBrush(theme.colour("text-muted")))
    return item
