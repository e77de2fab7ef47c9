"""The face detector over a series on disk: a risk always, a finding when there is a face."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.surface.dicom_head import head_series
from viewer.detect import DetectContext
from viewer.detect.surface.face import DETECTOR
from viewer.dicom import FrameReader
from viewer.identifiers import collect
from viewer.model import Action, Category, FaceGrade, FaceRisk, Finding, Kind, Series
from viewer.profile import load_profile


def _detect(series: Series) -> list[Finding | FaceRisk]:
    with FrameReader() as reader:
        context = DetectContext(load_profile("research"), collect([]), reader)
        return list(DETECTOR.detect(series, context))


def test_a_head_gives_a_risk_and_a_finding_for_every_slice(tmp_path: Path) -> None:
    series = head_series(tmp_path)
    risk, finding = _detect(series)
    assert isinstance(risk, FaceRisk)
    assert isinstance(finding, Finding)
    assert risk.grade is FaceGrade.RECOGNISABLE
    assert (finding.kind, finding.category) == (Kind.FACE, Category.FACE_PHOTO)
    assert finding.proposed is Action.CLEAN
    assert len(finding.location.sources) == len(series.instances)


def test_a_few_slices_are_not_assessed_and_say_so(tmp_path: Path) -> None:
    (risk,) = _detect(head_series(tmp_path, slice(30, 36)))
    assert isinstance(risk, FaceRisk)
    assert risk.grade is FaceGrade.NOT_ASSESSED
    assert "6 parallel slices" in risk.why[0]


def test_one_undecodable_slice_does_not_switch_off_the_search(tmp_path: Path) -> None:
    series = head_series(tmp_path)
    spoilt = series.instances[40].source.path
    content = bytearray(spoilt.read_bytes())
    spoilt.write_bytes(content[: len(content) // 2])
    risk, finding = _detect(series)
    assert isinstance(risk, FaceRisk)
    assert isinstance(finding, Finding)
    assert risk.grade is FaceGrade.RECOGNISABLE
    assert series.instances[40].source not in finding.location.sources


def test_pictures_without_positions_ask_a_person(tmp_path: Path) -> None:
    series = head_series(tmp_path)
    lost = tuple(replace(each, position=None) for each in series.instances)
    risk, finding = _detect(replace(series, instances=lost))
    assert isinstance(risk, FaceRisk)
    assert isinstance(finding, Finding)
    assert risk.grade is FaceGrade.NOT_ASSESSED
    assert finding.proposed is Action.REVIEW
    assert "Nobody looked for a face" in finding.reason


def test_other_modalities_are_left_alone(tmp_path: Path) -> None:
    series = head_series(tmp_path, slice(30, 33))
    assert _detect(replace(series, modality="US")) == []
