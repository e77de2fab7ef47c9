"""What a pane of the canvas shows of the image on show."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.gui.language import tr

_BLINK_MS = 400


class Pane(StrEnum):
    """The image with its marks, as it is, as it will be exported, or only what goes."""

    MARKED = tr("Before")
    ORIGINAL = tr("As it is")
    CLEANED = tr("After")
    REMOVED = tr("What goes")


Panes = tuple[Pane, ...]
PLAIN: Panes = (Pane.MARKED,)
PREVIEW: Panes = (Pane.CLEANED,)
COMPARED: Panes = (Pane.MARKED, Pane.CLEANED)
ALL: Panes = (Pane.MARKED, Pane.CLEANED, Pane.REMOVED)


def arranged(count: int, room: tuple[int, int], shape: tuple[float, float]) -> tuple[int, int]:
    """Columns and rows of panes in which an image of a shape (width, height) is largest."""

    def zoom(columns: int) -> float:
        rows = -(-count // columns)
        return min(room[0] / columns / shape[0], room[1] / rows / shape[1])

    best = max(range(count, 0, -1), key=zoom)
    return best, -(-count // best)


class Blink(QObject):
    """Before and after in turn; ``shown`` carries what to show, and at the end what was there."""

    shown = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: Panes = PLAIN
        self._is_cleaned = False
        self._timer = QTimer(self, interval=_BLINK_MS)
        self._timer.timeout.connect(self._next)

    @property
    def is_running(self) -> bool:
        """Whether it blinks."""
        return self._timer.isActive()

    def start(self, panes: Panes) -> None:
        """Begin with the image as it will be exported; ``panes`` come back at the end."""
        self._before, self._is_cleaned = panes, False
        self._timer.start()
        self._next()

    def stop(self) -> None:
        """Show what was there before."""
        if self._timer.isActive():
            self._timer.stop()
            self.shown.emit(self._before)

    def _next(self) -> None:
        self._is_cleaned = not self._is_cleaned
        self.shown.emit(PREVIEW if self._is_cleaned else (Pane.ORIGINAL,))
