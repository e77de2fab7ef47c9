"""Which key does what in the slice view; number keys are in resources/windows.toml."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from viewer.gui.language import tr
from viewer.gui.slice_view import panes, presets

if TYPE_CHECKING:
    from viewer.gui.slice_view.view import SliceView

_ALL = 1 << 30
_PAGE = 10
_BRUSH_STEP = 1.25
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_EVERYWHERE = (
    (Qt.Key.Key_Y, _NONE),
    (Qt.Key.Key_Y, _SHIFT),
    (Qt.Key.Key_X, _NONE),
    (Qt.Key.Key_P, _NONE),
    (Qt.Key.Key_M, _NONE),
)
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_Home: -_ALL,
    Qt.Key.Key_End: _ALL,
}
SHEET = (
    (tr("Wheel, arrows"), tr("next and previous image")),
    (tr("Page Up, Page Down"), tr("ten images on")),
    (tr("Home, End"), tr("first and last image")),
    (tr("Space"), tr("play and pause")),
    ("V", tr("select, move and resize boxes")),
    ("B, E, G, D", tr("draw a box, an ellipse, a polygon, or paint")),
    (tr("Ctrl+drag"), tr("draw a box that does not snap to text that was read")),
    (tr("Enter"), tr("with one of these: put one in the middle; close a polygon")),
    (tr("[ and ]"), tr("smaller and larger brush")),
    (tr("Delete"), tr("delete the selected box or area")),
    (tr("Alt+arrows"), tr("move the selected area by a pixel, with Shift resize it")),
    (tr("0 to 4"), tr("window: as stored, brain, bone, lung, soft tissue")),
    (tr("Right drag"), tr("window: across for contrast, up and down for brightness")),
    (tr("Middle drag"), tr("move the image")),
    (tr("Ctrl+wheel, pinch"), tr("zoom")),
    ("F", tr("fit the whole image")),
    ("Z", tr("one image pixel per screen pixel")),
    ("I", tr("swap black and white")),
    (tr("R, Shift+R"), tr("turn the image right or left, on the screen only")),
    ("H", tr("swap left and right, on the screen only")),
    ("O", tr("show or hide what overlays draw")),
    ("P", tr("preview the cleaned image")),
    (tr("Y, Shift+Y"), tr("before and after at once; with what goes")),
    ("X", tr("before and after in turn")),
    ("M", tr("axial, coronal and sagittal planes beside the slice")),
    (tr("Shift+click"), tr("with them: put the cross-hair on the slice")),
)


def handle(view: SliceView, event: QKeyEvent) -> bool:
    """Do what a key press asks for; False when it means nothing here."""
    strange = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    if event.modifiers() & (strange | Qt.KeyboardModifier.AltModifier):
        return False
    if event.key() in _STEPS:
        view.step(_STEPS[Qt.Key(event.key())])
        return True
    if event.text().isdigit():
        preset = presets.find(view.modality, key=event.text())
        view.set_window_preset(preset.name if preset else "auto")
        return True
    return _letter(view, event)


def _letter(view: SliceView, event: QKeyEvent) -> bool:
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    actions: dict[Qt.Key, Callable[[], None]] = {
        Qt.Key.Key_Space: view.toggle_playing,
        Qt.Key.Key_V: lambda: view.set_tool("select"),
        Qt.Key.Key_B: lambda: view.set_tool("box"),
        Qt.Key.Key_E: lambda: view.set_tool("ellipse"),
        Qt.Key.Key_G: lambda: view.set_tool("polygon"),
        Qt.Key.Key_D: lambda: view.set_tool("brush"),
        Qt.Key.Key_BracketLeft: lambda: view.canvas.scale_brush(1 / _BRUSH_STEP),
        Qt.Key.Key_BracketRight: lambda: view.canvas.scale_brush(_BRUSH_STEP),
        Qt.Key.Key_F: view.fit,
        Qt.Key.Key_Z: view.actual_size,
        Qt.Key.Key_I: view.toggle_inverted,
        Qt.Key.Key_R: lambda: view.turn(-1 if shifted else 1),
        Qt.Key.Key_H: view.flip,
        Qt.Key.Key_P: lambda: view.comparing.toggle(panes.PREVIEW),
        Qt.Key.Key_Y: lambda: view.comparing.toggle(panes.ALL if shifted else panes.COMPARED),
        Qt.Key.Key_X: view.comparing.toggle_blink,
        Qt.Key.Key_O: view.toggle_overlay,
        Qt.Key.Key_M: view.planes.toggle,
    }
    action = actions.get(Qt.Key(event.key()))
    if action is None:
        return False
    action()
    return True


def hold_everywhere(view: SliceView) -> None:
    """Comparing works wherever the keyboard is, as long as the slices are on show."""
    for key, held in _EVERYWHERE:
        shortcut = QShortcut(QKeySequence(QKeyCombination(held, key)), view)
        shortcut.activated.connect(partial(_press, view, key, held))


def _press(view: SliceView, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    _letter(view, QKeyEvent(QEvent.Type.KeyPress, key, held))
