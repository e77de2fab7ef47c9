"""Turns what a hand did into the FaceEdit it means, with the name of its undo step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from viewer.gui.face_view.edit_panel import EditPanel
from viewer.gui.face_view.scene import GIVE_BACK, LANDMARK_WORDS, Scene
from viewer.gui.face_view.verdict import Verdict
from viewer.gui.language import tr
from viewer.model import FaceEdit, FacePreset, Stroke
from viewer.model.study import Vector

_DECIMALS = 1


class Editing(QObject):
    """``wanted`` (edit, name) asks for a decision, ``tried`` (edit) only to be shown.

    ``verdict`` is what holds now; every wish starts from its edit.
    """

    wanted = Signal(object, str)
    tried = Signal(object)
    unlock_asked = Signal()

    def __init__(self, scene: Scene, panel: EditPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self.verdict = Verdict()
        panel.preset_chosen.connect(self._choose_preset)
        panel.depth_moved.connect(self._move_depth)
        panel.lock_clicked.connect(self._toggle_lock)
        panel.reset_clicked.connect(lambda: self._want(FaceEdit(), tr("Start the removal over")))

    def move_handle(self, name: str, place: Vector) -> None:
        """A landmark lies elsewhere."""
        x, y, z = (round(each, _DECIMALS) for each in place)
        moved = {**dict(self.verdict.edit.landmarks), name: (x, y, z)}
        edit = replace(self.verdict.edit, landmarks=tuple(moved.items()))
        self._want(edit, tr("Move the {0}").format(LANDMARK_WORDS[name]))

    def add_stroke(self, points: tuple[Vector, ...]) -> None:
        """The brush was drawn along points; along none it is nothing."""
        if not points:
            return
        edit, gives = self.verdict.edit, self._scene.tool == GIVE_BACK
        stroke = Stroke(points, self._scene.radius_mm, not gives)
        name = tr("Paint to restore") if gives else tr("Paint to remove")
        self._want(replace(edit, strokes=(*edit.strokes, stroke)), name)

    def unlock(self, reason: str) -> None:
        """Allow changes to the brain for a reason."""
        self._want(replace(self.verdict.edit, unlock_reason=reason.strip()), tr("Unlock the brain"))

    def _choose_preset(self, preset: FacePreset) -> None:
        name = tr("Remove the face: {0}").format(preset.value)
        self._want(replace(self.verdict.edit, preset=preset), name)

    def _move_depth(self, depth_mm: float, is_final: bool) -> None:
        edit = replace(self.verdict.edit, depth_mm=depth_mm)
        if is_final:
            self._want(edit, tr("Change the depth"))
        else:
            self.tried.emit(edit)

    def _toggle_lock(self) -> None:
        if self.verdict.edit.unlocks_brain:
            self._want(replace(self.verdict.edit, unlock_reason=""), tr("Lock the brain"))
        else:
            self.unlock_asked.emit()

    def _want(self, edit: FaceEdit, name: str) -> None:
        if edit != self.verdict.edit or self.verdict.is_kept:
            self.wanted.emit(edit, name)
