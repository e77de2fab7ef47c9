"""Undo and redo belong to the view in front: words on evidence, or decisions about findings."""

from __future__ import annotations

from viewer.gui.main_window import MainWindow
from viewer.gui.review_controller import ReviewController


class Stepping:
    """Sends undo and redo where the person looks."""

    def __init__(self, window: MainWindow, controller: ReviewController) -> None:
        self._window, self._controller = window, controller

    def names(self) -> tuple[str, str]:
        """What undo and redo would do; empty for nothing."""
        if self._is_evidence():
            return self._window.evidence.history
        session = self._controller.session
        return (session.history.undo_name, session.history.redo_name) if session else ("", "")

    def undo(self) -> None:
        """Take back the last step."""
        if self._is_evidence():
            self._window.evidence.undo_requested.emit()
        else:
            self._controller.undo()

    def redo(self) -> None:
        """Bring back the step undone last."""
        if self._is_evidence():
            self._window.evidence.redo_requested.emit()
        else:
            self._controller.redo()

    def _is_evidence(self) -> bool:
        return self._window.tabs.currentWidget() is self._window.evidence
