"""Defacing leaves no face, no changed voxel outside the mask, and the brain alone."""

from __future__ import annotations

import numpy as np
import pytest

from tests.surface.heads import assessed, defaced, head, voxels
from viewer.errors import ScanveilError
from viewer.model import FaceGrade, FaceRisk
from viewer.surface import FaceAssessment, deface
from viewer.surface.relief import similarity


@pytest.mark.parametrize(("modality", "cut"), [("CT", "even"), ("T1", "axial"), ("T2", "sagittal")])
def test_the_face_is_gone_and_the_brain_is_whole(modality: str, cut: str) -> None:
    phantom, done = head(1, modality, cut), defaced(1, modality, cut)
    assert not (done.mask & phantom.brain).any()
    assert 0.02 < done.mask.mean() < 0.25
    assert done.after.votes is not None
    assert done.after.votes.hog <= 0.05
    assert done.after.votes.haar <= 0.10
    assert done.after.risk.grade is FaceGrade.NONE


def test_the_new_surface_says_nothing_about_the_old_one() -> None:
    before, done = assessed(1, "CT", "even"), defaced(1, "CT", "even")
    assert before.skin is not None
    assert before.fit is not None
    assert done.after.skin is not None
    old, new = (
        before.fit.to_canonical(skin.mesh.points[~skin.on_edge]).astype(np.float32)
        for skin in (before.skin, done.after.skin)
    )
    assert similarity(old, old) == pytest.approx(1.0)
    assert similarity(old, new) < 0.3


def test_it_writes_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.surface.votes.can_draw", lambda: False)
    first, second = (deface(voxels(head()), assessed(1, "CT", "even")) for _ in range(2))
    assert np.array_equal(first.mask, second.mask)
    assert np.array_equal(first.values, second.values)
    assert not first.is_proven


def test_without_a_head_it_refuses() -> None:
    nothing = FaceAssessment(FaceRisk("", FaceGrade.NONE, 0.0, ()))
    with pytest.raises(ScanveilError, match="nothing to deface"):
        deface(voxels(head()), nothing)
