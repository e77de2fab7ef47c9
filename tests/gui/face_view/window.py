"""The whole window on a synthetic head, with the scan's face finding put in by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from viewer.detect.scan import scan
from viewer.gui.desk import Desk
from viewer.gui.face_view import FaceView
from viewer.load import load
from viewer.model import (
    Action,
    Category,
    FaceGrade,
    FaceRisk,
    Finding,
    Kind,
    Location,
    ScanResult,
    Series,
)
from viewer.profile import load_profile
from viewer.review import SessionStore

PATIENCE_S = 280.0


def open_desk(folder: Path, store: SessionStore | None, proposed: Action = Action.CLEAN) -> Desk:
    """A desk on the series of a folder; headers are scanned, the face is said to be there."""
    desk = Desk(store, "research")
    loaded = load([folder])
    series = next(loaded.series())
    found = scan(loaded, load_profile("research"), text=False, face=False)
    face = ScanResult((face_finding(series, proposed),), (_risk(series),), (), ("surface.face",))
    desk.controller.open(loaded, "research", "coordinator")
    desk.controller.attach(found + face, is_complete=True)
    desk.opening.loaded.emit(loaded)
    return desk


def face_finding(series: Series, proposed: Action) -> Finding:
    sources = tuple(each.source for each in series.instances)
    place = Location(series.study_uid, series.series_uid, sources)
    return Finding(
        "face", "surface.face", "2", Kind.FACE, place, Category.FACE_PHOTO, 0.9, "why", proposed
    )


def _risk(series: Series) -> FaceRisk:
    first = series.instances[0].source
    return FaceRisk(series.series_uid, FaceGrade.RECOGNISABLE, 0.9, ("A face.",), (), first)


def wait(condition: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Let events run until a condition holds; raises TimeoutError."""
    limit = monotonic() + seconds
    while not condition():
        QApplication.processEvents()
        sleep(0.002)
        if monotonic() > limit:
            raise TimeoutError("the window did not get there")


def show_face(desk: Desk, width: int = 1280, height: int = 800) -> FaceView:
    """The face tab with its head drawn."""
    window = desk.window
    window.resize(width, height)
    window.show()
    window.tabs.setCurrentWidget(window.face)
    wait(lambda: window.face.stage.image is not None)
    settle(window.face)
    return window.face


def settle(face: FaceView) -> None:
    """Until nothing is asked for any more."""
    wait(lambda: not face.link.is_busy and not face.stage._settle.isActive())


def drag(widget: QWidget, start: QPoint, step: QPoint, count: int) -> None:
    """Press, move in steps, let go; events run in between as a hand would let them."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    for number in range(1, count + 1):
        QTest.mouseMove(widget, start + step * number)
        QApplication.processEvents()
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=start + step * count)


def spot_of(face: FaceView, name: str) -> QPoint:
    """Where a landmark is on the stage."""
    assert face.stage._projection is not None
    x, y = face.stage._projection.spot(face.scene.place_of(name))
    return QPoint(round(x * face.stage.width()), round(y * face.stage.height()))
