"""Skin, fit and grade of heads whose landmarks are known, in many positions of the scanner."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.surface.heads import assessed, head, voxels
from viewer.model import FaceGrade
from viewer.surface import Voxels, assess, head_volume
from viewer.surface.assess import grade, shown_heat
from viewer.surface.evidence import gather
from viewer.surface.fit import Fit, fit_head
from viewer.surface.skin import skin_of
from viewer.surface.skull_holes import about_skull_holes, skull_holes
from viewer.surface.votes import Votes
from viewer.surface.voxels import EvenGrid


def _eye_error(scan: Voxels, motion: NDArray[np.float64], seed: int = 1) -> float:
    skin = skin_of(scan, 2.0)
    assert skin is not None
    found = fit_head(skin).landmarks
    truth = head(seed).landmarks
    places = [motion @ np.array([*truth[name], 1.0]) for name in ("eye_left", "eye_right")]
    pairs = zip(("eye_left", "eye_right"), places, strict=True)
    return max(float(np.linalg.norm(np.array(found[name]) - place[:3])) for name, place in pairs)


def _turned(pitch: float, yaw: float) -> NDArray[np.float64]:
    a, b = np.radians(pitch), np.radians(yaw)
    motion, around = np.eye(4), np.eye(4)
    motion[1:3, 1:3] = [[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]
    around[0:2, 0:2] = [[np.cos(b), -np.sin(b)], [np.sin(b), np.cos(b)]]
    motion[:3, 3] = [12.0, -30.0, 400.0]
    return motion @ around


@pytest.mark.parametrize(("modality", "cut"), [("CT", "even"), ("T1", "axial"), ("T2", "sagittal")])
def test_the_eyes_are_found_in_a_turned_head(modality: str, cut: str) -> None:
    motion = _turned(12, 8)
    scan = voxels(head(1, modality, cut))
    assert _eye_error(replace(scan, affine=motion @ scan.affine), motion) < 8.0


def test_a_tilted_gantry_does_not_move_the_eyes() -> None:
    scan = voxels(head(1, "CT", "axial"))
    depth = scan.array.shape[0]
    shear = np.tan(np.radians(15.0)) * 5.0
    sheared, affine = np.empty_like(scan.array), scan.affine.copy()
    affine[1, 2] += shear
    affine[1, 3] -= shear * depth / 2
    for index in range(depth):
        shift = (index - depth / 2) * shear / 1.6
        sheared[index] = np.roll(scan.array[index], -round(shift), axis=0)
    moved = _eye_error(replace(scan, array=sheared, affine=affine), np.eye(4))
    assert moved == pytest.approx(_eye_error(scan, np.eye(4)), abs=3.0)


def test_uneven_slices_lie_where_they_were_scanned() -> None:
    scan = voxels(head(1))
    kept = np.r_[0:40:1, 40 : scan.array.shape[0] : 3]
    uneven = replace(scan, array=scan.array[kept], slices=kept.astype(float))
    fit = assessed().fit
    assert fit is not None
    usual = max(
        float(np.linalg.norm(np.subtract(fit.landmarks[name], head().landmarks[name])))
        for name in ("eye_left", "eye_right")
    )
    assert _eye_error(uneven, np.eye(4)) == pytest.approx(usual, abs=3.0)


def test_reversed_slices_give_the_same_eyes() -> None:
    scan = voxels(head(1))
    affine = scan.affine.copy()
    affine[:3, 3] += affine[:3, 2] * (len(scan.array) - 1)
    affine[:3, 2] *= -1
    turned = replace(scan, array=scan.array[::-1], affine=affine)
    assert _eye_error(turned, np.eye(4)) < 6.0


def test_a_whole_head_is_recognisable_with_reasons_and_heat() -> None:
    result = assessed(1, "CT", "even")
    assert result.risk.grade is FaceGrade.RECOGNISABLE
    assert result.votes is not None
    assert result.votes.hog >= 0.9
    assert any("detectors" in reason for reason in result.risk.why)
    assert dict(result.risk.regions)["nose"] > 0.7
    assert result.mesh is not None
    assert result.fit is not None
    mesh, place = result.mesh, result.fit.to_canonical(result.mesh.points)
    nose = np.linalg.norm(place - [0, -105, -40], axis=1) < 12
    assert mesh.heat[nose].mean() > 0.7
    assert mesh.heat[place[:, 1] > 55].max() < 0.1


@pytest.mark.parametrize("contrast", ["CT", "T1"])
def test_a_slab_above_the_brow_asks_the_reviewer(contrast: str) -> None:
    slab = head_volume(1, contrast, (2.0, 2.0, 2.0), (32, 120, 105), centre=(0, -4, 62))
    result = assess(voxels(slab), spacing_mm=2.0, vote=False)
    assert result.risk.grade is FaceGrade.PARTIAL
    assert not result.is_confident
    assert any("person should look" in reason for reason in result.risk.why)


def test_exposure_falls_with_slice_thickness(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.surface.votes.can_draw", lambda: False)
    exposures = []
    for thickness in (2.0, 5.0, 10.0):
        thick = head_volume(1, "CT", (thickness, 2.0, 2.0))
        evidence = assess(voxels(thick), spacing_mm=2.0).evidence
        assert evidence is not None
        exposures.append(evidence.exposure)
    assert exposures[0] > exposures[1] > exposures[2] > 0


def test_a_bare_skull_is_no_recognisable_face_though_detectors_take_it_for_one() -> None:
    scan, intact = voxels(head()), assessed()
    bone = skin_of(replace(scan, array=np.where(scan.array > 250, scan.array, -1000)), 2.0)
    assert bone is not None
    assert intact.fit is not None
    assert intact.evidence is not None
    seen = Votes(hog=0.375, haar=0.625)  # as measured on a bare skull
    skull = grade("", intact.fit, gather(bone, intact.fit, scan.spacing), seen, 2.0)
    assert skull.grade is FaceGrade.PARTIAL
    assert grade("", intact.fit, intact.evidence, seen, 2.0).grade is FaceGrade.RECOGNISABLE


def test_thick_slices_do_not_cool_a_face_that_detectors_recognise() -> None:
    found = assessed().evidence
    assert found is not None
    share = 0.25 / found.resolution
    thick = replace(found, resolution=0.25, heat=(found.heat * share).astype(np.float32))
    assert shown_heat(thick, None).max() < 0.3
    assert shown_heat(thick, Votes(hog=0.0, haar=0.1)).max() < 0.3
    assert shown_heat(thick, Votes(hog=1.0, haar=0.9)).max() > 0.9
    assert shown_heat(found, Votes(hog=1.0, haar=1.0)).max() <= 1


def test_too_few_slices_are_not_assessed() -> None:
    scan = voxels(head(1))
    few = Voxels.even(scan.array[:10], scan.affine, "CT")
    assert assess(few).risk.grade is FaceGrade.NOT_ASSESSED


def test_nothing_but_air_holds_no_face() -> None:
    empty = Voxels.even(np.full((40, 60, 60), -1000, np.int16), np.diag([4.0, 4.0, 4.0, 1.0]), "CT")
    assert assess(empty).risk.grade is FaceGrade.NONE


def test_without_a_drawing_machine_geometry_still_grades(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.surface.votes.can_draw", lambda: False)
    result = assess(voxels(head(2)), spacing_mm=2.0)
    assert result.risk.grade is FaceGrade.RECOGNISABLE
    assert any("cannot draw" in reason for reason in result.risk.why)


def test_a_metal_implant_is_told_to_the_reviewer() -> None:
    scan = voxels(head())
    with_plate = scan.array.copy()
    index = np.round(scan.to_index(np.array([[30.0, -60.0, -75.0]]))[0]).astype(int)
    with_plate[tuple(slice(each - 2, each + 3) for each in index)] = 3071
    plate = assess(replace(scan, array=with_plate), spacing_mm=2.0, vote=False).risk.why
    none = assessed().risk.why
    assert any("1 part above 2,500 HU" in reason for reason in plate)
    assert not any("2,500 HU" in reason for reason in none)


def test_a_burr_hole_is_told_to_the_reviewer() -> None:
    grid, fit = _grid_and_fit()
    assert skull_holes(grid, fit) == []
    z, y, x = np.indices(grid.values.shape).astype(np.float32) * grid.spacing
    place = fit.matrix[:3] @ np.array([40.0, -45.0, 85.0, 1.0]) - grid.origin
    away = np.sqrt((x - place[0]) ** 2 + (y - place[1]) ** 2)
    drilled = (away < 7.0) & (np.abs(z - place[2]) < 40) & (grid.values > 100)
    holed = replace(grid, values=np.where(drilled, 40.0, grid.values).astype(np.float32))
    (area,) = skull_holes(holed, fit)
    assert 90 < area < 400
    (sentence,) = about_skull_holes(holed, fit, 1.0)
    assert "1 hole in the brain case" in sentence
    assert about_skull_holes(holed, fit, 5.0) == []


def _grid_and_fit() -> tuple[EvenGrid, Fit]:
    found = assessed()
    assert found.skin is not None
    assert found.fit is not None
    return found.skin.grid, found.fit
