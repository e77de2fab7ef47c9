"""The face view on a synthetic head made of formulas."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.gui import theme
from viewer.gui.face_view import FaceView
from viewer.gui.face_view.drawing_probe import DrawingProbe
from viewer.gui.face_view.heat import heat_map
from viewer.gui.face_view.orbit import CANONICAL, HOME, Orbit
from viewer.model import FaceGrade, FaceRisk
from viewer.surface.mesh import SkinMesh

RISK = FaceRisk(
    "1",
    FaceGrade.RECOGNISABLE,
    0.8,
    ("The face is in the volume.",),
    (("nose", 0.9), ("ears", 0.2)),
)


def head(steps: int = 40) -> SkinMesh:
    """An ellipsoid, hot where the face would be (towards -y)."""
    around = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    down = np.linspace(0.01, np.pi - 0.01, steps)
    u, v = np.meshgrid(around, down)
    unit = np.stack([np.sin(v) * np.sin(u), -np.sin(v) * np.cos(u), np.cos(v)], -1).reshape(-1, 3)
    cell = np.arange(steps * steps).reshape(steps, steps)
    a, b = cell[:-1].ravel(), np.roll(cell, -1, 1)[:-1].ravel()
    c, d = cell[1:].ravel(), np.roll(cell, -1, 1)[1:].ravel()
    triangles = np.concatenate([np.stack([a, c, b], -1), np.stack([b, c, d], -1)])
    return SkinMesh(
        (unit * [75, 95, 115]).astype(np.float32),
        triangles.astype(np.int32),
        unit.astype(np.float32),
        np.clip(-unit[:, 1], 0, 1).astype(np.float32),
    )


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[FaceView]:
    theme.apply(qapp)
    made = FaceView()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    yield made
    DrawingProbe._known = None


def drawn(qtbot: QtBot, view: FaceView) -> QImage:
    """The picture, when this machine can draw at all."""
    qtbot.waitUntil(lambda: view.stage._probe.answer is not None, timeout=60_000)
    if not view.stage._probe.answer:
        pytest.skip("this machine has no OpenGL")
    view.stage.repaint()
    assert view.stage.image is not None
    return view.stage.image


def warmth(image: QImage) -> float:
    """How yellow the middle of the picture is: red minus blue."""
    centre = image.rect().center()
    colour = image.pixelColor(centre)
    return float(colour.red() - colour.blue())


def test_without_a_mesh_it_offers_to_compute_one(qtbot: QtBot, view: FaceView) -> None:
    assert view.compute.isVisible()
    assert not view.panel.isVisible()
    with qtbot.waitSignal(view.compute_requested):
        qtbot.mouseClick(view.compute, Qt.MouseButton.LeftButton)
    assert not view.compute.isEnabled()


def test_a_mesh_is_drawn_hot_in_front_and_cold_behind(qtbot: QtBot, view: FaceView) -> None:
    view.show(head(), RISK)
    drawn(qtbot, view)
    view.look_from("front")
    front = drawn(qtbot, view)
    view.stage.set_orbit(Orbit(180, 0))
    behind = drawn(qtbot, view)
    assert warmth(front) > 60
    assert warmth(behind) < 0
    assert front.pixelColor(2, 2) == QColor("black")


def test_plain_shows_no_risk(qtbot: QtBot, view: FaceView) -> None:
    view.show(head(), RISK)
    view.look_from("front")
    hot = warmth(drawn(qtbot, view))
    view.set_style("plain")
    assert warmth(drawn(qtbot, view)) < hot / 2
    assert not view.stage.has_legend


def test_dragging_turns_the_head_with_the_coarse_mesh(qtbot: QtBot, view: FaceView) -> None:
    coarse = head(12)
    view.show(head(), RISK, coarse=coarse)
    before = drawn(qtbot, view)
    qtbot.mousePress(view.stage, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view.stage, QPoint(180, 100))
    view.stage.repaint()
    assert view.stage.orbit.azimuth == pytest.approx(HOME.azimuth - 40)
    assert view.stage._is_moving
    qtbot.mouseRelease(view.stage, Qt.MouseButton.LeftButton, pos=QPoint(180, 100))
    assert not view.stage._is_moving
    assert drawn(qtbot, view) != before


def test_the_defaced_mesh_can_be_chosen_when_there_is_one(qtbot: QtBot, view: FaceView) -> None:
    view.show(head(), RISK)
    assert not view._styles["defaced"].isEnabled()
    view.set_style("defaced")
    assert view._style == "heat"
    view.set_defaced(head(20))
    qtbot.mouseClick(view._styles["defaced"], Qt.MouseButton.LeftButton)
    assert view._style == "defaced"


def test_a_machine_that_cannot_draw_says_so_and_keeps_the_risk(view: FaceView) -> None:
    DrawingProbe._known = False
    view.show(head(), RISK)
    assert "cannot be drawn" in view.stage.message
    assert view.stage.image is None
    assert view.panel.grade.text() == "Recognisable face"


def test_the_panel_tells_grade_reasons_and_regions(view: FaceView) -> None:
    view.set_risk(RISK)
    assert view.panel.why.text() == "The face is in the volume."
    assert "nose 90%, ears 20%" in view.panel.regions.accessibleName()
    view.set_risk(FaceRisk("1", FaceGrade.NOT_ASSESSED, 0.0, ("Too few slices.",)))
    assert view.panel.grade.text() == "Not assessed"
    assert not view.panel.score.isVisible()
    assert not view.panel.regions.isVisible()


def test_no_grade_is_called_safe(view: FaceView) -> None:
    for grade in FaceGrade:
        view.set_risk(FaceRisk("1", grade, 0.1, ()))
        assert "safe" not in view.panel.grade.text().casefold()


def test_the_canonical_views_look_from_the_patients_sides() -> None:
    assert CANONICAL["front"].direction == pytest.approx((0, -1, 0))
    assert CANONICAL["left"].direction == pytest.approx((1, 0, 0), abs=1e-9)
    assert CANONICAL["right"].direction == pytest.approx((-1, 0, 0), abs=1e-9)
    assert CANONICAL["top"].direction[2] == pytest.approx(1, abs=1e-3)
    assert CANONICAL["front"].up == pytest.approx((0, 0, 1))


def test_the_heat_map_gets_lighter_with_risk() -> None:
    lightness = [heat_map().colour(step / 20).lightnessF() for step in range(15)]
    assert lightness == sorted(lightness)
    assert heat_map().colour(1.0) == QColor("#ffe945")


def test_the_panel_speaks_of_the_surface_on_show(view: FaceView) -> None:
    after = FaceRisk("1", FaceGrade.NONE, 0.1, ("Face detectors stay silent.",))
    view.show(head(), RISK, defaced=head(20), defaced_risk=after)
    assert view.panel.grade.text() == "Recognisable face"
    view.set_style("defaced")
    assert view.panel.why.text() == "Face detectors stay silent."
    view.set_risk(RISK)
    assert view.panel.why.text() == "Face detectors stay silent."
    view.set_style("heat")
    assert view.panel.grade.text() == "Recognisable face"
