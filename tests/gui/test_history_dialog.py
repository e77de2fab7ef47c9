"""The list of steps leads back and forward, and follows what happens in the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded, text_finding
from viewer.gui import theme
from viewer.gui.dialogs.history import HistoryDialog
from viewer.gui.review_controller import ReviewController
from viewer.model import ScanResult
from viewer.review import SessionStore

_SCAN = ScanResult((header_finding(1), header_finding(2), text_finding(1)))


def test_choosing_a_step_goes_there_and_back(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    theme.apply(qapp)
    controller = ReviewController(SessionStore(tmp_path))
    controller.open(loaded(), "research", "coordinator")
    controller.attach(_SCAN, is_complete=True)
    dialog = HistoryDialog(controller)
    qtbot.addWidget(dialog)
    controller.accept("h1")
    controller.accept("t1")
    assert _rows(dialog) == ["As opened", "Accept PatientName", "Accept text"]
    dialog.steps.itemActivated.emit(dialog.steps.item(1))
    assert set(controller.decisions()) == {"h1"}
    assert _rows(dialog) == ["As opened", "Accept PatientName", "Accept text (undone)"]
    dialog.steps.itemActivated.emit(dialog.steps.item(2))
    assert set(controller.decisions()) == {"h1", "t1"}
    controller.close()


def _rows(dialog: HistoryDialog) -> list[str]:
    return [dialog.steps.item(row).text() for row in range(dialog.steps.count())]
