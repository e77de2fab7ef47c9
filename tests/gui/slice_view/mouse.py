"""What a hand does to the slice view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.gui.slice_view import SliceView

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def at(view: SliceView, x: float, y: float) -> QPoint:
    """Screen position of an image point."""
    return QPointF(*view.canvas.scene.viewport.to_screen((x, y))).toPoint()


def drag(
    qtbot: QtBot,
    view: SliceView,
    start: QPoint,
    end: QPoint,
    button: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NO_KEY,
) -> None:
    qtbot.mousePress(view.canvas, button, pos=start)
    qtbot.mouseMove(view.canvas, (start + end) / 2)
    _move_held(view, end, button, keys)
    qtbot.mouseRelease(view.canvas, button, pos=end)


def _move_held(
    view: SliceView, to: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier
) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    place = QPointF(to)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, view.canvas.mapToGlobal(place), button, button, keys
    )
    QApplication.sendEvent(view.canvas, moved)


def turn(view: SliceView, notches: int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    place = QPointF(view.canvas.rect().center())
    event = QWheelEvent(
        place,
        view.canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.canvas, event)
