"""A stranger's export is checked in the window: signer, files, what was done."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.export.builders import SHARED, exported, write_study
from viewer.gui.dialogs.verify_window import VerifyWindow
from viewer.gui.jobs import Jobs
from viewer.verify import certificate_page, verify


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return exported(write_study(tmp_path / "in"), tmp_path / "out", sharing=SHARED).out


def texts(window: VerifyWindow) -> list[str]:
    """The rows of the table of files."""
    rows = range(window.files.rowCount())
    return [
        " | ".join(cell.text() for column in range(3) if (cell := window.files.item(row, column)))
        for row in rows
    ]


def test_an_untouched_export_is_told_with_its_signer(qtbot: QtBot, out: Path) -> None:
    window = VerifyWindow(Jobs())
    qtbot.addWidget(window)
    window.show_report(verify(out))
    assert window.title.text().startswith("✓")
    assert "known on this computer" in window.signer.text()
    assert any("Signatures in the files" in window.checks.item(n).text() for n in range(12))
    told = [window.story.item(n).text() for n in range(window.story.count())]
    assert any(SHARED.recipient in each for each in told)
    assert any(each.startswith("Not promised:") for each in told)
    assert window.save.isEnabled()


def test_what_is_wrong_stands_first(qtbot: QtBot, out: Path) -> None:
    (out / "dicom/S0001/000003.dcm").write_bytes(b"other")
    window = VerifyWindow(Jobs())
    qtbot.addWidget(window)
    window.show_report(verify(out))
    assert window.title.text().startswith("✗")
    assert texts(window)[0].startswith("dicom/S0001/000003.dcm | ✗ changed")


def test_a_folder_is_checked_away_from_the_window(qtbot: QtBot, out: Path) -> None:
    window = VerifyWindow(Jobs())
    qtbot.addWidget(window)
    window.check(out)
    assert window.report is None
    qtbot.waitUntil(lambda: window.report is not None, timeout=60_000)
    assert window.report is not None
    assert window.report.ok


def test_the_certificate_says_it_for_people(out: Path) -> None:
    report = verify(out)
    page = certificate_page(report, out)
    for text in (report.words, report.export_id, SHARED.recipient, "What is not promised"):
        assert text in page
    (out / "dicom/S0001/000003.dcm").unlink()
    assert "dicom/S0001/000003.dcm: missing" in certificate_page(verify(out), out)


def test_a_hostile_statement_cannot_write_into_the_certificate(out: Path) -> None:
    hostile = '{"_type": "https://in-toto.io/Statement/v1", "predicateType": '
    hostile += '"https://scanveil.org/de-identification/v1", "subject": [], "predicate": '
    hostile += '{"export_id": "<script>", "residual_risk": ["<b>x"], "tool": 3}}'
    (out / "provenance.json").write_text(hostile)
    page = certificate_page(verify(out), out)
    assert "<script>" not in page
    assert "<b>x" not in page
    assert "not say so in a form" in page
