"""The stroke of the brush that is being drawn: one undo step when the brush is lifted."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from viewer.gui.face_view.link import HeadLink
from viewer.model.study import Vector


class StrokeInHand(QObject):
    """Collects what the head's process says was touched; ``finished`` carries all points.

    A stroke ends only when the last touch was answered, or the step would miss its tail.
    """

    finished = Signal(tuple)

    def __init__(self, link: HeadLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._points: list[Vector] = []
        self._ends = False
        link.idle.connect(self._settle)
        link.ended.connect(self._drop)

    def painted(self, points: Iterable[Vector]) -> None:
        """These places were touched."""
        self._points.extend(points)

    def end(self) -> None:
        """The brush was lifted."""
        self._ends = True
        if not self._link.is_busy:
            self._settle()

    def _settle(self) -> None:
        if self._ends:
            points = tuple(self._points)
            self._drop()
            self.finished.emit(points)

    def _drop(self) -> None:
        self._points, self._ends = [], False
