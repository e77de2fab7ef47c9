"""Texts of a window that have less room than they need."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_PADDING = 8  # a button may give half of it away before its text is cut


def cut_texts(window: QWidget) -> Iterator[str]:
    """The texts of visible labels and buttons that are not shown whole, with size and need."""
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            yield from _of_label(label)
    for button in window.findChildren(QAbstractButton):
        needs = button.sizeHint().width() - _PADDING
        if button.isVisible() and button.text() and button.width() < needs:
            yield f"{button.text()!r}: {button.width()} wide, needs {needs}"


def _of_label(label: QLabel) -> Iterator[str]:
    wide, high = label.width(), label.height()
    if label.wordWrap():
        needed = label.heightForWidth(wide)
        if high < needed:
            yield f"{label.text()!r}: {high} high, needs {needed}"
        return
    needs = label.sizeHint()
    if wide < needs.width() or high < needs.height():
        yield f"{label.text()!r}: {wide} x {high}, needs {needs.width()} x {needs.height()}"
