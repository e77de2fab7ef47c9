"""The three slices beside or below the head."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from viewer.gui.face_view.plane import PlaneView
from viewer.gui.face_view.scene import Scene
from viewer.surface.sculpting import PlanePicture

_NAMES = ("axial", "coronal", "sagittal")


class Planes(QSplitter):
    """Passes on the signals of its three PlaneViews."""

    moved = Signal(object)
    dabbed = Signal(object, bool)
    stroke_ended = Signal()
    handle_dragged = Signal()
    handle_moved = Signal(str, object)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.views = {name: PlaneView(name, scene, self) for name in _NAMES}
        for view in self.views.values():
            self.addWidget(view)
            view.moved.connect(self.moved)
            view.dabbed.connect(self.dabbed)
            view.stroke_ended.connect(self.stroke_ended)
            view.handle_dragged.connect(self.handle_dragged)
            view.handle_moved.connect(self.handle_moved)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def show_pictures(self, pictures: Iterable[PlanePicture]) -> None:
        """Show those planes there are pictures of."""
        for each in pictures:
            self.views[each.name].set_picture(each)

    def clear(self) -> None:
        """Show none."""
        for view in self.views.values():
            view.set_picture(None)

    def refresh(self) -> None:
        """Paint what lies over the slices again."""
        for view in self.views.values():
            view.update()
