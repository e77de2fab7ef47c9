"""Work off the GUI thread: progress, cancel, errors; late answers are dropped.

A worker emits only signals of ``Jobs``, which lives in the GUI thread and owns them.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from viewer.errors import CancelledError
from viewer.gui.language import tr
from viewer.model import Progress

_REPORT_EVERY_S = 0.05
Work = Callable[[Progress], Any]


@dataclass(frozen=True)
class Job:
    """One piece of work under way; ``key`` names what a newer job of that key replaces."""

    id: int
    key: str
    text: str
    visible: bool
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None] | None
    stop: threading.Event = field(default_factory=threading.Event)


class Jobs(QObject):
    """Runs work in a thread pool and hands answers to the GUI thread.

    ``progressed`` (text, done, total) and ``running_changed`` speak of the visible jobs only;
    ``crashed`` carries an exception nobody else took.
    """

    progressed = Signal(str, int, int)
    running_changed = Signal(bool)
    crashed = Signal(object)
    _reported = Signal(int, int, int, str)
    _answered = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(6)
        self._ids = itertools.count(1)
        self._running: dict[int, Job] = {}
        self._is_shut = False
        self._reported.connect(self._report)
        self._answered.connect(self._answer)

    def start(
        self,
        key: str,
        work: Work,
        done: Callable[[Any], None],
        *,
        failed: Callable[[BaseException], None] | None = None,
        text: str = "",
    ) -> None:
        """Run ``work(progress)``; an earlier job of the key is cancelled and its answer dropped.

        A ``text`` makes the job visible in the status bar. After ``shut_down`` nothing starts.
        """
        if self._is_shut:
            return
        self.cancel(key)
        job = Job(next(self._ids), key, text, bool(text), done, failed)
        self._running[job.id] = job
        if job.visible:
            self.progressed.emit(text, 0, 0)
        self._pool.start(_Worker(self, job, work))
        self.running_changed.emit(self.is_busy)

    def cancel(self, key: str) -> None:
        """Ask jobs of a key to stop and forget them."""
        for job in [each for each in self._running.values() if each.key == key]:
            self._drop(job)

    def stop(self, key: str) -> None:
        """Stop jobs of a key; they end with CancelledError, which is told."""
        for job in [each for each in self._running.values() if each.key == key]:
            job.stop.set()

    def cancel_visible(self) -> None:
        """Stop what the status bar shows; the jobs end with CancelledError."""
        for job in [each for each in self._running.values() if each.visible]:
            job.stop.set()

    def shut_down(self, wait_ms: int = 5000) -> None:
        """Stop everything for good and wait for the threads."""
        self._is_shut = True
        for job in list(self._running.values()):
            self._drop(job)
        self._pool.clear()
        self._pool.waitForDone(wait_ms)

    @property
    def is_busy(self) -> bool:
        """Whether a visible job runs."""
        return any(each.visible for each in self._running.values())

    def is_running(self, key: str) -> bool:
        """Whether a job of that key runs."""
        return any(each.key == key for each in self._running.values())

    def _drop(self, job: Job) -> None:
        job.stop.set()
        self._running.pop(job.id, None)
        self.running_changed.emit(self.is_busy)

    @Slot(int, int, int, str)
    def _report(self, job_id: int, done: int, total: int, text: str) -> None:
        job = self._running.get(job_id)
        if job and job.visible and not job.stop.is_set():
            self.progressed.emit(text or job.text, done, total)

    @Slot(int, object, object)
    def _answer(self, job_id: int, result: Any, error: BaseException | None) -> None:
        job = self._running.pop(job_id, None)
        if job is None:
            return
        self.running_changed.emit(self.is_busy)
        if error is None:
            job.done(result)
        elif job.failed is not None:
            job.failed(error)
        elif not isinstance(error, CancelledError):
            self.crashed.emit(error)


class _Worker(QRunnable):
    def __init__(self, jobs: Jobs, job: Job, work: Work) -> None:
        super().__init__()
        self._jobs, self._job, self._work = jobs, job, work
        self._last = 0.0

    def run(self) -> None:
        result, error = None, None
        try:
            result = self._work(self._progress)
        except BaseException as caught:  # noqa: BLE001 - handed to the GUI thread, which decides
            error = caught
        self._jobs._answered.emit(self._job.id, result, error)

    def _progress(self, done: int, total: int, text: str) -> None:
        if self._job.stop.is_set():
            raise CancelledError(tr("Cancelled."))
        now = time.monotonic()
        if now - self._last >= _REPORT_EVERY_S:
            self._last = now
            self._jobs._reported.emit(self._job.id, done, total, text)
