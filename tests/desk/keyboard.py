"""A keyboard: keys go to the window that has the focus, as from the system, and are counted."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

_NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class StuckError(AssertionError):
    """What was waited for did not come."""


class Keyboard:
    """``presses`` counts keys that command, ``typed`` the characters of texts."""

    def __init__(self) -> None:
        self.presses = self.typed = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        """Press and release one key; held keys are part of the same press."""
        self.presses += 1
        self._send(key, held)

    def type(self, text: str) -> None:
        """Write a text where the cursor is."""
        for letter in text:
            self.typed += 1
            QTest.sendKeyEvent(QTest.KeyAction.Click, _focused(), Qt.Key(0), letter, _NONE)
        settle()

    def _send(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        QTest.keyClick(_focused(), key, held)
        settle()


def _focused() -> QWindow:
    """The window with the focus; when one was closed, the one a window manager would choose."""
    if window := QGuiApplication.focusWindow():
        return window
    left = QApplication.activeModalWidget() or next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QMainWindow) and each.isVisible()
    )
    left.activateWindow()
    wait_until(lambda: QGuiApplication.focusWindow() is not None, "a window with the focus", 5)
    return left.windowHandle()


def settle() -> None:
    """Let everything that is due happen, as it would between two presses of a person."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_until(is_so: Callable[[], bool], what: str, seconds: float) -> None:
    """Turn the event loop until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise StuckError(f"waited {seconds:.0f} s for {what}")
        QTest.qWait(20)
