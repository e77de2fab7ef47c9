"""What the face view says and how it colours, without a head."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.face_view.builders import RISK, decision, finding, state
from viewer.gui import theme
from viewer.gui.face_view.risk_panel import RiskPanel
from viewer.gui.face_view.verdict import Verdict
from viewer.model import Action, FaceGrade, FaceRisk
from viewer.surface.sculpting import CANONICAL
from viewer.surface.sculpting.heat import heat_map


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> RiskPanel:
    theme.apply(qapp)
    made = RiskPanel()
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_uncertain_fit_asks_for_a_person_until_one_decided() -> None:
    sure, unsure = state(), state(confident=False)
    assert "same for everybody" in Verdict(finding()).sentence(sure)
    assert Verdict(finding()).sentence(unsure).startswith("Please look")
    assert Verdict(finding(Action.REVIEW)).sentence(sure).startswith("Please look")
    assert "same for everybody" in Verdict(finding(), decision()).sentence(unsure)
    kept = Verdict(finding(), decision(action=Action.KEEP))
    assert kept.sentence(sure).endswith("teaching")


def test_the_panel_tells_grade_reasons_and_regions(panel: RiskPanel) -> None:
    panel.set_risk(RISK)
    assert panel.why.text() == "The face is in the volume."
    assert "nose 90%, ears 20%" in panel.regions.accessibleName()
    panel.set_risk(FaceRisk("1", FaceGrade.NOT_ASSESSED, 0.0, ("Too few slices.",)))
    assert panel.grade.text() == "Not assessed"
    assert not panel.score.isVisible()
    assert not panel.regions.isVisible()


def test_no_grade_is_called_safe(panel: RiskPanel) -> None:
    for grade in FaceGrade:
        panel.set_risk(FaceRisk("1", grade, 0.1, ()))
        assert "safe" not in panel.grade.text().casefold()


def test_the_canonical_views_look_from_the_patients_sides() -> None:
    assert CANONICAL["front"].direction == pytest.approx((0, -1, 0))
    assert CANONICAL["left"].direction == pytest.approx((1, 0, 0), abs=1e-9)
    assert CANONICAL["right"].direction == pytest.approx((-1, 0, 0), abs=1e-9)
    assert CANONICAL["top"].direction[2] == pytest.approx(1, abs=1e-3)
    assert CANONICAL["front"].up == pytest.approx((0, 0, 1))


def test_the_heat_map_gets_lighter_with_risk() -> None:
    lightness = heat_map().rgb(np.linspace(0, 1, 20)) @ [0.3, 0.6, 0.1]
    assert (np.diff(lightness) > 0).all()
    assert heat_map().rgb(np.array([1.0]))[0].tolist() == [0xFF, 0xE9, 0x45]
