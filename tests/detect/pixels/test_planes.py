"""Text in pictures beside the image is found and told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset, FileDataset

from tests.clean.pixels.build import image
from tests.detect.pixels.looking import Found, looked_at, save_all
from tests.ocr.drawing import strokes
from viewer.detect.pixels.planes import DETECTOR
from viewer.model import Action, Category, Finding, Kind

SHAPE = (200, 300)


def with_overlay(ds: FileDataset, ink: np.ndarray, group: int = 0x6000) -> FileDataset:
    for element, vr, value in (
        (0x0010, "US", ink.shape[-2]),
        (0x0011, "US", ink.shape[-1]),
        (0x0015, "IS", ink.shape[0] if ink.ndim == 3 else 1),
        (0x0040, "CS", "G"),
        (0x0050, "SS", [1, 1]),
        (0x0100, "US", 1),
        (0x0102, "US", 0),
        (0x3000, "OW", np.packbits(ink, bitorder="little").tobytes()),
    ):
        ds.add_new((group << 16) + element, vr, value)
    return ds


def plain(depth: str = "uint8") -> np.ndarray:
    return np.full(SHAPE, 60, depth)


def texts(found: Found) -> dict[str, Finding]:
    return {
        each.text.reveal().replace(" ", ""): each for each in found if isinstance(each, Finding)
    }


def test_a_name_in_an_overlay_is_a_finding_with_its_place(tmp_path: Path) -> None:
    made = with_overlay(image(plain()), strokes(SHAPE, "ROSENTHAL", 40, 80), 0x6002)
    finding = texts(looked_at(DETECTOR, save_all(tmp_path, made)))["ROSENTHAL"]
    assert (finding.kind, finding.proposed) == (Kind.GRAPHIC, Action.REMOVE)
    assert finding.category is Category.NAME
    assert str(finding.location.attribute) == "(6002,3000)"
    assert finding.reason == "in the overlay 6002: same as Patient's Name"
    assert finding.location.box is None
    ink = np.argwhere(strokes(SHAPE, "ROSENTHAL", 40, 80))
    inside = finding.location.inside
    assert inside and inside.x <= ink[:, 1].min() and inside.right > ink[:, 1].max()


def test_any_frame_of_an_overlay_counts(tmp_path: Path) -> None:
    ink = np.stack([strokes(SHAPE, text, 40, 80) for text in ("ROSENTHAL", "")])
    made = with_overlay(image(np.stack([plain()] * 2)), ink)
    assert "ROSENTHAL" in texts(looked_at(DETECTOR, save_all(tmp_path, made)))


def test_an_overlay_in_unused_high_bits_is_read(tmp_path: Path) -> None:
    stored = plain("uint16")
    stored[strokes(SHAPE, "ROSENTHAL", 40, 80)] |= 1 << 13
    made = image(stored, BitsStored=12, HighBit=11)
    finding = texts(looked_at(DETECTOR, save_all(tmp_path, made)))["ROSENTHAL"]
    assert finding.reason.startswith("in unused bit 13 of the pixels: ")


def test_an_icon_image_is_read(tmp_path: Path) -> None:
    icon = Dataset()
    icon.Rows, icon.Columns = 64, 128
    icon.SamplesPerPixel, icon.BitsAllocated, icon.PhotometricInterpretation = 1, 8, "MONOCHROME2"
    icon.PixelData = (
        np.where(strokes((64, 128), "ROSENTHAL", 4, 40), 240, 20).astype("u1").tobytes()
    )
    made = image(plain())
    made.IconImageSequence = [icon]
    finding = texts(looked_at(DETECTOR, save_all(tmp_path, made)))["ROSENTHAL"]
    assert str(finding.location.attribute) == "(0088,0200)"


def test_the_same_overlay_in_a_series_is_one_finding_of_all_instances(tmp_path: Path) -> None:
    ink = strokes(SHAPE, "ROSENTHAL", 40, 80)
    first, second = (with_overlay(image(plain()), ink) for _ in range(2))
    second.StudyInstanceUID, second.SeriesInstanceUID = (
        first.StudyInstanceUID,
        first.SeriesInstanceUID,
    )
    found = looked_at(DETECTOR, save_all(tmp_path, first, second))
    assert [len(each.location.sources) for each in found if isinstance(each, Finding)] == [2]


def test_sign_bits_and_empty_overlays_are_no_pictures(tmp_path: Path) -> None:
    stored = np.tile(np.int16([-5, 7]), (200, 150))
    made = with_overlay(
        image(stored, BitsStored=12, HighBit=11, PixelRepresentation=1), np.zeros(SHAPE, bool)
    )
    assert looked_at(DETECTOR, save_all(tmp_path, made)) == []


def test_an_overlay_that_lies_about_its_size_is_left(tmp_path: Path) -> None:
    made = with_overlay(image(plain()), strokes(SHAPE, "ROSENTHAL", 40, 80))
    made[0x60000010].value, made[0x60000011].value = 60000, 60000
    assert looked_at(DETECTOR, save_all(tmp_path, made)) == []
