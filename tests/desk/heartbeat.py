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
_SCHEDULING = Path("/proc/thread-self/schedstat")
_PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Stall:
    """A time without a turn of the loop, in seconds.

    ``wall_s`` by the clock, ``thread_s`` that the GUI thread computed, ``process_s`` that all
    threads did, ``queue_s`` that the GUI thread was ready and got no processor (Linux, else 0): the
    machine was busy with something else. ``where`` is the code seen most often, innermost first.
    """

    wall_s: float
    thread_s: float
    process_s: float
    queue_s: float
    where: str

    @property
    def ours_s(self) -> float:
        """What remains on a machine that has nothing else to do."""
        return self.wall_s - self.queue_s

    def __str__(self) -> str:
        wall, thread, process, queue = (
            round(each * 1000)
            for each in (self.wall_s, self.thread_s, self.process_s, self.queue_s)
        )
        return (
            f"{wall:4} ms ({queue} without a processor; GUI thread computed {thread}, "
            f"all threads {process}): {self.where}"
        )


class Heartbeat:
    """Beats in the GUI thread while used as a context; ``stalls`` lists what held it up."""

    def __init__(self, least_s: float = 0.05) -> None:
        self.stalls: list[Stall] = []
        self.longest_s = self.longest_ours_s = self.longest_thread_s = 0.0
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
        wall, thread, process, queue = (b - a for a, b in zip(self._last, now, strict=True))
        self._last = now
        self.longest_s = max(self.longest_s, wall)
        self.longest_ours_s = max(self.longest_ours_s, wall - queue)
        self.longest_thread_s = max(self.longest_thread_s, thread)
        seen, self._seen = self._seen, Counter()
        if wall >= self._least_s:
            where = seen.most_common(1)[0][0] if seen else "not seen"
            self.stalls.append(Stall(wall, thread, process, queue, where))

    def _look(self) -> None:
        while not self._over.wait(_SAMPLE_S):
            if time.perf_counter() - self._last[0] > _LATE_S:
                frame = sys._current_frames().get(self._main)
                if frame is not None:
                    self._seen[_ours(frame)] += 1


def _now() -> tuple[float, float, float, float]:
    """By the clock, of this thread, of the process, in the queue; called in the GUI thread."""
    return time.perf_counter(), time.thread_time(), time.process_time(), _queued_s()


def _queued_s() -> float:
    """How long this thread was ready and waited for a processor, as Linux counts it."""
    try:
        return int(_SCHEDULING.read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


def _ours(frame: FrameType) -> str:
    """The innermost lines of the project on a stack."""
    lines = []
    for each, number in traceback.walk_stack(frame):
        path = Path(each.f_code.co_filename)
        if path.is_relative_to(_PROJECT):
            place = path.relative_to(_PROJECT)
            lines.append(f"{place}:{number} {each.f_code.co_name}")
    return " < ".join(lines[:_DEPTH]) or "not in the project"
