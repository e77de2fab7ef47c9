"""What one volume of a frame of reference showed is removed from all of them, by one mask."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.surface.dicom_head import head_series
from tests.surface.heads import assessed, head, voxels
from viewer.clean.face_donors import with_donors
from viewer.clean.plan import FaceWish
from viewer.detect.carried_faces import carried_faces
from viewer.dicom import FrameReader
from viewer.model import (
    Action,
    Category,
    FaceEdit,
    FaceGrade,
    FacePreset,
    FaceRisk,
    Finding,
    Instance,
    Kind,
    Loaded,
    Location,
    Masked,
    Patient,
    ScanResult,
    Series,
    Source,
    Study,
)
from viewer.surface import Voxels, assess, deface, deface_series, head_volume
from viewer.surface.carry import carried


@pytest.fixture(autouse=True)
def _without_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.surface.votes.can_draw", lambda: False)


def _pet() -> Voxels:
    phantom = head_volume(1, "FDG", (3.0, 3.0, 3.0))
    return Voxels.even(phantom.array, phantom.affine, "PT")


def test_a_pet_of_the_same_head_loses_the_same_face() -> None:
    pet, donor = _pet(), voxels(head())
    before, around = carried(pet, donor, assessed(), FaceEdit())
    done = deface(pet, before, around=around)
    own = deface(donor, assessed())
    z, y, x = np.indices(pet.array.shape).reshape(3, -1)[:, ::41]
    points = np.stack([x, y, z], 1) @ pet.affine[:3, :3].T + pet.affine[:3, 3]
    index = np.round(donor.to_index(points)).astype(int)
    fits = ((index >= 0) & (index < donor.array.shape)).all(axis=1)
    ours, its = done.mask[z, y, x][fits], own.mask[tuple(index[fits].T)]
    assert (ours == its).mean() > 0.97
    nose = np.round(pet.to_index(np.array([head().landmarks["nose_tip"]]))[0]).astype(int)
    near = tuple(slice(each - 1, each + 2) for each in nose)
    assert done.mask[near].all()
    assert np.median(done.values[near]) < 100


def test_a_dose_beside_the_head_is_zero_where_the_face_was() -> None:
    pet = _pet()
    dose = replace(pet, array=np.full(pet.array.shape, 60, np.int16), modality="RTDOSE")
    before, around = carried(dose, voxels(head()), assessed(), FaceEdit())
    done = deface(dose, before, around=around)
    assert done.mask.sum() > 1000
    assert not done.values[done.mask].any()
    assert done.after.risk.grade is FaceGrade.NONE


def test_a_pet_alone_shows_its_face_by_a_percentile_threshold() -> None:
    found = assess(_pet(), spacing_mm=2.0)
    assert found.fit is not None
    assert found.risk.grade in {FaceGrade.PARTIAL, FaceGrade.RECOGNISABLE}
    for name in ("eye_left", "nasion"):
        away = np.subtract(found.fit.landmarks[name], head().landmarks[name])
        assert np.linalg.norm(away) < 10


def test_a_series_on_disk_gets_the_mask_of_its_donor(tmp_path: Path) -> None:
    series = head_series(tmp_path)
    with FrameReader() as reader:
        own = deface_series(series, reader, spacing_mm=2.0)
        lent = deface_series(series, reader, spacing_mm=2.0, donor=series)
    for key, patch in own.patches.items():
        assert np.array_equal(patch.bits, lent.patches[key].bits)


def _loaded() -> Loaded:
    series = tuple(_series(number) for number in (1, 2))
    study = Study("1", Masked(""), Masked(""), series)
    return Loaded((Patient("p", Masked(""), Masked(""), (study,)),))


def _series(number: int) -> Series:
    images = tuple(
        Instance(
            Source(Path(f"{number}-{slice_}.dcm")),
            f"{number}.{slice_}",
            "4",
            f"1.{number}",
            "1",
            ("CT", "PT")[number - 1],
            "5",
            9,
            rows=4,
            columns=4,
            frame_of_reference_uid="1.9",
        )
        for slice_ in range(9)
    )
    return Series(f"1.{number}", "1", images[0].modality, Masked(""), number, images)


def _result(loaded: Loaded) -> ScanResult:
    first = next(loaded.series())
    sources = tuple(each.source for each in first.instances)
    place = Location("1", first.series_uid, sources)
    face = Finding(
        "f", "surface.face", "2", Kind.FACE, place, Category.FACE_PHOTO, 0.9, "", Action.CLEAN
    )
    risk = FaceRisk(first.series_uid, FaceGrade.RECOGNISABLE, 0.9, (), source=sources[0])
    return ScanResult((face,), (risk,))


def test_volumes_beside_a_face_get_a_finding_and_its_mask_and_edit() -> None:
    loaded = _loaded()
    first, second = loaded.series()
    result = _result(loaded)
    (more,) = carried_faces(loaded, result)
    assert more.location.series_uid == second.series_uid
    assert more.proposed is Action.CLEAN
    edit = FaceEdit(FacePreset.STRONG)
    wishes = {each.source: FaceWish(edit, by_person=True) for each in first.instances}
    wishes |= {each.source: FaceWish(FaceEdit(), by_person=False) for each in second.instances}
    found = with_donors(loaded, result, wishes)
    assert {found[each.source] for each in first.instances} == {FaceWish(edit, by_person=True)}
    for each in second.instances:
        wish = found[each.source]
        assert (wish.edit, wish.by_person) == (edit, False)
        assert wish.donor is first


def test_another_frame_of_reference_stays_alone() -> None:
    loaded = _loaded()
    first, second = loaded.series()
    other = tuple(replace(each, frame_of_reference_uid="1.8") for each in second.instances)
    study = replace(loaded.patients[0].studies[0], series=(first, replace(second, instances=other)))
    apart = Loaded((replace(loaded.patients[0], studies=(study,)),))
    assert list(carried_faces(apart, _result(apart))) == []
