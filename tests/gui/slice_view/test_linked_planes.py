"""Three planes go through one place, and slice and planes follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.dicom.made import image
from tests.gui.slice_view.conftest import Make
from viewer.dicom import FrameReader, write_dataset
from viewer.gui import theme
from viewer.gui.slice_view import SliceView
from viewer.load import load

_SIDE, _COUNT = 32, 8
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[SliceView]:
    """A view on an axial stack; each slice is as bright as it is high."""
    theme.apply(qapp)
    for number in range(_COUNT):
        pixels = np.full((_SIDE, _SIDE), 20 * number, np.uint8)
        place = {"ImagePositionPatient": [0, 0, 5 * number], "PixelSpacing": [2, 1]}
        made = image(
            pixels, SOPInstanceUID=f"1.2.{number + 1}", InstanceNumber=number + 1, Modality="CT",
            ImageOrientationPatient=[1, 0, 0, 0, 1, 0], WindowCenter=128, WindowWidth=256, **place
        )  # fmt: skip
        write_dataset(made, tmp_path / f"{number}.dcm")
    made_view = SliceView()
    qtbot.addWidget(made_view)
    made_view.resize(640, 520)
    made_view.show()
    with FrameReader() as reader:
        made_view.set_series(next(load([tmp_path]).series()), reader)
        qtbot.waitUntil(lambda: made_view.canvas.scene.is_current, timeout=20_000)
        yield made_view
        made_view.close_reader()


def _opened(view: SliceView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_M)
    cuts = view.planes.views.values()
    qtbot.waitUntil(lambda: all(each.cut for each in cuts), timeout=20_000)


def test_a_key_shows_planes_in_proportion_and_another_press_hides_them(
    view: SliceView, qtbot: QtBot
) -> None:
    _opened(view, qtbot)
    shapes = {name: each.cut.values.shape for name, each in view.planes.views.items() if each.cut}
    assert shapes == {"axial": (63, 32), "coronal": (36, 32), "sagittal": (36, 63)}  # mm
    assert all(each.isVisible() for each in view.planes.views.values())
    coronal = view.planes.views["coronal"].cut
    assert coronal is not None
    assert coronal.values[0].mean() > coronal.values[-1].mean() + 100  # the head is up
    QTest.keyClick(view, Qt.Key.Key_M)
    assert not any(each.isVisible() for each in view.planes.views.values())
    assert view.canvas.scene.cross is None


def test_scrolling_moves_the_cross_hair_and_a_click_on_a_plane_moves_the_slice(
    view: SliceView, qtbot: QtBot
) -> None:
    _opened(view, qtbot)
    view.show(6)
    assert view.planes.at[2] == pytest.approx(30)
    sagittal = view.planes.views["sagittal"]
    QTest.mouseClick(sagittal, Qt.MouseButton.LeftButton, pos=sagittal.rect().center())
    assert view.current()[0] in (3, 4)
    sagittal.setFocus()
    before = view.planes.at
    QTest.keyClick(sagittal, Qt.Key.Key_Right)
    assert view.planes.at[1] > before[1]
    assert view.planes.at[::2] == pytest.approx(before[::2])


def test_with_shift_a_press_on_the_slice_moves_the_cross_hair_and_draws_nothing(
    view: SliceView, qtbot: QtBot
) -> None:
    _opened(view, qtbot)
    view.set_tool("box")
    drawn: list[object] = []
    view.box_drawn.connect(lambda *told: drawn.append(told))
    middle = view.canvas.rect().center()
    QTest.mousePress(view.canvas, Qt.MouseButton.LeftButton, _SHIFT, middle + QPoint(40, 20))
    QTest.mouseRelease(view.canvas, Qt.MouseButton.LeftButton, _SHIFT, middle + QPoint(40, 20))
    assert view.planes.at[0] > 16
    assert not drawn
    axial = view.planes.views["axial"]
    assert axial.cut is not None
    assert axial.cut.spot(view.planes.at)[0] == pytest.approx(view.canvas.scene.cross[0], abs=0.6)


def test_a_series_without_positions_says_why_there_are_no_planes(make: Make, qtbot: QtBot) -> None:
    view, _, _ = make(4)
    QTest.keyClick(view, Qt.Key.Key_M)
    axial = view.planes.views["axial"]
    qtbot.waitUntil(lambda: "no positions" in axial.message, timeout=10_000)
    assert axial.cut is None
