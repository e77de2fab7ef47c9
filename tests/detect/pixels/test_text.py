"""Text in pixels becomes findings that say where, what and why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset, FileDataset
from pydicom.encaps import encapsulate
from pydicom.uid import RLELossless, generate_uid

from tests.clean.pixels.build import image, saved
from tests.detect.pixels.looking import Found, looked_at, save_all
from tests.ocr.drawing import slices, strokes
from viewer.detect.frames import why_not_read
from viewer.detect.pixels.text import DETECTOR
from viewer.load import load
from viewer.model import Action, Category, Failure, Finding, Kind

SHAPE = (256, 320)


@pytest.fixture
def detect(tmp_path: Path) -> Callable[..., Found]:
    """Saves data sets, loads them and looks at every series."""

    def run(*datasets: FileDataset) -> Found:
        return looked_at(DETECTOR, save_all(tmp_path, *datasets))

    return run


def screen(*texts: str) -> np.ndarray:
    picture = np.random.default_rng(4).rayleigh(9, SHAPE).clip(0, 60).astype(np.uint8)
    for row, text in enumerate(texts):
        picture[strokes(SHAPE, text, 20, 40 + 50 * row)] = 235
    return picture


def series_of(stored: np.ndarray) -> list[FileDataset]:
    study, series = generate_uid(), generate_uid()
    made = []
    for number, pixels in enumerate(stored):
        ds = image(pixels, Modality="CT", WindowCenter=1100, WindowWidth=400)
        ds.StudyInstanceUID, ds.SeriesInstanceUID = study, series
        ds.InstanceNumber = number + 1
        ds.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
        ds.ImagePositionPatient = [0, 0, 5 * number]
        ds.PixelSpacing = [1, 1]
        made.append(ds)
    return made


def by_text(found: Found) -> dict[str, Finding]:
    return {
        each.text.reveal().replace(" ", ""): each for each in found if isinstance(each, Finding)
    }


def test_a_name_is_proposed_to_be_blanked_and_a_setting_to_be_kept(
    detect: Callable[..., Found],
) -> None:
    found = by_text(detect(image(screen("MARIELLE ROSENTHAL", "MI 1.2", "Zyglofant"))))
    name, setting, other = found["MARIELLEROSENTHAL"], found["MI1.2"], found["Zyglofant"]
    assert (name.kind, name.category, name.proposed) == (Kind.TEXT, Category.NAME, Action.BLANK)
    assert name.reason == "same as Patient's Name"
    assert setting.proposed is Action.KEEP
    assert other.proposed is Action.BLANK
    assert "ROSENTHAL" not in repr(name)
    box = name.location.box
    ink = np.argwhere(strokes(SHAPE, "MARIELLE ROSENTHAL", 20, 40))
    assert box is not None
    assert box.x <= ink[:, 1].min() and box.right > ink[:, 1].max()
    assert box.y <= ink[:, 0].min() and box.bottom > ink[:, 0].max()


def test_ids_are_the_same_in_every_run(detect: Callable[..., Found], tmp_path: Path) -> None:
    first = by_text(detect(image(screen("MARIELLE ROSENTHAL", "QX4471902"))))
    second = by_text(looked_at(DETECTOR, tmp_path))
    assert len({each.id for each in first.values()}) == 2
    assert first == second


def test_text_in_two_slices_of_a_series_names_these_slices(detect: Callable[..., Found]) -> None:
    stored = slices(8)
    stored[2:4, strokes(SHAPE, "ROSENTHAL", 150, 60)] += 1500
    finding = by_text(detect(*series_of(stored)))["ROSENTHAL"]
    assert sorted(each.path.name for each in finding.location.sources) == ["2.dcm", "3.dcm"]


def test_text_in_most_slices_holds_for_the_whole_series(detect: Callable[..., Found]) -> None:
    stored = slices(8)
    stored[:6, strokes(SHAPE, "ROSENTHAL", 150, 60)] += 1500
    finding = by_text(detect(*series_of(stored)))["ROSENTHAL"]
    assert len(finding.location.sources) == 8


def test_a_loop_says_in_which_frames_it_was_seen(detect: Callable[..., Found]) -> None:
    frames = np.stack([screen("MI 1.2")] * 16)
    frames[3] = screen("MI 1.2", "ROSENTHAL")
    found = by_text(detect(image(frames)))
    assert found["MI1.2"].location.frames == tuple(range(16))
    assert 3 in (found["ROSENTHAL"].location.frames or ())


def test_a_changing_clock_is_one_finding(detect: Callable[..., Found]) -> None:
    frames = np.stack([screen(f"09:14:{second:02d}") for second in range(10, 58, 3)])
    found = [each for each in detect(image(frames)) if isinstance(each, Finding)]
    assert len(found) == 1
    assert found[0].category is Category.DATE


def test_segmentations_are_left_out_with_a_reason(detect: Callable[..., Found]) -> None:
    picture = image(screen("ROSENTHAL"), SOPClassUID="1.2.840.10008.5.1.4.1.1.66.4")
    picture.file_meta.MediaStorageSOPClassUID = picture.SOPClassUID
    assert detect(picture) == []


def test_why_a_dose_is_not_read(tmp_path: Path) -> None:
    dose = image(screen(), SOPClassUID="1.2.840.10008.5.1.4.1.1.481.2")
    dose.file_meta.MediaStorageSOPClassUID = dose.SOPClassUID
    saved(dose, tmp_path)
    (instance,) = load([tmp_path]).instances()
    assert "doses" in why_not_read(instance)


def test_a_damaged_instance_is_a_failure_and_the_others_are_read(
    detect: Callable[..., Found],
) -> None:
    good, bad = image(screen("ROSENTHAL")), image(screen("MARIELLE"))
    bad.StudyInstanceUID, bad.SeriesInstanceUID = good.StudyInstanceUID, good.SeriesInstanceUID
    bad.compress(RLELossless)
    bad.PixelData = encapsulate([b"\xff" * 400])
    found = detect(good, bad)
    failures = [each for each in found if isinstance(each, Failure)]
    assert "ROSENTHAL" in by_text(found)
    assert [each.source.path.name for each in failures] == ["1.dcm"]


def test_what_nobody_can_read_is_blanked_around_the_ultrasound_image_and_asked_about_within(
    detect: Callable[..., Found], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.detect.pixels.text.proposed", lambda verdict: Action.REVIEW)
    ds = image(screen("Zyglofant", "", "", "Quorvex"), Modality="US")
    region = Dataset()
    region.RegionLocationMinX0, region.RegionLocationMinY0 = 0, 120
    region.RegionLocationMaxX1, region.RegionLocationMaxY1 = 319, 255
    ds.SequenceOfUltrasoundRegions = [region]
    found = by_text(detect(ds))
    assert found["Zyglofant"].proposed is Action.BLANK
    assert "outside the ultrasound image" in found["Zyglofant"].reason
    assert found["Quorvex"].proposed is Action.REVIEW
    assert "outside" not in found["Quorvex"].reason
