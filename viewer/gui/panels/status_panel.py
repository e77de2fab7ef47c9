"""Status bar: what is going on with progress and cancel, and how much is undecided."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QStatusBar

from viewer.gui.item_models import wording
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import narrow_label
from viewer.gui.review_controller import ReviewController
from viewer.review import Standing

_UNFINISHED = tr("The scan has not finished.")


class StatusPanel(QStatusBar):
    """Follows the jobs and the controller; ``scan_wanted`` after a scan that did not end."""

    scan_wanted = Signal()

    def __init__(self, jobs: Jobs, controller: ReviewController) -> None:
        super().__init__()
        self._controller, self._jobs = controller, jobs
        self.text, self.bar = narrow_label(), QProgressBar()
        self.cancel, self.again = QPushButton(tr("Cancel")), QPushButton(tr("Scan again"))
        self.undecided, self.read_only = (
            narrow_label(),
            narrow_label(tr("Read only: open in another window")),
        )
        self.bar.setFixedWidth(160)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.read_only.setProperty("role", "warning")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        for widget in (self.bar, self.cancel, self.again, self.text):
            self.addWidget(widget)
        self.addPermanentWidget(self.read_only)
        self.addPermanentWidget(self.undecided)
        self.cancel.clicked.connect(jobs.cancel_visible)
        self.again.clicked.connect(self.scan_wanted)
        jobs.progressed.connect(self._progress)
        jobs.running_changed.connect(self._running)
        controller.changed.connect(self._count)
        self._running(False)
        self._count()

    def _progress(self, text: str, done: int, total: int) -> None:
        self.text.setText(text)
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _running(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        if not busy:
            self.text.clear()
        self._offer_scan()

    def _offer_scan(self) -> None:
        """A scan that was cancelled or failed can be had again where that is told."""
        is_open = self._controller.session is not None
        stopped = is_open and not self._controller.is_complete and not self._jobs.is_busy
        self.again.setVisible(stopped)
        if stopped:
            self.text.setText(_UNFINISHED)
        elif self.text.text() == _UNFINISHED:
            self.text.clear()

    def _all_decided(self) -> str:
        """The words when nothing is undecided; a second reviewer may still have work."""
        said = Counter(self._controller.standings().values())
        if objected := said[Standing.OBJECTED]:
            return wording.count(objected, "objection")
        waiting = said[Standing.WAITING] + said[Standing.UNNAMED]
        if waiting and self._controller.needs_two:
            return tr("{0} to be agreed with").format(wording.count(waiting, "decision"))
        return tr("Everything is decided")

    def _count(self) -> None:
        session = self._controller.session
        self.read_only.setVisible(self._controller.is_read_only)
        if session is None:
            self.undecided.clear()
            return
        if not self._controller.is_complete and not self._controller.findings:
            self.undecided.setText(tr("Nothing found so far"))
            self._offer_scan()
            return
        left = len(session.undecided())
        text = (
            tr("{0} undecided").format(wording.count(left, "finding"))
            if left
            else self._all_decided()
        )
        is_partial = not self._controller.is_complete
        self.undecided.setText(tr("{0} so far").format(text) if is_partial else text)
        self._offer_scan()
