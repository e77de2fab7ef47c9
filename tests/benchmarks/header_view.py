"""Seconds until the header view shows an enhanced multi-frame object before and after cleaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.places import Places
from tests.gui.header_view.builders import enhanced, row_count
from viewer.dicom import FrameReader
from viewer.gui import stages
from viewer.gui.header_preview import HeaderPreview
from viewer.gui.header_view import HeaderView
from viewer.gui.jobs import Jobs
from viewer.gui.review_controller import ReviewController
from viewer.load import load
from viewer.model import silent

_FRAMES, _MATRIX = 200, 512
_PATIENCE_S = 60


def measure(places: Places) -> Iterator[str]:
    """A new window each: the moment the tab is chosen until both values stand in the rows."""
    _ = QApplication.instance() or QApplication([])
    path = places.scratch / "enhanced.dcm"
    ds = enhanced(_FRAMES, _MATRIX)
    ds.save_as(path, enforce_file_format=True)
    yield f"{row_count(ds):,} attributes, {path.stat().st_size >> 20} MiB"
    for prepared in (False, True):
        yield _timed(path, prepared=prepared)


def _timed(path: Path, *, prepared: bool) -> str:
    loaded = load([path])
    result = stages.scan_headers(loaded, "research", silent)
    owner = QObject()
    jobs, controller = Jobs(owner), ReviewController(None, owner)
    view = HeaderView()
    view.resize(1000, 700)
    with FrameReader() as reader:
        preview = HeaderPreview(view, jobs, controller, reader)
        controller.open(loaded, "research", "coordinator")
        controller.attach(result, is_complete=True)
        if prepared:
            _until(lambda: not jobs.is_running("header person"))
        start = perf_counter()
        view.show()
        preview.show(next(loaded.series()), 0)
        _until(lambda: view.model.rowCount() > 0)
        before = perf_counter() - start
        _until(lambda: not view.tree.isColumnHidden(4))
        seconds = perf_counter() - start
        view.close()
        jobs.shut_down()
    when = "patient known" if prepared else "patient not yet known"
    return f"{when}: before {before:.2f} s, before and after {seconds:.2f} s"


def _until(holds: Callable[[], bool]) -> None:
    """Let Qt work until something holds; raises TimeoutError."""
    loop, limit = QEventLoop(), perf_counter() + _PATIENCE_S
    while not holds():
        QTimer.singleShot(5, loop, loop.quit)
        loop.exec()
        if perf_counter() > limit:
            raise TimeoutError("the header was not shown")
