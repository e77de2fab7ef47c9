"""The list of signs, what is known of the chosen one, and the buttons for a person's word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.authenticity import Level, Sign, Verdict, Word, checks, how_often
from viewer.gui import recolouring, theme
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel

_ID = Qt.ItemDataRole.UserRole
_ICONS = {Word.ACCEPTED: ("accept", "ok"), Word.DISMISSED: ("hide", "text-muted")}
_LEVELS = {
    Level.SIGN: ("warning", "warning"),
    Level.FACT: ("info", "text-muted"),
    Level.STATEMENT: ("document", "text-muted"),
    Level.FAILED: ("error", "danger"),
}
_ORDER = tuple(_LEVELS)
_WEIGHTS = {
    Level.SIGN: tr("Sign"),
    Level.FACT: tr("Fact"),
    Level.STATEMENT: tr("Said by the file or a signature"),
    Level.FAILED: tr("Not looked at"),
}


class SignsPanel(QWidget):
    """``chosen`` (sign id), ``said`` (sign id, Word), ``withdrawn`` (sign id).

    Its keys hold on the whole ``page``.
    """

    chosen = Signal(str)
    said = Signal(str, object)
    withdrawn = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._signs: tuple[Sign, ...] = ()
        self._verdicts: Mapping[str, Verdict] = {}
        self._wheres: Mapping[str, str] = {}
        self.summary = PlainLabel()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Signs"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.heading, self.measured = PlainLabel(role="heading"), PlainLabel()
        self.rate, self.misses = PlainLabel(), PlainLabel(role="muted")
        self.word = PlainLabel(role="muted")
        self.accept = self._button(tr("Accept sign"), "Y", tr("This sign counts"), Word.ACCEPTED)
        self.dismiss = self._button(
            tr("Dismiss sign…"), "X", tr("It has another cause"), Word.DISMISSED
        )
        self.reopen = QPushButton(tr("Make undecided"))
        self.reopen.setToolTip(tr("Take back what was said about this sign"))
        self.reopen.clicked.connect(lambda: self.withdrawn.emit(self.current()))
        self._lay_out()
        self.show_signs((), {}, {})
        recolouring.follow(self, self.recolour)

    def _button(self, text: str, key: str, tip: str, word: Word) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(f"{tip} ({key})")
        button.clicked.connect(lambda: self.said.emit(self.current(), word))
        shortcut = QShortcut(QKeySequence(key), self._page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.SPACING] * 4)
        column.setSpacing(theme.SPACING)
        column.addWidget(self.summary)
        column.addWidget(self.list, 3)
        about = QWidget()
        inner = QVBoxLayout(about)
        inner.setContentsMargins(0, 0, 0, 0)
        for each in (self.heading, self.measured, self.rate, self.misses, self.word):
            inner.addWidget(each)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("About the chosen sign"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(about)
        column.addWidget(scroll, 4)
        buttons = QGridLayout()
        buttons.addWidget(self.accept, 0, 0)
        buttons.addWidget(self.dismiss, 0, 1)
        buttons.addWidget(self.reopen, 1, 0, 1, 2)
        column.addLayout(buttons)

    def current(self) -> str:
        """The id of the chosen sign, empty for none."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item else ""

    def show_signs(
        self, signs: Sequence[Sign], verdicts: Mapping[str, Verdict], wheres: Mapping[str, str]
    ) -> None:
        """List signs, the weighty ones first; the chosen one stays chosen."""
        kept = self.current()
        self._signs = tuple(sorted(signs, key=lambda each: _ORDER.index(each.level)))
        self._verdicts, self._wheres = verdicts, wheres
        self.list.blockSignals(True)
        self.list.clear()
        for sign in self._signs:
            self.list.addItem(self._item(sign))
        self.list.blockSignals(False)
        ids = [each.id for each in self._signs]
        if ids:
            self.list.setCurrentRow(ids.index(kept) if kept in ids else 0)
        self._describe()

    def _item(self, sign: Sign) -> QListWidgetItem:
        verdict = self._verdicts.get(sign.id)
        word = f" ({verdict.word})" if verdict else ""
        item = QListWidgetItem(f"{_title(sign)}\n{self._wheres.get(sign.id, '')}{word}")
        item.setIcon(self._icon(sign))
        item.setData(_ID, sign.id)
        weight = _WEIGHTS[sign.level]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{weight}: {item.text()}")
        return item

    def _icon(self, sign: Sign) -> QIcon:
        verdict = self._verdicts.get(sign.id)
        return theme.icon(*(_ICONS[verdict.word] if verdict else _LEVELS[sign.level]))

    def _choose(self) -> None:
        self._describe()
        self.chosen.emit(self.current())

    def _describe(self) -> None:
        sign = next((each for each in self._signs if each.id == self.current()), None)
        is_open = sign is not None and sign.level is not Level.FAILED
        verdict = self._verdicts.get(sign.id) if sign else None
        for button in (self.accept, self.dismiss):
            button.setEnabled(is_open)
        self.reopen.setEnabled(verdict is not None)
        self.heading.setText(f"{_WEIGHTS[sign.level]}: {_title(sign)}" if sign else "")
        self.measured.setText(sign.measured.rstrip(".") + "." if sign else "")
        self.rate.setText(how_often(sign) if sign else "")
        misses = next((each.misses for each in checks() if sign and each.id == sign.check), "")
        self.misses.setText(tr("This check misses {0}.").format(misses) if misses else "")
        reason = f": {verdict.reason}" if verdict and verdict.reason else "."
        self.word.setText(tr("A person {0} it{1}").format(verdict.word, reason) if verdict else "")

    def recolour(self) -> None:
        """Icons in the colours of the theme."""
        for row, sign in enumerate(self._signs):
            self.list.item(row).setIcon(self._icon(sign))


def _title(sign: Sign) -> str:
    return next((each.title for each in checks() if each.id == sign.check), sign.check)
