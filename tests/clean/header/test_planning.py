"""From findings and decisions to plans, and from plans to what the stamp may claim."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom import Dataset

from tests.clean.header.builders import ct, save
from tests.clean.header.torture_run import MAPPING
from viewer.clean import CleanContext, InstancePlan, clean_instance, methods, plan_instances
from viewer.detect import collect_patient, scan
from viewer.dicom import FrameReader
from viewer.load import load
from viewer.model import Action, Decision, FaceGrade, FaceRisk, Loaded, ScanResult
from viewer.profile import load_profile


@pytest.fixture
def scanned(tmp_path: Path) -> tuple[Loaded, ScanResult]:
    save(ct(StudyDescription="CT Ottilie"), tmp_path)
    loaded = load([tmp_path])
    return loaded, scan(loaded, load_profile(), text=False, face=False)


def _plan(scanned: tuple[Loaded, ScanResult], **decided: Action) -> InstancePlan:
    loaded, result = scanned
    decisions = {
        each.id: Decision(each.id, decided[each.keyword], "R1", "", True, "why")
        for each in result.findings
        if each.keyword in decided
    }
    [plan] = plan_instances(loaded, result, decisions).values()
    return plan


def _stamped(scanned: tuple[Loaded, ScanResult], plan: InstancePlan) -> Dataset:
    [patient], [series] = scanned[0].patients, tuple(scanned[0].series())
    with FrameReader() as reader:
        known = collect_patient(patient)
        context = CleanContext(load_profile(), MAPPING, known, reader, series)
        return clean_instance(plan, context).dataset


def _codes(ds: Dataset) -> set[str]:
    return {item.CodeValue for item in ds.DeidentificationMethodCodeSequence}


def test_decisions_become_keep_and_actions(scanned: tuple[Loaded, ScanResult]) -> None:
    plan = _plan(scanned, StudyDescription=Action.KEEP, StudyDate=Action.REMOVE)
    assert {str(each) for each in plan.keep} == {"(0008,1030)"}
    actions = {str(path): action for path, action in plan.actions.items()}
    assert actions["(0008,0020)"] is Action.REMOVE
    assert "(0008,1030)" not in actions
    assert not plan.reviewed_by_person, "most findings were not decided by anybody"
    assert pickle.loads(pickle.dumps(plan)) == plan  # noqa: S301 - what workers get


def test_only_a_person_deciding_everything_counts_as_review(
    scanned: tuple[Loaded, ScanResult],
) -> None:
    loaded, result = scanned
    everything = {
        each.id: Decision(each.id, each.proposed, "R1", "", True) for each in result.findings
    }
    [plan] = plan_instances(loaded, result, everything).values()
    assert plan.reviewed_by_person
    assert "Reviewed by a person" in _stamped(scanned, plan).DeidentificationMethod


def test_pixel_codes_need_text_detection_and_a_face_grade(
    scanned: tuple[Loaded, ScanResult],
) -> None:
    plan = _plan(scanned)
    unchecked = _stamped(scanned, plan)
    assert not {"113101", "113102"} & _codes(unchecked)
    assert "BurnedInAnnotation" not in unchecked
    checked = _stamped(scanned, replace(plan, text_checked=True, face=FaceGrade.NONE))
    assert {"113101", "113102"} <= _codes(checked)
    assert checked.BurnedInAnnotation == checked.RecognizableVisualFeatures == "NO"
    face = _stamped(scanned, replace(plan, face=FaceGrade.RECOGNISABLE))
    assert face.RecognizableVisualFeatures == "YES"
    assert "113102" not in _codes(face)


def test_a_failed_text_detector_is_no_check(scanned: tuple[Loaded, ScanResult]) -> None:
    loaded, result = scanned
    [series] = loaded.series()
    risk = FaceRisk(series.series_uid, FaceGrade.NONE, 0.0, ())
    ran = replace(result, detectors=(*result.detectors, "pixels.text"), risks=(risk,))
    [plan] = plan_instances(loaded, ran, {}).values()
    assert plan.text_checked
    assert plan.face is FaceGrade.NONE


def test_methods_run_in_order_and_describe_themselves() -> None:
    found = methods()
    assert [each.order for each in found] == sorted(each.order for each in found)
    last = [each.id for each in found if each.order >= 900]
    assert last == ["header.stamp", "header.encrypted-originals"]
    assert len({each.id for each in found}) == len(found)
    assert all(each.title and each.cleans and each.cannot and each.version for each in found)
