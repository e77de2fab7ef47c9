"""What stands in the way of an export, and how a failed one is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded, text_finding
from viewer.errors import CancelledError, RefusedError
from viewer.export import Refusal
from viewer.gui.dialogs.asking import ReasonDialog
from viewer.gui.dialogs.sharing_form import SharingForm
from viewer.gui.exporting import Exporting, grouped
from viewer.gui.jobs import Jobs
from viewer.gui.review_controller import ReviewController
from viewer.gui.studies import Studies
from viewer.gui.view_state import ViewState
from viewer.model import ScanResult


@pytest.fixture
def exporting(qtbot: QtBot) -> Iterator[Exporting]:
    jobs, controller = Jobs(), ReviewController(None)
    controller.open(loaded(), "research", "coordinator")
    controller.attach(ScanResult((header_finding(1), text_finding(1))), is_complete=True)
    made = Exporting(jobs, controller, ViewState(), Studies(controller))
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


def test_undecided_findings_of_a_kind_are_one_reason() -> None:
    found = {each.id: each for each in (header_finding(1), header_finding(2), text_finding(1))}
    reasons = [Refusal(f"finding:{each}", "", each) for each in found]
    texts = [each.text for each in grouped(reasons, found)]
    assert texts == ["Header: 2 findings undecided", "Burned-in text: 1 finding undecided"]


def test_what_nobody_can_mend_is_overruled_with_a_reason(exporting: Exporting) -> None:
    dialog = exporting.dialog
    assert dialog is not None
    dialog.set_reasons([Refusal("failure:text:1", "Detector text failed: a frame.")])
    dialog.folder.setText("out")
    assert dialog.anyway.isVisibleTo(dialog)
    assert not dialog.export.isEnabled()
    dialog.anyway.click()
    asked = dialog.findChild(ReasonDialog)
    assert asked is not None
    asked.text.setPlainText("The frame is a phantom.")
    asked.accept()
    assert dialog.export.isEnabled()
    (given,) = exporting._overrides()
    assert (given.key, given.reason) == ("failure:text:1", "The frame is a phantom.")


def test_an_undecided_finding_is_decided_and_not_overruled(exporting: Exporting) -> None:
    assert exporting.dialog is not None
    assert not exporting.dialog.anyway.isVisibleTo(exporting.dialog)


def test_closing_a_running_export_cancels_it(qtbot: QtBot, exporting: Exporting) -> None:
    dialog = exporting.dialog
    assert dialog is not None
    dialog.show_busy()
    with qtbot.waitSignal(dialog.cancel_clicked):
        dialog.reject()
    assert dialog.isVisible()
    exporting._failed(CancelledError("Cancelled."))
    dialog.reject()
    assert not dialog.isVisible()


def test_an_export_before_the_scan_is_complete_does_not_happen(
    exporting: Exporting, tmp_path: Path
) -> None:
    """Whoever calls it: the dialog is not the only way."""
    controller = exporting._controller
    for finding in controller.findings:
        controller.accept(finding.id)
    controller.is_complete = False
    started: list[str] = []
    exporting._jobs.start = lambda key, *_, **__: started.append(key)  # type: ignore[method-assign,assignment]
    exporting.export(tmp_path / "out")
    assert started == []
    controller.is_complete = True
    exporting.export(tmp_path / "out")
    assert started == ["export"]


def test_half_a_basis_for_sharing_stands_in_the_way(exporting: Exporting) -> None:
    for finding in exporting._controller.findings:
        exporting._controller.accept(finding.id)
    assert exporting.dialog is not None
    form = exporting.dialog.form
    form.recipient.setText("Utopia Lab")
    form.changed.emit()
    assert any("recipient and purpose" in each.text for each in exporting.reasons())
    form.purpose.setText("a study")
    form.basis.setCurrentIndex(form.basis.findData("expert determination"))
    assert any("its author" in each.text for each in exporting.reasons())
    assert form.author.isEnabled()
    form.author.setText("Dr. U. Topia")
    form.changed.emit()
    assert exporting.reasons() == ()
    form.remember()
    assert SharingForm().sharing() == form.sharing()
