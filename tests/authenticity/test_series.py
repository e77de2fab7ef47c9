"""Pastes from other slices and series, doubles in another study, noise that breaks off."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset

from tests.authenticity import manipulations
from tests.authenticity.planes import scan_plane, write_series
from tests.benchmarks.edits.memory import PlaneSubject, subject_of
from viewer.authenticity import (
    NO_SIGN,
    Level,
    Place,
    Sign,
    Subject,
    look,
    look_across,
    not_looked_at,
    summary,
)
from viewer.authenticity.subject import Plane
from viewer.dicom import FrameReader
from viewer.errors import UnreadableError
from viewer.load import load
from viewer.model import Instance


def _signs(*folders: Path) -> list[Sign]:
    with FrameReader() as reader:
        subjects = [Subject(each, reader) for each in load(list(folders)).series()]
        found = [sign for each in subjects for sign in look(each)]
        return [*found, *look_across(subjects)]


def _alarms(signs: list[Sign]) -> set[str]:
    return {each.rule for each in signs if each.level in (Level.SIGN, Level.FAILED)}


def test_an_untouched_series_shows_no_sign(tmp_path: Path) -> None:
    signs = _signs(write_series(tmp_path / "a", [scan_plane(seed) for seed in range(6)]))
    assert _alarms(signs) == set()


def test_a_paste_from_another_slice_is_found_with_both_places(tmp_path: Path) -> None:
    planes = [scan_plane(seed) for seed in range(5)]
    done = manipulations.paste_from(planes[4], planes[1], np.random.default_rng(4), 28)
    assert done is not None and done[1] is not None
    planes[1] = done[0]
    (sign,) = [e for e in _signs(write_series(tmp_path / "a", planes)) if e.level is Level.SIGN]
    assert sign.rule == "copy-across.slice"
    assert {sign.source.path.stem, sign.twin_source and sign.twin_source.path.stem} == {
        "002",
        "005",
    }
    boxes = {"002": sign.box, "005": sign.twin}
    if sign.source.path.stem == "005":
        boxes = {"002": sign.twin, "005": sign.box}
    assert boxes["002"] is not None and boxes["002"].overlap(done[1])


def test_a_paste_from_another_series_is_told_as_such(tmp_path: Path) -> None:
    donor, planes = [scan_plane(seed) for seed in (20, 21)], [scan_plane(seed) for seed in (1, 2)]
    done = manipulations.paste_from(donor[0], planes[0], np.random.default_rng(5), 30)
    assert done is not None
    first = write_series(tmp_path / "a", [done[0], planes[1]])
    second = write_series(tmp_path / "b", donor, uid="2.25.99")
    assert _alarms(_signs(first, second)) == {"copy-across.series"}


def test_one_scan_under_two_names_is_a_double(tmp_path: Path) -> None:
    planes = [scan_plane(seed) for seed in range(2)]
    again = [np.rint(plane * 0.8 + 30).astype(np.int64) for plane in planes]
    first = write_series(tmp_path / "a", planes)
    second = write_series(tmp_path / "b", again, uid="2.25.99", study="2.25.98")
    doubles = [each for each in _signs(first, second) if each.rule == "duplicates.study"]
    assert len(doubles) == 2
    assert {each.level for each in doubles} == {Level.SIGN}


def test_a_smoothed_place_in_one_slice_of_a_volume_breaks_the_noise(tmp_path: Path) -> None:
    body = scan_plane(0, noise=0.0)
    random = np.random.default_rng(6)
    planes = [body + np.rint(12 * random.standard_normal(body.shape)).astype(int) for _ in range(7)]
    done = manipulations.blur(planes[3], random, 64)
    assert done is not None and done[1] is not None
    planes[3] = np.clip(done[0], 0, 4095)
    planes = [np.clip(each, 0, 4095) for each in planes]
    (sign,) = [e for e in _signs(write_series(tmp_path / "a", planes)) if e.level is Level.SIGN]
    assert (sign.rule, sign.source.path.stem) == ("noise-along", "004")
    assert sign.box is not None and sign.box.overlap(done[1])


def test_what_can_not_be_decoded_is_told_and_not_passed_over() -> None:
    class Broken(PlaneSubject):
        def plane(self, place: Place) -> Plane:
            if place.number == 1:
                raise UnreadableError("its pixel data ended the decoder")
            return super().plane(place)

        def header(self, instance: Instance) -> Dataset:
            return Dataset()

    made = subject_of([scan_plane(0), scan_plane(1)])
    signs = [*look(Broken(made.series, [scan_plane(0), scan_plane(1)]))]
    failed = {(each.source.key, each.check) for each in signs if each.level is Level.FAILED}
    assert ("plane1", "exact-copy") in failed
    assert ("plane0", "exact-copy") not in failed
    assert not_looked_at(signs) == len(failed)
    assert summary(signs).endswith("What was not looked at may hold signs.")
    assert NO_SIGN not in summary(signs)
