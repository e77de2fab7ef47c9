"""Frame after frame in the time the header gives."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_UNKNOWN_MS = 100.0
_SHORTEST_MS = 10.0


class Cine(QObject):
    """A clock that asks for the next frame; ``running_changed`` tells when it starts and stops."""

    next_wanted = Signal()
    running_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.next_wanted)

    @property
    def is_running(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    @property
    def interval_ms(self) -> int:
        """Time between frames."""
        return self._timer.interval()

    def start(self, frame_time_ms: float | None) -> None:
        """Run with the header's frame time, or ten frames per second when it has none."""
        self._timer.start(round(max(_SHORTEST_MS, frame_time_ms or _UNKNOWN_MS)))
        self.running_changed.emit(True)

    def stop(self) -> None:
        """Stay on the frame on show."""
        self._timer.stop()
        self.running_changed.emit(False)
