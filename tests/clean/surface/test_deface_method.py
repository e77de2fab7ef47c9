"""The deface method on slices on disk: only masked voxels change, in stored values."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.surface.dicom_head import head_series
from tests.surface.heads import head
from viewer.clean import CleanContext, FaceWish, InstancePlan
from viewer.clean.surface.deface import METHOD
from viewer.dicom import FrameReader, read_dataset
from viewer.errors import UnreadableError
from viewer.identifiers import collect
from viewer.model import Change, FaceEdit, FaceGrade, PatientMapping
from viewer.profile import load_profile
from viewer.surface import deface_series

WISH = FaceWish(FaceEdit(), by_person=True)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CleanContext]:
    series = head_series(tmp_path_factory.mktemp("head"))
    with FrameReader() as reader, pytest.MonkeyPatch.context() as patch:
        patch.setattr("viewer.surface.votes.can_draw", lambda: False)
        defaced = pickle.loads(pickle.dumps(deface_series(series, reader, spacing_mm=2.0)))  # noqa: S301
        mapping = PatientMapping("P", "P", 0, bytes(32))
        yield CleanContext(load_profile("research"), mapping, collect([]), reader, series, defaced)


def test_only_masked_voxels_change_and_the_brain_does_not(context: CleanContext) -> None:
    defaced = context.defaced
    assert defaced is not None
    changed = 0
    for index, instance in enumerate(context.series.instances):
        before, after = read_dataset(instance.source), read_dataset(instance.source)
        METHOD.clean(after, InstancePlan(instance.source, "2.25.9", deface=WISH), context)
        differs = before.pixel_array != after.pixel_array
        assert not (differs & ~defaced.patch(instance.source, 0).mask).any()
        assert not (differs & head().brain[index]).any()
        assert int(after.pixel_array.max()) < 4096
        changed += int(differs.sum())
    assert changed > 20_000


def test_it_says_how_much_was_changed(context: CleanContext) -> None:
    source = context.series.instances[len(context.series.instances) // 2 - 15].source
    ds = read_dataset(source)
    changes = METHOD.clean(ds, InstancePlan(source, "2.25.9", deface=WISH), context)
    assert changes[0].what == "defaced"
    assert changes[0].count > 100


def test_boxes_blanked_before_stay_blank(context: CleanContext) -> None:
    source = context.series.instances[40].source
    ds = read_dataset(source)
    pixels = ds.pixel_array.copy()
    pixels[-8:, -8:] = 77
    ds.PixelData = pixels.tobytes()
    blanked = replace(context, changes=(Change("pixels.blank-boxes", "blanked", "test"),))
    METHOD.clean(ds, InstancePlan(source, "2.25.9", deface=WISH), blanked)
    assert np.array_equal(ds.pixel_array[-8:, -8:], pixels[-8:, -8:])


def test_without_a_decision_nothing_changes(context: CleanContext) -> None:
    source = context.series.instances[40].source
    ds = read_dataset(source)
    assert METHOD.clean(ds, InstancePlan(source, "2.25.9"), context) == []


def test_a_slice_outside_the_volume_is_held_back(context: CleanContext, tmp_path: Path) -> None:
    stray = replace(context.series.instances[0].source, path=tmp_path / "other.dcm")
    ds = read_dataset(context.series.instances[0].source)
    ds.save_as(stray.path, enforce_file_format=True)
    with pytest.raises(UnreadableError, match="outside the volume"):
        METHOD.clean(ds, InstancePlan(stray, "2.25.9", deface=WISH), context)


def test_a_face_that_survived_holds_the_instance_back(context: CleanContext) -> None:
    assert context.defaced is not None
    after = replace(context.defaced.after, grade=FaceGrade.RECOGNISABLE)
    survived = replace(context, defaced=replace(context.defaced, after=after))
    source = context.series.instances[40].source
    plan = InstancePlan(source, "2.25.9", deface=WISH)
    with pytest.raises(UnreadableError, match="still found"):
        METHOD.clean(read_dataset(source), plan, survived)
