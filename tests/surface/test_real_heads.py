"""Real heads beside the project: recognisable before, silent detectors after. Nothing is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.dicom import FrameReader
from viewer.load import load
from viewer.model import FaceGrade
from viewer.surface import assess_series, deface_series


@pytest.mark.slow
@pytest.mark.parametrize("name", ["head_ct", "head_mr"])
def test_a_real_face_is_found_and_removed(shared_data: Path, name: str) -> None:
    series = max(load([shared_data / name]).series(), key=lambda each: len(each.instances))
    with FrameReader() as reader:
        before = assess_series(series, reader).risk
        done = deface_series(series, reader)
    assert before.grade is FaceGrade.RECOGNISABLE
    assert done.confident
    assert done.proven
    assert done.after.grade is not FaceGrade.RECOGNISABLE
