"""Rows 48 and 49: text that is covered in one place and stands in another, or shines through."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cv2
import imagecodecs
import numpy as np
import pydicom
import pytest
from numpy.typing import NDArray
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate
from pydicom.uid import JPEGBaseline8Bit

from tests.clean.pixels.build import image, saved
from tests.export import test_pixels_again as pixels_again
from tests.ocr.drawing import strokes
from viewer import detect, export, load
from viewer.dicom import FrameReader
from viewer.model import Action, Source
from viewer.profile import load_profile
from viewer.provenance import Vault

_SHAPE, _GROUND = (120, 260), 40
_INK = strokes(_SHAPE, "ROSENTHAL", 20, 70, 0.9)
_FAINT = 3
_RINGING = 8
Pixels = NDArray[Any]


def _picture(contrast: int) -> Pixels:
    pixels = np.full(_SHAPE, _GROUND, np.uint8)
    pixels[_INK] += contrast
    return pixels


def _study(folder: Path) -> None:
    """A cine with the name in its second frame, a JPEG copy full of ringing, and a thumbnail."""
    folder.mkdir()
    frames = np.stack([_picture(contrast) for contrast in (_FAINT, 190, _FAINT)])
    made = {"cine": image(frames), "jpeg": image(frames[1])}
    made["small"] = image(cv2.resize(frames[1], None, fx=0.6, fy=0.6, interpolation=3))
    _as_jpeg(made["jpeg"], frames[1], 12)
    for name, ds in made.items():
        ds.StudyInstanceUID, ds.SeriesDescription = "1.2.3.48", name
        saved(ds, folder, f"{name}.dcm")


def _as_jpeg(ds: FileDataset, pixels: Pixels, level: int) -> FileDataset:
    ds.PixelData = encapsulate([bytes(imagecodecs.jpeg8_encode(pixels, level=level))])
    ds["PixelData"].VR = "OB"
    ds.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
    return ds


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pixels]:
    """Frames of the export by what they were, after everything that was proposed was done."""
    root = tmp_path_factory.mktemp("text-left")
    _study(root / "in")
    profile = load_profile("research")
    loaded = load.load([root / "in"])
    result = detect.scan(loaded, profile, face=False)
    with Vault.open(root / "vault.db", create=True) as vault:
        out = export.export(
            loaded, result, {}, out=root / "out", profile=profile, vault=vault, accept_proposed=True
        ).out
    found: dict[str, Pixels] = {}
    with FrameReader() as reader:
        for path in (out / "dicom").rglob("*.dcm"):
            frames = np.stack([each.array for each in reader.frames(Source(path))])
            kind = "small" if frames.shape[1] < _SHAPE[0] else "cine" if len(frames) > 1 else "jpeg"
            found[kind] = frames
            assert pydicom.dcmread(path).BurnedInAnnotation == "NO"
    told = json.loads((out / "provenance.json").read_text("utf-8"))
    again = told["predicate"]["checks"]["pixels_read_again"]
    assert (again["files"], again["texts_left"]) == (3, 0)
    return found


@pytest.mark.slow
def test_row_48_a_name_in_one_frame_goes_from_every_frame_and_every_copy(
    written: dict[str, Pixels],
) -> None:
    rows, columns = (slice(each.min(), each.max() + 1) for each in np.nonzero(_INK))
    for frame in written["cine"]:  # in two of them no reader sees it; a stretched window would
        assert len(np.unique(frame[rows, columns])) == 1
    assert not np.array_equal(written["cine"][0], np.zeros(_SHAPE))
    small = cv2.resize(_INK.astype(np.uint8), None, fx=0.6, fy=0.6) > 0
    for frame, ink in ((written["jpeg"][0], _INK), (written["small"][0], small)):
        assert np.ptp(frame[ink].astype(int)) <= 2


@pytest.mark.slow
def test_row_49_no_ringing_of_a_lossy_frame_is_left_around_a_box(
    written: dict[str, Pixels],
) -> None:
    source = imagecodecs.jpeg8_decode(imagecodecs.jpeg8_encode(_picture(190), level=12))
    beside = cv2.dilate(_INK.astype(np.uint8), np.ones((2 * _RINGING + 1,) * 2)) > _INK
    before = np.abs(source[beside].astype(int) - _GROUND)
    after = written["jpeg"][0]
    fill, ground = after[_INK][0], source[0, 0]
    assert before.max() > 40
    assert np.isin(after[beside], (fill, ground)).all()


@pytest.mark.slow
def test_row_49_a_name_that_shines_through_losses_is_read_again_and_refuses(
    tmp_path: Path,
) -> None:
    ghost = np.full((200, 300), _GROUND, np.uint8)
    ghost[strokes(ghost.shape, "ROSENTHAL", 24, 62, 0.9)] += 22
    place = tmp_path / pixels_again.NAME
    place.parent.mkdir(parents=True)
    saved(_as_jpeg(image(ghost), ghost, 25), place.parent, place.name)
    found = pixels_again.read(tmp_path, pixels_again.ELSEWHERE, Action.BLANK)
    (refusal,) = found.refusals
    assert pixels_again.NAME in refusal.text
