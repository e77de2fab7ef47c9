"""Codes are ids, wherever they stand and whatever they hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import zxingcpp

from tests.clean.pixels.build import image
from tests.detect.pixels.looking import Found, looked_at, save_all
from viewer.detect.pixels.barcodes import DETECTOR
from viewer.model import Action, Category, Finding, Kind
from viewer.ocr.barcodes import read_barcodes

KINDS = zxingcpp.BarcodeFormat


def code(text: str, kind: zxingcpp.BarcodeFormat, scale: int = 2) -> np.ndarray:
    """Black on white, with its quiet zone."""
    return np.asarray(zxingcpp.create_barcode(text, kind).to_image(scale=scale), np.uint8)


def picture(mark: np.ndarray, x: int, y: int, ground: int = 70) -> np.ndarray:
    made = np.random.default_rng(2).normal(ground, 6, (340, 400)).clip(0, 255).astype(np.uint8)
    made[y : y + mark.shape[0], x : x + mark.shape[1]] = mark
    return made


def only(found: Found) -> Finding:
    (finding,) = found
    assert isinstance(finding, Finding)
    return finding


@pytest.mark.parametrize("kind", [KINDS.QRCode, KINDS.Code128, KINDS.DataMatrix, KINDS.PDF417])
@pytest.mark.parametrize("turns", [0, 1])
def test_all_dark_modules_are_inside_the_box(kind: zxingcpp.BarcodeFormat, turns: int) -> None:
    mark = np.rot90(code("MRN4471902", kind), turns)
    made = picture(np.ascontiguousarray(mark), 60, 20, ground=190)
    (found,) = read_barcodes(made)
    assert found.text.reveal() == "MRN4471902"
    rows, columns = np.nonzero(mark == 0)
    assert found.box.x <= 60 + columns.min() and found.box.right > 60 + columns.max()
    assert found.box.y <= 20 + rows.min() and found.box.bottom > 20 + rows.max()


def test_a_code_with_the_patients_id_says_so_and_is_to_be_blanked(tmp_path: Path) -> None:
    made = image(picture(code("QX4471902", KINDS.QRCode), 100, 90))
    finding = only(looked_at(DETECTOR, save_all(tmp_path, made)))
    assert (finding.kind, finding.proposed) == (Kind.TEXT, Action.BLANK)
    assert finding.category is Category.RECORD_NUMBER
    assert finding.reason == "QR Code: same as Patient ID"
    assert "4471902" not in repr(finding)


def test_a_code_with_anything_else_is_an_id_all_the_same(tmp_path: Path) -> None:
    made = image(picture(code("a link", KINDS.QRCode), 100, 90))
    finding = only(looked_at(DETECTOR, save_all(tmp_path, made)))
    assert (finding.category, finding.proposed) == (Category.OTHER_UNIQUE, Action.BLANK)
    assert finding.reason == "QR Code: codes are ids"


def test_a_code_outside_the_display_window_and_in_some_frames(tmp_path: Path) -> None:
    mark = code("QX4471902", KINDS.QRCode)
    frames = np.full((4, 340, 400), 1000, np.uint16)
    frames[1:3, 50 : 50 + mark.shape[0], 40 : 40 + mark.shape[1]] = np.where(mark > 0, 3000, 2500)
    made = image(frames, WindowCenter=1000, WindowWidth=300)
    finding = only(looked_at(DETECTOR, save_all(tmp_path, made)))
    assert finding.location.frames == (1, 2)


def test_pictures_without_codes_give_nothing(tmp_path: Path) -> None:
    stripes = np.tile(np.uint8([0, 0, 255, 255]), (300, 100))
    assert looked_at(DETECTOR, save_all(tmp_path, image(stripes))) == []
