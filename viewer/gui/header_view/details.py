"""The pane below the tree: one attribute in full, and what can be asked for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import recolouring, theme
from viewer.gui.header_view.row import Row
from viewer.gui.header_view.values import full, one_line
from viewer.gui.item_models.words import CATEGORIES, capital
from viewer.gui.language import tr


class Details(QWidget):
    """Value before and after side by side, the reason, and the buttons."""

    keep_clicked = Signal()
    remove_clicked = Signal()
    copy_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _label("title")
        self.reason = _label("muted")
        self.reason.setWordWrap(True)
        self._headings = (_label("heading"), _label("heading"))
        self.before, self.after = _pane(tr("Value before")), _pane(tr("Value after"))
        self.keep = _button(tr("Keep"), "keep", tr("Ask to keep this attribute as it is"))
        self.remove = _button(tr("Remove"), "remove", tr("Ask to remove this attribute"))
        self.copy = _button(
            tr("Copy value"), "copy", tr("Copies a value that may identify the patient")
        )
        self.keep.clicked.connect(lambda: self.keep_clicked.emit())
        self.remove.clicked.connect(lambda: self.remove_clicked.emit())
        self.copy.clicked.connect(lambda: self.copy_clicked.emit())
        self._icons = ((self.keep, "keep"), (self.remove, "remove"), (self.copy, "copy"))
        self._lay_out()
        self.show_row(None)
        recolouring.follow(self, self.recolour)

    def recolour(self) -> None:
        """Icons in the colours of the theme."""
        for button, name in self._icons:
            button.setIcon(theme.icon(name))

    def show_row(self, row: Row | None) -> None:
        """Describe a row; None empties the pane."""
        is_attribute = row is not None and not row.is_item
        for button in (self.keep, self.remove, self.copy):
            button.setEnabled(is_attribute)
        self.title.setText(_title(row))
        self.reason.setText(_reason(row))
        has_after = row is None or row.context.has_after
        self.after.setVisible(has_after)
        self._headings[1].setVisible(has_after)
        self.before.setPlainText(full(row.before) if row else "")
        self.after.setPlainText(full(row.after) if row else "")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        for button in (self.copy, self.keep, self.remove):
            top.addWidget(button)
        grid = QGridLayout()
        grid.setSpacing(theme.SPACING // 2)
        for column, (text, pane) in enumerate(
            ((tr("Before"), self.before), (tr("After"), self.after))
        ):
            heading = self._headings[column]
            heading.setText(text)
            grid.addWidget(heading, 0, column)
            grid.addWidget(pane, 1, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACING] * 4)
        layout.setSpacing(theme.SPACING)
        layout.addLayout(top)
        layout.addWidget(self.reason)
        layout.addLayout(grid, 1)


def _title(row: Row | None) -> str:
    if row is None:
        return tr("No attribute chosen")
    if row.item is not None:
        return tr("{0}  item {1}").format(row.path, row.item + 1)
    return f"{row.path}  {row.name}  {row.keyword}".rstrip()


def _reason(row: Row | None) -> str:
    if row is None:
        return tr("Choose one above to see all of it.")
    if row.is_item:
        return ""
    rule = tr("Decided by {0}.").format(one_line(row.decided_by)) if row.decided_by else ""
    if row.finding is None:
        return rule or tr("No finding about this attribute.")
    state = "" if row.decision else tr("Not decided yet.")
    category = capital(CATEGORIES[row.finding.category])
    return " ".join(each for each in (f"{category}.", state, rule) if each)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(0)
    return label


def _pane(name: str) -> QPlainTextEdit:
    pane = QPlainTextEdit()
    pane.setReadOnly(True)
    pane.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    pane.setFont(theme.monospace())
    pane.setAccessibleName(name)
    pane.setMinimumHeight(48)
    return pane


def _button(text: str, icon: str, tip: str) -> QPushButton:
    button = QPushButton(theme.icon(icon), text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
