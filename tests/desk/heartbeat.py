"""How long the event loop went without a turn, and what the GUI thread did meanwhile."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS = 5
_LATE_S = 0.04
_SAMPLE_S = 0.01
_DEPTH = 4
_PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Stall:
    """A time without a turn of the loop: seconds by the clock, of this thread, of all threads.

    Where the first is much longer than the others, the machine was busy with something else.
    ``where`` is the code of ours that was seen most often in it, innermost first.
    """

    wall_s: float
    thread_s: float
    process_s: float
    where: str

    def __str__(self) -> str:
        return (
            f"{self.wall_s * 1000:4.0f} ms (GUI thread {self.thread_s * 1000:.0f}, "
            f"all threads {self.process_s * 1000:.0f} ms of CPU): {self.where}"
        )


class Heartbeat:
    """Beats in the GUI thread while used as a context; ``stalls`` lists what held it up."""

    def __init__(self, least_s: float = 0.05) -> None:
        self.stalls: list[Stall] = []
        self.longest_s = self.longest_thread_s = 0.0
        self._least_s = least_s
        self._beats = QObject()
        self._timer = QTimer(self._beats, interval=_BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._main = threading.get_ident()
        self._last = _now()
        self._seen: Counter[str] = Counter()
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._look, name="heartbeat", daemon=True)

    def __enter__(self) -> Heartbeat:
        self._last = _now()
        self._timer.start()
        self._watch.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._beat()
        self._timer.stop()
        self._over.set()
        self._watch.join()

    def _beat(self) -> None:
        now = _now()
        wall, thread, process = (b - a for a, b in zip(self._last, now, strict=True))
        self._last = now
        self.longest_s = max(self.longest_s, wall)
        self.longest_thread_s = max(self.longest_thread_s, thread)
        seen, self._seen = self._seen, Counter()
        if wall >= self._least_s:
            where = seen.most_common(1)[0][0] if seen else "not seen"
            self.stalls.append(Stall(wall, thread, process, where))

    def _look(self) -> None:
        while not self._over.wait(_SAMPLE_S):
            if time.perf_counter() - self._last[0] > _LATE_S:
                frame = sys._current_frames().get(self._main)
                if frame is not None:
                    self._seen[_ours(frame)] += 1


def _now() -> tuple[float, float, float]:
    """By the clock, of this thread, of the process; called in the GUI thread."""
    return time.perf_counter(), time.thread_time(), time.process_time()


def _ours(frame: FrameType) -> str:
    """The innermost lines of the project on a stack."""
    lines = []
    for each, number in traceback.walk_stack(frame):
        path = Path(each.f_code.co_filename)
        if path.is_relative_to(_PROJECT):
            place = path.relative_to(_PROJECT)
            lines.append(f"{place}:{number} {each.f_code.co_name}")
    return " < ".join(lines[:_DEPTH]) or "not in the project"
