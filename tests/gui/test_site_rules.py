"""Site rules can be seen, forgotten, imported and handed on from the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding, loaded
from viewer.detect.device_formats import ctp_pixel_script, deid_recipe
from viewer.detect.device_rules import DeviceRule, device_rules, save_rules
from viewer.gui.desk import Desk
from viewer.gui.dialogs.asking import ReasonDialog
from viewer.gui.dialogs.site_rules_dialog import SiteRulesDialog
from viewer.model import Action, Box, ScanResult

_RULES = (
    DeviceRule("drawn by a reviewer", "US", "ACME", "Sono 5", 600, 800, (Box(0, 0, 800, 40),)),
    DeviceRule("drawn by a reviewer", "CT", "ACME", "", 512, 512, (Box(1, 2, 30, 40),)),
)


@pytest.fixture
def dialog(qtbot: QtBot, window: QWidget) -> SiteRulesDialog:
    save_rules(_RULES, "learned")
    made = SiteRulesDialog(window)
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_rule_tells_device_size_and_boxes(dialog: SiteRulesDialog) -> None:
    cells = [dialog.table.item(0, column) for column in range(4)]
    texts = [each.text() for each in cells if each is not None]
    assert texts == ["ACME Sono 5 US", "800 × 600", "1", "drawn by a reviewer"]


def test_a_forgotten_rule_is_proposed_no_longer(dialog: SiteRulesDialog) -> None:
    assert not dialog.forget.isEnabled()
    dialog.table.selectRow(0)
    dialog.forget.click()
    assert device_rules() == _RULES[1:]
    assert dialog.table.rowCount() == 1


@pytest.mark.parametrize("write", [ctp_pixel_script, deid_recipe])
def test_rules_of_another_site_are_taken_over(
    dialog: SiteRulesDialog, tmp_path: Path, write: object
) -> None:
    place = tmp_path / "theirs"
    place.write_text(write(_RULES[:1]), "utf-8")  # type: ignore[operator]
    dialog.bring_in(place)
    assert len(device_rules()) == 3
    (tmp_path / "empty").write_text("nothing", "utf-8")
    dialog.bring_in(tmp_path / "empty")
    assert "no rule that can be taken over" in dialog.told.text()


def test_a_value_is_kept_everywhere_for_one_reason(qtbot: QtBot) -> None:
    desk = Desk(None, "research")
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.controller.open(loaded(), "research", "reviewer")
    found = ScanResult((header_finding(1), header_finding(2)))
    desk.controller.attach(found, is_complete=True)
    desk.view.choose_finding("h1")
    assert desk.actions.made["keep-value"].isEnabled()
    desk.actions.made["keep-value"].trigger()
    asked = desk.window.findChild(ReasonDialog)
    assert asked is not None
    asked.text.setPlainText("the name of a phantom")
    asked.accept()
    made = desk.controller.decisions()
    assert {key: each.action for key, each in made.items()} == {
        "h1": Action.KEEP,
        "h2": Action.KEEP,
    }
    desk.window.close()
