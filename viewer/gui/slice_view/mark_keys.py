"""Keys that move, resize and delete the selected area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viewer.gui.slice_view.hit_testing import Grip, dragged
from viewer.model import Area, box_of

if TYPE_CHECKING:
    from viewer.gui.slice_view.canvas import SliceCanvas

_NUDGES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def handle(canvas: SliceCanvas, event: QKeyEvent) -> bool:
    """Delete, or a pixel further with Alt and an arrow; False when it means nothing here."""
    chosen = canvas.scene.selected
    area = canvas.scene.area_of(chosen)
    if area is None:
        return False
    if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        canvas.box_deleted.emit(chosen)
    elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _NUDGES:
        _nudge(canvas, area, event)
    else:
        return False
    return True


def _nudge(canvas: SliceCanvas, area: Area, event: QKeyEvent) -> None:
    box = box_of(area)
    is_resize = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    grip = Grip.BOTTOM_RIGHT if is_resize else Grip.BODY
    step = canvas.scene.viewport.direction(*_NUDGES[Qt.Key(event.key())])
    changed = dragged(box, grip, *step, *canvas.scene.matrix)
    if changed != box:
        canvas.box_changed.emit(canvas.scene.selected, changed)
