"""Painting does not lose references to None, which would end in an abort before Python 3.12."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


class _Painted(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(1, 2, 3))
        painter.drawRect(QRect(1, 2, 3, 4))
        painter.end()


def test_repainting_keeps_the_count_of_none(qtbot: QtBot) -> None:
    widget = _Painted()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    before = sys.getrefcount(None)
    for _ in range(300):
        widget.repaint()
    assert sys.getrefcount(None) > before - 150
