"""Every sentence about a finding is shown whole, whatever was shown before."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.cut_texts import cut_texts
from viewer.gui import theme
from viewer.gui.desk import Desk

_WORDS = ("the", "face", "is", "recognisable", "detectors", "fire", "100%", "(HOG)", "40", "views")


@pytest.mark.parametrize("look", ["dark", "light"])
def test_no_row_is_lower_than_its_text(qtbot: QtBot, qapp: QApplication, look: str) -> None:
    theme.apply(qapp, look)
    desk = Desk(None, "research")
    qtbot.addWidget(desk.window)
    panel = desk.window.findings.detail
    desk.window.show_desk(on=True)
    desk.window.show()
    dice = random.Random(7)
    for _ in range(60):
        if dice.random() < 0.3:
            desk.window.resize(dice.randint(1000, 1800), dice.randint(640, 1000))
        names = dice.sample(list(panel.rows), dice.randint(1, 6))
        panel._show_rows({each: _sentence(dice) for each in names})
        for _ in range(3):
            qapp.processEvents()
        shown = [each for each in panel.rows.values() if each.isVisible()]
        assert len(shown) == len(names)
        assert list(cut_texts(panel)) == []
    tops = [each.y() for each in shown]
    assert tops == sorted(tops)
    desk.window.close()
    theme.apply(qapp, "dark")


def _sentence(dice: random.Random) -> str:
    return " ".join(dice.choice(_WORDS) for _ in range(dice.choice((1, 4, 12, 40))))
