"""What is said beside an image: sides, place, colours, frame rate, overlays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.dicom.made import image
from tests.gui.slice_view.builders import instance
from tests.gui.slice_view.conftest import Make
from viewer.dicom import write_dataset
from viewer.gui import theme
from viewer.gui.slice_view.placing import depths_mm, facing
from viewer.load import load


def test_an_image_without_place_takes_its_sides_from_patient_orientation() -> None:
    header = Dataset()
    header.PatientOrientation = ["A", "FR"]
    assert facing(instance("one"), header) == ("A", "FR")
    for damaged in ("A", ["A"], ["A", "<b>"], ["", ""]):
        header.PatientOrientation = damaged
        assert facing(instance("one"), header) == ("", "")


def test_frames_lie_where_their_offsets_say() -> None:
    header = Dataset()
    header.ImagePositionPatient, header.PixelSpacing = [0, 0, -7], [1, 1]
    header.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    header.GridFrameOffsetVector = [0, 2.5, 5]
    assert depths_mm(instance("many", frames=3), header) == (-7, -4.5, -2)
    assert depths_mm(instance("one"), header) == ()


@pytest.mark.parametrize(
    ("attributes", "milliseconds"),
    [
        ({"FrameTime": "40"}, 40),
        ({"FrameTime": "40", "CineRate": "10"}, 40),
        ({"FrameTime": "40", "RecommendedDisplayFrameRate": "50"}, 20),
        ({"CineRate": "25"}, 40),
        ({"FrameTimeVector": ["0", "30", "50"]}, 40),
        ({}, None),
    ],
)
def test_the_header_says_how_fast_frames_follow(
    tmp_path: Path, attributes: dict[str, object], milliseconds: float | None
) -> None:
    write_dataset(image(np.zeros((8, 8), np.uint8), **attributes), tmp_path / "one")
    (found,) = load([tmp_path / "one"]).instances()
    assert found.frame_time_ms == milliseconds


def test_overlays_are_shown_until_a_key_hides_them_and_never_on_what_is_cleaned(
    make: Make,
) -> None:
    view, _, _ = make()
    scene, colour = view.canvas.scene, theme.colour("canvas-overlay").name()
    assert scene.picture is not None
    object.__setattr__(scene.picture, "overlay", np.ones((60, 80), bool))

    def middle() -> str:
        image = view.canvas.grab().toImage()
        return image.pixelColor(image.width() // 2 + 20, image.height() // 2 + 20).name()

    assert middle() == colour
    QTest.keyClick(view, Qt.Key.Key_O)
    assert middle() != colour
    assert "overlay hidden" in view.bar.matrix_words.text()
    QTest.keyClick(view, Qt.Key.Key_O)
    QTest.keyClick(view, Qt.Key.Key_P)
    assert middle() != colour


def test_a_pinch_zooms_about_the_fingers(make: Make) -> None:
    view, _, _ = make()
    canvas, before = view.canvas, view.canvas.scene.viewport
    place = QPointF(100, 80)
    under = before.to_image((100, 80))
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        place, place, canvas.mapToGlobal(place), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(canvas, pinch)
    assert canvas.scene.viewport.zoom == pytest.approx(before.zoom * 1.25)
    assert canvas.scene.viewport.to_image((100, 80)) == pytest.approx(under)
