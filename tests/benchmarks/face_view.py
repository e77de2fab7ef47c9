"""How quickly the face view answers a hand, and how long the window ever waits."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, QTimer
from PySide6.QtTest import QTest

from tests.benchmarks.places import Places
from tests.desk.clearing import application
from tests.gui.face_view.window import drag, open_desk, settle, show_face, spot_of, wait
from tests.surface.dicom_head import head_series
from viewer.gui.face_view import FaceView
from viewer.gui.face_view.scene import ADD, GIVE_BACK, HANDLES
from viewer.model import FacePreset

_SIZES = ((1280, 800), (2560, 1440))
_FRAMES = 40


def measure(places: Places) -> Iterator[str]:
    """Rotation, brush and re-solving in a real window on a synthetic head, software rendering.

    CPU seconds are those of the window and of the head's process.
    """
    app = application()
    folder = places.scratch / "face_head"
    folder.mkdir()
    head_series(folder)
    yield from _session(folder)
    del app


def _session(folder: Path) -> Iterator[str]:
    with _stalls() as stalls:
        desk = open_desk(folder, None)
        desk.window.show()
        settle(desk.window.face)
        QTest.qWait(100)
        stalls.clear()  # headers are read in this thread here only, and every window is built once
        start, face = perf_counter(), show_face(desk)
        yield f"from the tab to the drawn head {perf_counter() - start:.1f} s, {_told(stalls)}"
        for width, height in _SIZES:
            desk.window.resize(width, height)
            settle(face)
            size = f"{width} x {height}"
            for name, work in _WORKS.items():
                stalls.clear()
                before, began = _cpu(face), perf_counter()
                said = work(face)
                took, after = perf_counter() - began, _cpu(face)
                spent = " + ".join(f"{b - a:.1f}" for a, b in zip(before, after, strict=True))
                yield f"{size}, {name}: {said}, {_told(stalls)}; CPU s {spent} of {took:.1f}"
        desk.window.close()


def _turning(face: FaceView) -> str:
    face.set_tool("turn")
    face.set_shows("original")
    settle(face)
    times = [_turned(face) for _ in range(_FRAMES)]
    return f"{1000 * len(times) / sum(times):.1f} frames/s ({_spread(times)})"


def _turned(face: FaceView) -> float:
    orbit = face.scene.orbit.dragged(6, 0)
    return _answered(face, lambda: face.stage.set_orbit(orbit, moving=True))


def _painting(face: FaceView) -> str:
    face.look_from("front")
    face.set_tool(ADD)
    settle(face)
    times = []
    for number in range(3):
        first = spot_of(face, "nasion") + QPoint(-60, -40 - 8 * number)
        times += [_touched(face, first + QPoint(10 * step, 0), step) for step in range(12)]
        face.stroke.end()
        settle(face)
    return f"a touch is answered in {_spread(times)}"


def _touched(face: FaceView, at: QPoint, step: int) -> float:
    spot = face.stage._spot(at.toPointF())
    return _answered(face, lambda: face.stage.dab(spot, starts=step == 0))


def _slices(face: FaceView) -> str:
    face.set_tool(GIVE_BACK)
    settle(face)
    view = face.planes.views["sagittal"]
    first = view.rect().center().toPointF() - QPointF(40, 0)
    times = []
    for step in range(12):
        at = view.place(first + QPointF(5 * step, 0))
        times.append(_answered(face, lambda a=at, s=step: view.dabbed.emit(a, s == 0)))
    face.stroke.end()
    settle(face)
    return f"a touch is answered in {_spread(times)}"


def _answered(face: FaceView, do: Callable[[], object]) -> float:
    """Milliseconds from a wish to the picture of it on the widget."""
    start = perf_counter()
    do()
    wait(lambda: not face.link.is_busy)
    face.stage.repaint()
    return (perf_counter() - start) * 1000


def _handles(face: FaceView) -> str:
    face.set_tool(HANDLES)
    face.look_from("front")
    settle(face)
    start = perf_counter()
    drag(face.stage, spot_of(face, "chin"), QPoint(0, 2), 4)
    settle(face)
    return f"solved again in {perf_counter() - start:.1f} s"


def _presets(face: FaceView) -> str:
    face.set_shows("difference")
    settle(face)
    start = perf_counter()
    for preset in FacePreset:
        face.panel.edit.presets[preset].click()
        settle(face)
    return f"each shown in {(perf_counter() - start) / len(FacePreset):.1f} s"


_WORKS: dict[str, Callable[[FaceView], str]] = {
    "rotation": _turning,
    "brush on the head": _painting,
    "brush on a slice": _slices,
    "landmark": _handles,
    "presets, difference": _presets,
}


def _spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"median {ordered[len(ordered) // 2]:.0f} ms, slowest {ordered[-1]:.0f} ms"


@contextmanager
def _stalls() -> Iterator[list[float]]:
    """How long the event loop was away, ms: a timer of 5 ms that should be there and was not."""
    gaps: list[float] = []
    last = [perf_counter()]

    def tick() -> None:
        now = perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(5)
    yield gaps
    timer.stop()


def _told(gaps: list[float]) -> str:
    return f"longest stall of the window {max(gaps, default=0):.0f} ms"


def _cpu(face: FaceView) -> tuple[float, float]:
    """CPU seconds of this program and of the head's process."""
    own = sum(os.times()[:2])
    head = face.link._head
    assert head is not None
    stat = Path(f"/proc/{head._process.pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    return own, (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
