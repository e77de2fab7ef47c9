"""A slice view on an offscreen window, driven from outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from viewer.dicom import FrameReader
from viewer.gui.app import keep_fluid
from viewer.gui.slice_view import SliceView
from viewer.model import Series

_PATIENCE_MS = 60_000


@cache
def application() -> QApplication:
    """The one of this run."""
    made = QApplication([])
    keep_fluid(made)
    return made


@contextmanager
def slice_view() -> Iterator[SliceView]:
    """A visible view of 1200 x 900 pixels."""
    application()
    view = SliceView()
    view.resize(1200, 900)
    view.show()
    yield view
    view.close_reader()
    view.close()


def open_series(view: SliceView, series: Series, reader: FrameReader) -> None:
    """Show a series and wait until its first frame is painted."""
    view.set_series(series, reader)
    painted(view)


def painted(view: SliceView) -> None:
    """Wait until the frame asked for is decoded and paint it; raises TimeoutError."""
    loop = QEventLoop()
    view.canvas.view_changed.connect(loop.quit)
    QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
    limit = perf_counter() + _PATIENCE_MS / 1000
    while not view.canvas.scene.is_current:
        loop.exec()
        if perf_counter() > limit:
            raise TimeoutError("the frame was not painted")
    view.canvas.view_changed.disconnect(loop.quit)
    view.canvas.repaint()
