"""Every view and tool used once with keys, as a curious reviewer would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desk.keyboard import CTRL, SHIFT, Keyboard
from viewer.gui.desk import Desk

_K = Qt.Key
_ALT = Qt.KeyboardModifier.AltModifier
_PAUSE_MS = 150
_IN_SLICES = (
    _K.Key_Down, _K.Key_PageDown, _K.Key_End, _K.Key_Home,
    _K.Key_1, _K.Key_2, _K.Key_0, _K.Key_I, _K.Key_I, _K.Key_R, _K.Key_R, _K.Key_R, _K.Key_R,
    _K.Key_H, _K.Key_H, _K.Key_Z, _K.Key_F, _K.Key_P, _K.Key_P, _K.Key_Y, _K.Key_Y,
    _K.Key_X, _K.Key_X, _K.Key_M, _K.Key_PageDown, _K.Key_M, _K.Key_O, _K.Key_O,
    _K.Key_Space, _K.Key_Space,
)  # fmt: skip
_DIALOGS = ((_K.Key_H, CTRL), (_K.Key_P, CTRL), (_K.Key_F1, None), (_K.Key_Question, None))


def tour(desk: Desk) -> None:
    """Look at every series in every view, mark and undo, open the dialogs that only tell."""
    keyboard = Keyboard()
    for _ in desk.window.worklist.series_uids():
        for tab in (_K.Key_2, _K.Key_3, _K.Key_4, _K.Key_1):
            keyboard.press(tab, CTRL)
            QTest.qWait(2 * _PAUSE_MS)
        for key in _IN_SLICES:
            keyboard.press(key)
            QTest.qWait(_PAUSE_MS)
        _mark(keyboard)
        keyboard.press(_K.Key_Down, CTRL)
    for key, held in _DIALOGS:
        _look_into(keyboard, key, held)
    for _ in ("light", "dark"):
        keyboard.press(_K.Key_T, CTRL)
        QTest.qWait(_PAUSE_MS)


def _mark(keyboard: Keyboard) -> None:
    """Draw an ellipse, move it, copy it, and take everything back."""
    steps = (
        (_K.Key_E, None),
        (_K.Key_Return, None),
        (_K.Key_Right, _ALT),
        (_K.Key_S, CTRL | SHIFT),
    )
    for key, held in steps:
        keyboard.press(key, held or Qt.KeyboardModifier.NoModifier)
    for _ in steps[1:]:
        keyboard.press(_K.Key_Z, CTRL)
        QTest.qWait(_PAUSE_MS)


def _look_into(keyboard: Keyboard, key: Qt.Key, held: Qt.KeyboardModifier | None) -> None:
    before = set(QApplication.topLevelWidgets())
    keyboard.press(key, held or Qt.KeyboardModifier.NoModifier)
    QTest.qWait(4 * _PAUSE_MS)
    for each in set(QApplication.topLevelWidgets()) - before:
        if each.isVisible() and each.isWindow():
            each.close()
    QTest.qWait(_PAUSE_MS)
