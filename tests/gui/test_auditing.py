"""What a reviewer does is in the audit log, in order, without a value."""

from __future__ import annotations

import json

from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded, text_finding
from viewer.gui.auditing import Auditing
from viewer.gui.review_controller import ReviewController
from viewer.gui.view_state import ViewState
from viewer.model import ScanResult
from viewer.provenance import AuditLog, check_log, derived


def test_a_review_leaves_its_lines_and_a_signed_head(qtbot: QtBot) -> None:
    derived("open the keys")
    controller, view = ReviewController(None), ViewState()
    auditing = Auditing(controller, view)
    controller.open(loaded(), "research", "coordinator")
    view.choose_series("1.2.3")
    controller.attach(ScanResult((header_finding(1), text_finding(1))), is_complete=True)
    controller.accept("h1")
    controller.keep("t1", "a phantom of the workshop")
    controller.undo()
    auditing.close()
    text = AuditLog().path.read_text()
    events = [json.loads(line) for line in text.splitlines()]
    told = [each["event"] for each in events if not each["event"].startswith("keys")]
    assert told == ["studies opened", "series viewed", *["decided"] * 3, "head signed"]
    accepted, kept, undone = [each for each in events if each["event"] == "decided"]
    assert (accepted["findings"], accepted["by_person"]) == ("h1", 1)
    assert kept["keep"] == 1
    assert undone["reopened"] == 1
    assert "phantom" not in text
    assert "1.2.3" not in text
    assert check_log(AuditLog()).ok


def test_a_log_that_cannot_be_written_is_told(qtbot: QtBot) -> None:
    controller, view = ReviewController(None), ViewState()
    auditing = Auditing(controller, view)
    AuditLog().path.parent.write_text("a file where the folder should be")
    with qtbot.waitSignal(auditing.failed) as told:
        view.choose_series("1.2.3")
    assert "audit log cannot be written" in told.args[0]
    auditing.close()
