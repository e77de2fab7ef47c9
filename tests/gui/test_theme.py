"""Themes are readable and complete; icons exist, are coloured and are parsed by Qt."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from viewer import paths
from viewer.gui import recolouring, theme
from viewer.gui.face_view import FaceView
from viewer.gui.header_view import HeaderView
from viewer.gui.slice_view import SliceView
from viewer.model import FaceGrade, FaceRisk


@pytest.fixture(params=theme.names())
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    theme.apply(qapp, request.param)
    return str(request.param)


def test_both_themes_have_the_same_roles(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    dark = set(theme.roles())
    theme.apply(qapp, "light")
    assert set(theme.roles()) == dark


def test_every_role_in_the_style_sheet_is_filled(themed: str, qapp: QApplication) -> None:
    assert not re.search(r"\$[a-z]", qapp.styleSheet())
    assert theme.colour("background").name() in qapp.styleSheet()


def test_an_unknown_theme_means_dark(qapp: QApplication) -> None:
    theme.apply(qapp, "sepia")
    assert theme.current() == "dark"


def test_every_icon_is_drawn_in_the_colour_of_its_role(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    files = sorted(paths.resource("icons").glob("*.svg"))
    assert len(files) > 40
    for file in files:
        image = theme.pixmap(file.stem, 48, "keep").toImage()
        seen = {image.pixelColor(x, y).name() for x in range(48) for y in range(48)}
        assert theme.colour("keep").name() in seen, file.stem


def test_a_change_ends_dressed_and_painted_however_fast_it_is_asked_for(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "dark")
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.show()
    for name in ("light", "dark", "light"):
        theme.change(qapp, name)
    assert not button.updatesEnabled()
    qtbot.waitUntil(button.updatesEnabled)
    assert theme.colour("background", "light").name() in qapp.styleSheet()
    assert qapp.palette().window().color() == theme.colour("background", "light")
    assert button.grab().toImage().pixelColor(3, 3) == theme.colour("raised", "light")
    theme.apply(qapp, "dark")


def test_a_change_that_is_overtaken_paints_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    seen: list[str] = []
    recolouring.one_a_turn(qapp, [lambda: seen.append("first"), lambda: seen.append("paint")])
    recolouring.one_a_turn(qapp, [lambda: seen.append("second")])
    qtbot.wait(50)
    assert seen == ["second"]


class _Counting(QWidget):
    """Counts how often it is dressed."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:
        """Each style comes with an event of its own."""
        self.times += event.type() == QEvent.Type.StyleChange


def test_a_widget_deep_down_is_dressed_no_more_often_than_one_at_the_top(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "dark")
    widgets = [_Counting()]
    qtbot.addWidget(widgets[0])
    for _ in range(8):
        widgets.append(_Counting(widgets[-1]))
    widgets[0].show()
    for each in widgets:
        each.times = 0
    theme.apply(qapp, "light")
    assert widgets[0].times >= 1
    assert {each.times for each in widgets} == {widgets[0].times}
    theme.apply(qapp, "dark")


def test_a_disabled_icon_is_greyer(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    button = QPushButton(theme.icon("keep"), "")
    qtbot.addWidget(button)
    normal = button.icon().pixmap(24, 24, mode=button.icon().Mode.Normal).toImage()
    disabled = button.icon().pixmap(24, 24, mode=button.icon().Mode.Disabled).toImage()
    assert normal != disabled


def test_views_follow_a_change_of_theme(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    slices, header, face = SliceView(), HeaderView(), FaceView()
    for view in (slices, header, face):
        qtbot.addWidget(view)
        view.show()
    face.set_risk(FaceRisk("1", FaceGrade.PARTIAL, 0.5, ()))
    theme.apply(qapp, "light")
    qapp.processEvents()
    for button in (slices.tools.invert, slices.bar.play, header.details.keep):
        seen = button.icon().pixmap(48, 48).toImage()
        colours = {seen.pixelColor(x, y).name() for x in range(48) for y in range(48)}
        assert theme.colour("text").name() in colours
    assert theme.colour("risk-some").name() in face.panel.grade.styleSheet()
    slices.close_reader()
    theme.apply(qapp, "dark")


def test_a_closed_window_is_not_asked_for_its_icons(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    stays, goes = _Icons(), _Icons()
    qtbot.addWidget(stays)
    for each in (stays, goes):
        recolouring.follow(each, each.recolour)
    theme.change(qapp, "light")
    delete(goes)
    qtbot.waitUntil(lambda: stays.seen == ["light"])
    del goes
    theme.apply(qapp, "dark")
    assert stays.seen == ["light", "dark"]


class _Icons(QWidget):
    """Notes the theme it was drawn in."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def recolour(self) -> None:
        self.findChildren(QWidget)  # fails once Qt has deleted it
        self.seen.append(theme.current())
