"""A thorough look at the pixels, when asked for or when nobody has touched anything for a while."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from viewer import settings
from viewer.errors import CancelledError
from viewer.gui import stages
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.review_controller import ReviewController
from viewer.model import Loaded, ScanResult

_KEY = "second look"
_IDLE_MS = 60_000


class SecondLook(QObject):
    """Adds what a thorough scan finds; ``done`` carries how many findings are new.

    While idle it works for one job in the background, and any change puts it off.
    """

    done = Signal(int)

    def __init__(self, jobs: Jobs, controller: ReviewController) -> None:
        super().__init__(jobs)
        self._jobs, self._controller = jobs, controller
        self._looked_at: Loaded | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(lambda: self._start(""))
        controller.changed.connect(self._changed)

    def start(self) -> None:
        """Look now, as the user asked for it."""
        self._start(tr("Looking thoroughly for text"))

    def _changed(self) -> None:
        session = self._controller.session
        if session is None or not self._controller.is_complete:
            self._jobs.cancel(_KEY)
            self._idle.stop()
            self._looked_at = None
        elif session.loaded is not self._looked_at and settings.load().second_look:
            self._idle.start()

    def _start(self, text: str) -> None:
        session = self._controller.session
        if session is None or not self._controller.is_complete:
            return
        self._idle.stop()
        self._looked_at = session.loaded
        jobs = settings.load().jobs if text else 1
        work = partial(stages.look_again, session.loaded, session.profile, session.scan, jobs)
        self._jobs.start(_KEY, work, self._attach, failed=self._failed, text=text)

    def _attach(self, result: ScanResult) -> None:
        session = self._controller.session
        if session is None or session.loaded is not self._looked_at:
            return
        new = len(result.findings) - len(session.scan.findings)
        if new > 0:
            self._controller.attach(result, is_complete=True)
        self.done.emit(max(0, new))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, CancelledError):
            self._jobs.crashed.emit(error)
