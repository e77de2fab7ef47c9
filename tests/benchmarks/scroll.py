"""Frames per second when scrolling through slices and when dragging the window of a large image."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter, thread_time

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.benchmarks.places import Places, slices
from tests.benchmarks.window import open_series, painted, slice_view
from viewer.dicom import FrameReader
from viewer.gui.slice_view import SliceView
from viewer.load import load

_BACK = 300
_DRAGS = 120


def measure(places: Places) -> Iterator[str]:
    """Scroll forth through slices never seen, then back; drag the window of the large ones."""
    for side, count in ((512, 2000), (3000, 12)):
        folder = slices(places.scratch / f"scroll{side}", side, count)
        with FrameReader() as reader, slice_view() as view:
            open_series(view, next(load([folder]).series()), reader)
            forth = _scroll(view, count - 1, +1)
            back = _scroll(view, min(_BACK, count - 1), -1)
            yield f"{side} x {side}, 16 bit, {count} slices: forth {forth}; back {back}"
            if side == 3000:
                yield from _drags(view)


def _drags(view: SliceView) -> Iterator[str]:
    for width, height in ((1200, 900), (2560, 1440)):
        view.resize(width, height)
        for title, look in (("fitted", view.fit), ("1:1", view.actual_size)):
            look()
            QTest.qWait(50)
            yield f"window drag in {width} x {height}, {title}: {_drag(view)}"


def _drag(view: SliceView) -> str:
    """With the right button down from place to place, painted after each."""
    canvas, button = view.canvas, Qt.MouseButton.RightButton
    middle = QPointF(canvas.rect().center()).toPoint()
    QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, middle)

    def move(step: int) -> None:
        to = middle + QPointF(2 * (step % 40) - 40, (step % 60) - 30).toPoint()
        QTest.mouseMove(canvas, to)
        canvas.repaint()

    text = _timed(_DRAGS, move)
    QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, middle)
    return text


def _scroll(view: SliceView, steps: int, by: int) -> str:
    def step(_: int) -> None:
        view.step(by)
        painted(view)

    return _timed(steps, step)


def _timed(count: int, step: Callable[[int], None]) -> str:
    """Frames per second, the slowest, and what each costs the GUI thread."""
    longest, start, computed = 0.0, perf_counter(), thread_time()
    for number in range(count):
        before = perf_counter()
        step(number)
        longest = max(longest, perf_counter() - before)
    rate = count / (perf_counter() - start)
    own = (thread_time() - computed) / count
    return (
        f"{rate:.0f} frames/s (slowest {longest * 1000:.0f} ms; "
        f"GUI thread {own * 1000:.1f} ms of CPU each)"
    )
