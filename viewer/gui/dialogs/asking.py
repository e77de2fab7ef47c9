"""Short questions: a reason, another action."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.gui.dialogs.fitting import FittingDialog
from viewer.gui.item_models import wording
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.model import Action, Finding

_REASON = tr("The reason goes into the manifest: write no name, number or date of the patient.")
_OK = QDialogButtonBox.StandardButton.Ok
_OFFERED = (Action.REMOVE, Action.REPLACE, Action.CLEAN, Action.BLANK)


class ReasonDialog(FittingDialog):
    """Asks why something may stay; there is no way to leave the reason out."""

    def __init__(
        self,
        what: str,
        parent: QWidget | None = None,
        *,
        title: str = tr("Keep with a reason"),
        question: str = "",
        ok: str = tr("Keep"),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(80)
        self.text.setAccessibleName(tr("Reason"))
        self.buttons = _buttons(self, ok)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        asked = question or tr("Why may “{0}” stay as it is?").format(what)
        column.addWidget(PlainLabel(asked, role="title"))
        if question:
            column.addWidget(PlainLabel(what))
        column.addWidget(PlainLabel(_REASON, role="muted"))
        column.addWidget(self.text)
        column.addWidget(self.buttons)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone begins a new line
            QShortcut(QKeySequence(keys), self, self.buttons.button(_OK).click)
        self.buttons.button(_OK).setToolTip(f"{ok} (Ctrl+Enter)")
        self.text.textChanged.connect(self._check)
        self._check()

    def reason(self) -> str:
        """What was written."""
        return self.text.toPlainText().strip()

    def _check(self) -> None:
        self.buttons.button(_OK).setEnabled(bool(self.reason()))


class ActionDialog(FittingDialog):
    """Asks what else to do with a finding."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Change what happens"))
        self.setMinimumWidth(360)
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("What to do"))
        has_box = finding.location.box is not None
        for action in (Action.BLANK,) if has_box else _OFFERED[:3]:
            self.choice.addItem(wording.ACTIONS[action], action)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(PlainLabel(wording.title(finding), role="title"))
        column.addWidget(self.choice)
        column.addWidget(_buttons(self, tr("Change")))

    def action(self) -> Action:
        """What was chosen."""
        return Action(self.choice.currentData())


def _buttons(dialog: QDialog, ok: str) -> QDialogButtonBox:
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel)
    box.button(kinds.Ok).setText(ok)
    for kind in (kinds.Ok, kinds.Cancel):
        box.button(kind).setIcon(QIcon())
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
