"""Handles, brush, depth and lock change the preview and what is written, alike."""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.surface.heads import assessed, head, voxels
from viewer.errors import ScanveilError
from viewer.model import FaceEdit, FaceGrade, FacePreset, FaceRisk, Stroke
from viewer.surface import DefacePreview, FaceAssessment, Fit, deface, prepare_preview

_NECK = Stroke(((0.0, 80.0, -100.0), (0.0, 80.0, -90.0)), 10.0)


@lru_cache(maxsize=1)
def _preview() -> DefacePreview:
    return prepare_preview(voxels(head()), assessed())


def _at(mask: NDArray[np.bool_], preview: DefacePreview, place: tuple[float, ...]) -> bool:
    return bool(preview.grid.picked(mask, np.array([place]))[0])


def test_the_preview_shows_what_a_deface_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.surface.votes.can_draw", lambda: False)
    edit = FaceEdit(strokes=(_NECK,))
    preview, scan = _preview().edited(edit), voxels(head())
    done = deface(scan, assessed(), edit=edit)
    index = np.argwhere(np.ones(scan.array.shape, bool))[::37]
    places = index[:, ::-1] @ scan.affine[:3, :3].T + scan.affine[:3, 3]
    written = done.mask[tuple(index.T)]
    assert (preview.mask_on(places) == written).mean() > 0.98
    assert written.any()


def test_a_brush_adds_and_a_later_one_gives_back() -> None:
    middle = (0.0, 80.0, -95.0)
    assert not _at(_preview().mask, _preview(), middle)
    added = _preview().edited(FaceEdit(strokes=(_NECK,)))
    assert _at(added.mask, added, middle)
    both = added.edited(replace(added.edit, strokes=(_NECK, replace(_NECK, adds=False))))
    assert not _at(both.mask, both, middle)
    assert np.array_equal(both.edited(FaceEdit()).mask, _preview().mask)


def test_the_brain_is_locked_until_there_is_a_reason() -> None:
    inner = Stroke(((0.0, -40.0, 50.0),), 20.0)
    locked = _preview().edited(FaceEdit(strokes=(inner,)))
    assert not (locked.mask & locked.lock).any()
    assert not _at(locked.mask, locked, (0.0, -40.0, 50.0))
    unlocked = _preview().edited(FaceEdit(strokes=(replace(inner, radius_mm=40.0),)))
    opened = unlocked.edited(replace(unlocked.edit, unlock_reason="a meningioma of the forehead"))
    assert (opened.mask & unlocked.lock).sum() > 100


def test_presets_and_depth_go_deeper() -> None:
    sizes = [_preview().edited(FaceEdit(preset)).changed_ml for preset in FacePreset]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 3
    assert _preview().edited(FaceEdit(depth_mm=5.0)).changed_ml > _preview().changed_ml


def test_a_landmark_moves_the_fit_with_it() -> None:
    x, y, z = head().landmarks["chin"]
    moved = _preview().edited(FaceEdit(landmarks=(("chin", (x, y, z - 12.0)),)))
    assert moved.fit.landmarks["chin"] == (x, y, z - 12.0)
    assert moved.fit.scale[2] > _preview().fit.scale[2]
    eye = np.array(moved.fit.landmarks["eye_left"]) - head().landmarks["eye_left"]
    assert np.linalg.norm(eye) < 8.0


def test_true_landmarks_mend_a_fit_that_slid() -> None:
    slid = replace(assessed(), fit=_slid())
    places = head().landmarks
    edit = FaceEdit(landmarks=tuple((name, places[name]) for name in ("eye_left", "eye_right")))
    mended = prepare_preview(voxels(head()), slid, edit)
    assert mended.is_confident
    for name in ("nasion", "nose_tip", "chin"):
        assert np.linalg.norm(np.subtract(mended.fit.landmarks[name], places[name])) < 8.0


def _slid() -> Fit:
    fit = assessed().fit
    assert fit is not None
    down = np.eye(4)
    down[2, 3] = 30.0
    matrix = fit.matrix @ down
    marks = {name: (x, y, z + 30.0) for name, (x, y, z) in fit.landmarks.items()}
    return replace(fit, matrix=matrix, landmarks=marks)


def test_the_surface_of_a_preview_has_no_nose_and_travels() -> None:
    preview = pickle.loads(pickle.dumps(_preview()))  # noqa: S301
    mesh = preview.surface()
    tip = np.array(head().landmarks["nose_tip"])
    assert len(mesh.triangles) > 1000
    assert np.linalg.norm(mesh.points - tip, axis=1).min() > 6.0


def test_without_a_head_there_is_no_preview() -> None:
    nothing = FaceAssessment(FaceRisk("", FaceGrade.NONE, 0.0, ()))
    with pytest.raises(ScanveilError, match="nothing to deface"):
        prepare_preview(voxels(head()), nothing)
