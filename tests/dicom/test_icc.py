"""Colours of a profile look as an independent colour engine (Qt's) shows them."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PySide6.QtGui import QColorSpace, QImage

from viewer.dicom.icc import to_srgb

_GRID = np.stack(np.meshgrid(*[np.arange(0, 256, 15, np.uint8)] * 3), axis=-1).reshape(1, -1, 3)
_SPACES = {
    "sRGB": QColorSpace(QColorSpace.NamedColorSpace.SRgb),
    "Adobe RGB": QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb),
    "Display P3": QColorSpace(QColorSpace.NamedColorSpace.DisplayP3),
    "ProPhoto": QColorSpace(QColorSpace.NamedColorSpace.ProPhotoRgb),
    "gamma 1.8": QColorSpace(QColorSpace.Primaries.SRgb, QColorSpace.TransferFunction.Gamma, 1.8),
    "linear": QColorSpace(QColorSpace.NamedColorSpace.SRgbLinear),
}


def _by_qt(space: QColorSpace) -> np.ndarray:
    width = _GRID.shape[1]
    picture = QImage(_GRID.tobytes(), width, 1, width * 3, QImage.Format.Format_RGB888).copy()
    picture.setColorSpace(QColorSpace.fromIccProfile(space.iccProfile()))
    picture.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return np.frombuffer(picture.constBits(), np.uint8)[: width * 3].reshape(1, width, 3).copy()


@pytest.mark.parametrize("name", _SPACES)
def test_a_profile_is_applied_as_another_engine_does(name: str) -> None:
    ours = to_srgb(_GRID, bytes(_SPACES[name].iccProfile().data()))
    assert ours is not None
    apart = np.abs(ours.astype(int) - _by_qt(_SPACES[name]).astype(int))
    assert apart.max() <= 3  # clipped dark tones; one level elsewhere
    assert (apart <= 1).mean() > 0.98


def test_pixels_of_srgb_are_not_touched() -> None:
    assert to_srgb(_GRID, bytes(_SPACES["sRGB"].iccProfile().data())) is _GRID


@pytest.mark.parametrize("cut", [0, 10, 100, 131, 140, 200, 300])
def test_a_damaged_profile_is_told_and_nothing_is_changed(cut: int) -> None:
    whole = bytes(_SPACES["Adobe RGB"].iccProfile().data())
    assert to_srgb(_GRID, whole[:cut]) is None


def test_hostile_counts_cost_nothing() -> None:
    whole = bytearray(_SPACES["Adobe RGB"].iccProfile().data())
    at = whole.find(b"curv") if b"curv" in whole else whole.find(b"para")
    for place in (128, at + 8):
        damaged = bytearray(whole)
        struct.pack_into(">I", damaged, place, 0xFFFFFFF0)
        assert to_srgb(_GRID, bytes(damaged)) is None
