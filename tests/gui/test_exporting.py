"""What stands in the way of an export, and how a failed one is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded, text_finding
from viewer.errors import CancelledError, RefusedError
from viewer.gui.exporting import Exporting
from viewer.gui.jobs import Jobs
from viewer.gui.review_controller import ReviewController
from viewer.gui.view_state import ViewState
from viewer.model import ScanResult


@pytest.fixture
def exporting(qtbot: QtBot) -> Iterator[Exporting]:
    jobs, controller = Jobs(), ReviewController(None)
    controller.open(loaded(), "research", "coordinator")
    controller.attach(ScanResult((header_finding(1), text_finding(1))), is_complete=True)
    made = Exporting(jobs, controller, ViewState())
    parent = QWidget()
    qtbot.addWidget(parent)
    made.ask(parent)
    yield made
    jobs.shut_down()


def test_every_reason_leads_to_its_finding(exporting: Exporting) -> None:
    assert [each.finding_id for each in exporting.reasons()] == ["h1", "t1"]
    dialog = exporting.dialog
    assert dialog is not None
    assert not dialog.export.isEnabled()
    dialog.list.setCurrentRow(1)
    dialog.go.click()
    assert exporting._view.finding_id == "t1"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (CancelledError("Cancelled."), "Cancelled. Nothing was published."),
        (RefusedError("Nothing was exported.", "Free space.", ("disk",)), "Free space."),
        (KeyError("x"), "Something in the program broke. Nothing was published."),
    ],
)
def test_a_failed_export_says_what_happened(
    exporting: Exporting, error: BaseException, told: str
) -> None:
    exporting._failed(error)
    assert exporting.dialog is not None
    assert exporting.dialog.title.text() == "Nothing was exported"
    assert told in exporting.dialog.state.text()
