"""A field for a sentence that is longer than a line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LINES = 2
_AROUND = 16  # padding and border of the style sheet, and some to spare


class SentenceField(QPlainTextEdit):
    """Used like a line edit, but wraps.

    ``editingFinished`` comes on Enter and when the focus leaves, if something was typed.
    """

    editingFinished = Signal()  # noqa: N815 - the name a line edit has

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + _AROUND)

    def text(self) -> str:
        """The sentence, without line ends."""
        return " ".join(self.toPlainText().split("\n"))

    def setText(self, text: str) -> None:
        """Show a sentence from its beginning."""
        self.setPlainText(text)
        self.document().setModified(False)

    def setReadOnly(self, only: bool) -> None:
        """Let nothing be typed, while the cursor still moves by keys."""
        super().setReadOnly(only)
        if only:
            keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(self.textInteractionFlags() | keys)

    def setCursorPosition(self, position: int) -> None:
        """Put the cursor before a letter."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the sentence."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who leaves is done."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu
            self._finish()

    def _finish(self) -> None:
        if self.document().isModified():
            self.document().setModified(False)
            self.editingFinished.emit()
