"""From paths to findings: load, header scan, then text and faces in the background."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer import access, settings
from viewer.demo import make_demo
from viewer.errors import CancelledError, ScanveilError
from viewer.gui import stages
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.review_controller import ReviewController
from viewer.model import Loaded, ScanResult, Series


class Opening(QObject):
    """Drives the first stages; ``failed`` carries a sentence, ``scanned`` ends it all.

    ``glimpsed`` (a Series of one instance) comes before ``loaded`` when nothing was open.
    """

    glimpsed = Signal(object)
    loaded = Signal(object)
    scanned = Signal()
    failed = Signal(str)

    def __init__(self, jobs: Jobs, controller: ReviewController, profile: str) -> None:
        super().__init__(jobs)
        self._jobs, self._controller = jobs, controller
        self.profile = profile
        self.places: tuple[Path, ...] = ()

    def open(self, paths: Sequence[Path]) -> None:
        """Load paths; what is open stays until something was found."""
        try:
            access.require("open")
        except ScanveilError as error:
            self.failed.emit(str(error))
            return
        found = [Path(each) for each in paths]
        if self._controller.session is not None:
            self._load(found)
            return
        self._jobs.start(
            "glimpse",
            partial(stages.first_image, found),
            partial(self._glimpsed, found),
            failed=lambda _: self._load(found),
        )

    def _glimpsed(self, paths: Sequence[Path], series: Series | None) -> None:
        if series is not None:
            self.glimpsed.emit(series)
        self._load(paths)

    def _load(self, paths: Sequence[Path]) -> None:
        self.places = tuple(paths)
        work = partial(stages.load_paths, paths)
        self._start("load", work, self._loaded, tr("Reading headers"))

    def open_demo(self, out: Path) -> None:
        """Build the demo study and open it."""
        work = lambda progress: make_demo(out, progress=progress)  # noqa: E731
        self._start("load", work, lambda folder: self.open([folder]), tr("Building the demo study"))

    def scan(self) -> None:
        """Look at everything again, with the profile in use."""
        session = self._controller.session
        if session is not None:
            self._jobs.cancel("scan all")
            work = partial(stages.scan_headers, session.loaded, self.profile)
            self._start("scan", work, self._headers_done, tr("Looking at headers"))

    def _loaded(self, loaded: Loaded) -> None:
        if not loaded.patients:
            count = len(loaded.unreadable) + len(loaded.skipped)
            what = (
                tr("None of {0} files is a DICOM file that can be read.").format(count)
                if count
                else ""
            )
            self.failed.emit(
                tr("Nothing to review was found. {0} Choose another folder.").format(what)
            )
            if loaded.unreadable:
                self.loaded.emit(loaded)
            return
        self._controller.open(loaded, self.profile, settings.load().reviewer_role)
        self.loaded.emit(loaded)
        self.scan()

    def _headers_done(self, result: ScanResult) -> None:
        session = self._controller.session
        if session is None:
            return
        self._controller.attach(result, is_complete=False)
        jobs = settings.load().jobs
        work = partial(stages.scan_all, session.loaded, self.profile, jobs)
        self._start("scan all", work, self._all_done, tr("Looking for text and faces"))

    def _all_done(self, result: ScanResult) -> None:
        self._controller.attach(result, is_complete=True)
        self.scanned.emit()

    def _start(self, key: str, work, done, text: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
        self._jobs.start(key, work, done, failed=self._failed, text=text)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, CancelledError):
            self.failed.emit(tr("Cancelled. Scan again from the Review menu before exporting."))
        elif isinstance(error, ScanveilError):
            self.failed.emit(str(error))
        else:
            self._jobs.crashed.emit(error)
