"""What a newcomer reads first is read whole."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.cut_texts import cut_texts
from viewer.gui import theme
from viewer.gui.panels.empty_panel import EmptyPanel
from viewer.gui.panels.plain_label import PlainLabel


@pytest.mark.parametrize("size", [(1280, 620), (1280, 700), (2560, 1340)])
def test_every_sentence_has_the_height_it_needs(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    theme.apply(qapp)
    panel = EmptyPanel()
    qtbot.addWidget(panel)
    panel.resize(*size)
    panel.show()
    qapp.processEvents()
    labels = [each for each in panel.findChildren(PlainLabel) if each.isVisible()]
    assert len(labels) >= 4
    assert list(cut_texts(panel)) == []
