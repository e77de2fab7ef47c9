"""For every attribute the header view says which decision, rule, option or table decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.clean.header.builders import ct, save
from tests.gui.header_view.builders import enhanced, row_count
from viewer.dicom import FrameReader, read_dataset
from viewer.gui import stages
from viewer.gui.header_preview import HeaderPreview, patient_of
from viewer.gui.header_view import HeaderView, Rules
from viewer.gui.header_view.row import Context, Outcome, Row, attribute_rows
from viewer.gui.jobs import Jobs
from viewer.gui.review_controller import ReviewController
from viewer.load import load
from viewer.model import Action, Decision, PatientMapping, ScanResult, Series, silent
from viewer.profile import Option, load_profile

_FRAMES = 187
_MAPPING = PatientMapping("SV-1", "ANON^1", -100, b"k" * 32)


def _all(rows: tuple[Row, ...]) -> Iterator[Row]:
    for row in rows:
        yield row
        yield from _all(row.children)


def _cleaned_rows(path: Path, decisions: Mapping[str, Decision] | None = None) -> list[Row]:
    loaded = load([path])
    result = stages.detect.scan(loaded, load_profile(), text=False, face=False)
    series, patient = next(loaded.series()), loaded.patients[0]
    who = stages.Person(_MAPPING, stages.detect.collect_patient(patient))
    source = series.instances[0].source
    plan = stages.plan_of(series, result, decisions or {}, source)
    with FrameReader() as reader:
        done = stages.cleaned_header(plan, who, "research", series, reader)
    before = read_dataset(source, pixels=False)
    rules = Rules(load_profile(), str(before.SOPClassUID), done.changes)
    context = Context(result.findings, decisions or {}, True, rules.decided)
    return list(_all(attribute_rows(context, before, done.dataset)))


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    path = tmp_path_factory.mktemp("enhanced")
    return _cleaned_rows(save(enhanced(_FRAMES), path))


def _named(rows: list[Row], keyword: str) -> list[Row]:
    return [row for row in rows if row.keyword == keyword and not row.is_item]


def test_every_attribute_of_a_large_object_is_a_row_that_says_who_decided(rows: list[Row]) -> None:
    shown = [row for row in rows if not row.is_item]
    came = [row for row in shown if row.outcome is not Outcome.ADDED]
    assert len(came) >= 5000
    assert len(came) == row_count(enhanced(_FRAMES)) - 1  # all but the pixels
    assert [str(row.path) for row in shown if not row.decided_by] == []


@pytest.mark.parametrize(
    ("keyword", "words"),
    [
        ("PatientName", "Table E.1-1: Z"),
        ("StudyDate", Option.RETAIN_MODIFIED_DATES.meaning),
        ("PatientSex", Option.RETAIN_PATIENT_CHARACTERISTICS.meaning),
        ("SOPInstanceUID", "Table E.1-1: U"),
        ("FrameComments", "same as Patient's Name"),
        ("FrameAcquisitionDateTime", Option.RETAIN_MODIFIED_DATES.meaning),
        ("KVP", "no identifying kind of value"),
        ("PixelPresentation", "a code string is kept when it holds no identifier"),
        ("PatientIdentityRemoved", "de-identification stamp"),
        ("PerFrameFunctionalGroupsSequence", "no identifying kind of value"),
    ],
)
def test_the_option_or_table_is_named(rows: list[Row], keyword: str, words: str) -> None:
    found = _named(rows, keyword)
    assert found
    assert all(words in row.decided_by for row in found)


def test_what_goes_with_its_sequence_says_so(tmp_path: Path) -> None:
    inner = ct()
    del inner.PixelData
    rows = _cleaned_rows(save(ct(OriginalAttributesSequence=[inner]), tmp_path))
    nested = [row for row in _named(rows, "StudyTime") if len(row.path.tags) == 2]
    assert len(nested) == 1
    assert nested[0].outcome is Outcome.REMOVED
    assert nested[0].decided_by.endswith("(the sequence around it)")


def test_a_decision_stands_before_the_rule(tmp_path: Path) -> None:
    path = save(ct(StudyDescription="CT for Quastenflosser"), tmp_path)
    loaded = load([path])
    found = stages.detect.scan(loaded, load_profile(), text=False, face=False).findings
    about = next(each for each in found if each.keyword == "StudyDescription")
    kept = Decision(about.id, Action.KEEP, "radiologist", "", True, "a made-up name")
    [row] = _named(_cleaned_rows(path, {about.id: kept}), "StudyDescription")
    assert row.decided_by.startswith("radiologist: keep; a made-up name; ")
    assert row.outcome is Outcome.SAME


def test_two_patients_in_one_study_keep_their_own_mappings(tmp_path: Path) -> None:
    save(ct(1), tmp_path, "1.dcm")
    save(ct(2, PatientID="OTHER-1", PatientName="Other^Olga"), tmp_path, "2.dcm")
    loaded = load([tmp_path])
    assert len(loaded.patients) == 2
    for patient in loaded.patients:
        for each in patient.studies[0].series[0].instances:
            assert patient_of(loaded, each).key == patient.key


def test_the_window_shows_the_mapping_of_the_patient_on_show(qtbot: QtBot, tmp_path: Path) -> None:
    save(ct(1), tmp_path, "1.dcm")
    save(ct(2, PatientID="OTHER-1", PatientName="Other^Olga"), tmp_path, "2.dcm")
    loaded = load([tmp_path])
    jobs, controller, view = Jobs(), ReviewController(None), HeaderView()
    qtbot.addWidget(view)
    view.show()
    with FrameReader() as reader:
        preview = HeaderPreview(view, jobs, controller, reader)
        controller.open(loaded, "research", "coordinator")
        controller.attach(ScanResult(), is_complete=True)
        series = list(loaded.series())
        shown = [_shown_id(qtbot, view, preview, each) for each in series]
        preview.show(series[0], 0)
        assert not view.model.rowCount()  # another one's header never stays while this one is read
        jobs.shut_down()
    assert len(set(shown)) == 2
    known = {stages.person(each, silent).mapping.patient_id for each in loaded.patients}
    assert set(shown) == known


def _shown_id(qtbot: QtBot, view: HeaderView, preview: HeaderPreview, series: Series) -> str:
    view.clear()
    preview.show(series, 0)

    def after() -> str:
        rows = {row.keyword: row for row in view.model._rows}
        return rows["PatientID"].after if "PatientID" in rows else ""

    qtbot.waitUntil(lambda: bool(after()), timeout=20_000)
    return after()
