"""Which key does what in the face view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viewer.gui.face_view.scene import ADD, GIVE_BACK, HANDLES, TURN
from viewer.gui.language import tr

if TYPE_CHECKING:
    from viewer.gui.face_view.view import FaceView

SHEET = (
    (tr("Face: arrows, + and -"), tr("turn the head, closer and farther")),
    (tr("Face: 1 to 4, Home"), tr("front, patient's left, right, top, first look")),
    (tr("Face: O, D, F"), tr("original, defaced, difference")),
    (tr("Face: H, M, L"), tr("colours of risk, what will be replaced, landmarks")),
    (tr("Face: V, G, B, E"), tr("turn, landmarks, paint away, paint back")),
    (tr("Face: [ and ]"), tr("smaller and larger brush")),
    (tr("Face: Shift+arrows, Shift+Page Up/Down"), tr("move the point of the slices by 1 mm")),
    (tr("Face: Space"), tr("one dab of the brush at that point")),
    (tr("Face: comma, full stop"), tr("hold the next landmark; Alt+arrows move it by 1 mm")),
)
# LPS: towards the patient's left, back and head.
_STEPS = {
    Qt.Key.Key_Left: (-1, 0, 0),
    Qt.Key.Key_Right: (1, 0, 0),
    Qt.Key.Key_Up: (0, 0, 1),
    Qt.Key.Key_Down: (0, 0, -1),
    Qt.Key.Key_PageUp: (0, -1, 0),
    Qt.Key.Key_PageDown: (0, 1, 0),
}
_SIDES = {
    Qt.Key.Key_1: "front",
    Qt.Key.Key_2: "left",
    Qt.Key.Key_3: "right",
    Qt.Key.Key_4: "top",
    Qt.Key.Key_Home: "home",
}
_NEARER = {Qt.Key.Key_Plus: 1.15, Qt.Key.Key_Equal: 1.15, Qt.Key.Key_Minus: 1 / 1.15}


def handle(view: FaceView, event: QKeyEvent) -> bool:
    """Do what a key press asks for; False when it means nothing here."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in _STEPS and held == Qt.KeyboardModifier.ShiftModifier:
        view.go_by(_STEPS[key])
    elif key in _STEPS and held == Qt.KeyboardModifier.AltModifier:
        view.move_handle_by(_STEPS[key])
    elif held & ~Qt.KeyboardModifier.ShiftModifier:
        return False
    elif key in _SIDES:
        view.look_from(_SIDES[key])
    elif key in _NEARER:
        view.stage.set_orbit(view.scene.orbit.zoomed(_NEARER[key]), moving=True)
    else:
        return _letter(view, key)
    return True


def _letter(view: FaceView, key: Qt.Key) -> bool:
    actions: dict[Qt.Key, Callable[[], None]] = {
        Qt.Key.Key_O: lambda: view.set_shows("original"),
        Qt.Key.Key_D: lambda: view.set_shows("defaced"),
        Qt.Key.Key_F: lambda: view.set_shows("difference"),
        Qt.Key.Key_H: lambda: view.toggle("heat"),
        Qt.Key.Key_M: lambda: view.toggle("zone"),
        Qt.Key.Key_L: lambda: view.toggle("marks"),
        Qt.Key.Key_V: lambda: view.set_tool(TURN),
        Qt.Key.Key_G: lambda: view.set_tool(HANDLES),
        Qt.Key.Key_B: lambda: view.set_tool(ADD),
        Qt.Key.Key_E: lambda: view.set_tool(GIVE_BACK),
        Qt.Key.Key_BracketLeft: lambda: view.resize_brush(-1),
        Qt.Key.Key_BracketRight: lambda: view.resize_brush(1),
        Qt.Key.Key_Comma: lambda: view.hold_handle(-1),
        Qt.Key.Key_Period: lambda: view.hold_handle(1),
        Qt.Key.Key_Space: view.dab_here,
    }
    action = actions.get(key)
    if action is None:
        return False
    action()
    return True
