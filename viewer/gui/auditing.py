"""Writes the audit log while somebody works: in order, and away from the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from viewer.errors import ScanveilError
from viewer.gui.review_controller import ReviewController
from viewer.gui.view_state import ViewState
from viewer.provenance import AuditLog, protection_state, sign_head
from viewer.review import ReviewSession
from viewer.review.audited import log_opened, log_step, log_viewed


class Auditing(QObject):
    """Follows controller and view; ``failed`` carries a sentence when a line cannot be written."""

    failed = Signal(str)

    def __init__(self, controller: ReviewController, view: ViewState) -> None:
        super().__init__(controller)
        self._controller = controller
        self._writer = ThreadPoolExecutor(1, "audit")
        self._is_closed = False
        self._before: ReviewSession | None = None
        controller.opened.connect(self._opened)
        controller.changed.connect(self._changed)
        view.series_changed.connect(self._viewed)

    def note(self, event: str, **facts: str | int) -> None:
        """Add a line soon."""
        self._write(lambda log: log.append(event, **facts))

    def close(self) -> None:
        """Write what is left and sign the head, where the keys are open; once."""
        if not self._is_closed:
            self._write(_sign)
            self._is_closed = True
            self._writer.shutdown(wait=True)

    def _opened(self) -> None:
        session = self._before = self._controller.session
        if session is not None:
            self._write(lambda log: log_opened(log, session.loaded))

    def _changed(self) -> None:
        before, session = self._before, self._controller.session
        self._before = session
        if before is None or session is None or before.state is session.state:
            return
        old, new = before.state, session.state
        self._write(lambda log: log_step(log, old, new))

    def _viewed(self, series_uid: str) -> None:
        if series_uid:
            self._write(lambda log: log_viewed(log, series_uid))

    def _write(self, line: Callable[[AuditLog], object]) -> None:
        if not self._is_closed:
            self._writer.submit(self._try, line)

    def _try(self, line: Callable[[AuditLog], object]) -> None:
        try:
            line(AuditLog())
        except ScanveilError as error:
            self.failed.emit(str(error))


def _sign(log: AuditLog) -> None:
    if protection_state().is_open:
        sign_head(log)
