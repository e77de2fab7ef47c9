"""The summary tells what was found where and what becomes of it, and never a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from tests.review.builders import header_finding
from tests.review.many import many, uid
from viewer import review
from viewer.gui.desk import Desk
from viewer.gui.summary import SummaryDialog, cohort_body, facts_of, page, study_body
from viewer.model import AttributePath, FaceGrade, FaceRisk, Location, Masked, ScanResult
from viewer.review import Outlook, ReviewSession, progress_of

_VALUES = ("kowalski", "12.03.1961", "id000", "belly", "check-up", "study-0", "2020", "quasten")


def _session() -> ReviewSession:
    loaded, scan = many()
    odd = replace(header_finding(5), id="p", keyword="Quasten", text=Masked("Kowalski"))
    place = Location(uid(0), f"{uid(0)}.9", (next(loaded.instances()).source,))
    odd = replace(odd, location=replace(place, attribute=AttributePath((0x00091010,))))
    risk = FaceRisk(f"{uid(1)}.9", FaceGrade.PARTIAL, 0.5, ())
    found = ScanResult((*scan.findings, odd), (risk,))
    now = ReviewSession(loaded, found, "research", "reviewer")
    now = review.keep(review.accept(now, "t0"), "h0", "the phantom is called Kowalski")
    return review.accept(now, "p")


@pytest.fixture
def bodies() -> tuple[str, str]:
    session = _session()
    progress = progress_of(Outlook(session), is_complete=True, needs_two=False, exported={})
    facts = facts_of(session, progress)
    return study_body(facts[0], "Research 1"), cohort_body(facts, "Research 1")


def test_a_study_tells_what_where_and_what_becomes_of_it(bodies: tuple[str, str]) -> None:
    body = bodies[0]
    assert "<td>top left of the picture</td>" in body
    assert "Solid fill over these pixels" in body
    assert "The same as now, with a reason" in body
    assert "Private attribute (name)" in body
    assert "1 marked places before and after" in body
    assert "<td>ready</td>" in body


def test_the_cohort_counts_per_kind_and_adds_up(bodies: tuple[str, str]) -> None:
    body = bodies[1]
    assert "3: 2 scanned, 1 ready" in body
    last = body[body.rindex("<tr>") :]
    assert "".join(f"<td>{each}</td>" for each in ("All", "", "3", "", "3", "4", "4")) in last


def test_no_value_name_date_or_reason_is_on_any_page(bodies: tuple[str, str]) -> None:
    for body in bodies:
        told = page("Risk summary", body).lower().replace("2026", "")
        assert not [each for each in _VALUES if each in told.split("<footer>")[0]]


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[SummaryDialog]:
    desk = Desk(None, "research")
    qtbot.addWidget(desk.window)
    desk.window.show()
    session = _session()
    desk.controller.open(session.loaded, "research", "reviewer")
    desk.controller.attach(session.scan, is_complete=True)
    desk.view.choose_series(f"{uid(1)}.9")
    desk.actions.made["summary"].trigger()
    found = desk.window.findChild(SummaryDialog)
    assert found is not None
    yield found
    desk.window.close()


def test_a_bar_is_as_long_as_its_number_is_large(qtbot: QtBot) -> None:
    session = _session()
    progress = progress_of(Outlook(session), is_complete=True, needs_two=False, exported={})
    facts = replace(facts_of(session, progress)[0], kinds={"Header": 24, "Face": 6})
    view = QTextBrowser()
    qtbot.addWidget(view)
    view.document().setDefaultStyleSheet(".bar td { background-color: #ff0000; }")
    view.setHtml(study_body(facts, "Research 1"))
    view.resize(900, 600)
    shown = view.grab().toImage()
    red = QColor("#ff0000").rgb()
    rows = (
        sum(shown.pixel(x, y) == red for x in range(shown.width())) for y in range(shown.height())
    )
    assert {each for each in rows if each} == {240, 60}


def test_the_window_shows_the_study_on_view_and_saves_both_forms(
    dialog: SummaryDialog, tmp_path: Path
) -> None:
    assert "Face before: partial" in dialog.views[0].toPlainText()
    dialog.tabs.setCurrentIndex(1)
    dialog.write_html(tmp_path / "cohort.html")
    dialog.write_pdf(tmp_path / "cohort.pdf")
    assert "Overview of studies" in (tmp_path / "cohort.html").read_text("utf-8")
    told = "".join(
        each.get_textpage().get_text_bounded()
        for each in pypdfium2.PdfDocument(tmp_path / "cohort.pdf")
    )
    assert "Overview of studies" in told
    assert "Burned-in text" in told
    assert not [each for each in _VALUES if each in told.lower()]
