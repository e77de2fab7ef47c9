"""Seconds from the drop of a folder to its first image on the screen of the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from PySide6.QtTest import QTest

from tests.benchmarks.places import Places, slices
from tests.benchmarks.window import application
from viewer.gui.desk import Desk

_PATIENCE_S = 60.0


def measure(places: Places) -> Iterator[str]:
    """Drop folders on a window that waits for them; a window of its own for each."""
    thousand = slices(places.scratch / "thousand", 512, 1000)
    for title, folder in (
        ("1,000 slices", thousand),
        ("again", thousand),
        (places.name_of(places.head_ct), places.head_ct),
    ):
        first, everything = _dropped(folder)
        yield f"{title}: first image {first:.2f} s after the drop, all headers {everything:.2f} s"


def _dropped(folder: Path) -> tuple[float, float]:
    application()
    desk = Desk(None, "research")
    desk.window.show()
    QTest.qWait(2_000)  # as long as it takes to find a folder
    shown: list[float] = []
    canvas = desk.window.slices.canvas

    def painted() -> None:
        if canvas.scene.is_current and not shown:
            canvas.repaint()
            shown.append(perf_counter())

    canvas.view_changed.connect(painted)
    start = perf_counter()
    desk.window.dropped.emit([folder])
    while (desk.controller.session is None or not shown) and perf_counter() < start + _PATIENCE_S:
        QTest.qWait(1)
    everything = perf_counter() - start
    desk.window.close()
    return shown[0] - start, everything
