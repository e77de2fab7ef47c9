"""Two patients whose series share a UID, as copies do, each show what was found in their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.clean.surface.test_two_patients_one_uid import twins
from viewer.gui.panels.worklist_panel import WorklistPanel
from viewer.gui.review_controller import ReviewController
from viewer.gui.view_state import ViewState


def test_each_row_tells_its_own_face(qtbot: QtBot) -> None:
    loaded, scan = twins()
    controller = ReviewController(None)
    panel = WorklistPanel(controller, ViewState(controller))
    qtbot.addWidget(panel)
    controller.open(loaded, "research", "coordinator")
    controller.attach(scan, is_complete=True)
    rows = [panel.tree.topLevelItem(number).child(0).child(0) for number in range(2)]
    first, second = (row.data(0, Qt.ItemDataRole.AccessibleTextRole) for row in rows)
    assert "face: 1 of 1 undecided" in first
    assert first.endswith("face: recognisable")
    assert second.endswith("face: none")
    assert "undecided" not in second
