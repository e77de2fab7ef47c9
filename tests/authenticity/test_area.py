"""The noise of a marked area is ranked among matched places of the same image."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from viewer.authenticity import check_area
from viewer.errors import UsageError
from viewer.model import Box

_AREA = Box(100, 90, 32, 32)


def _image() -> NDArray[np.int16]:
    return (1000 + 20 * np.random.default_rng(5).standard_normal((256, 256))).astype(np.int16)


def test_noise_is_measured_in_stored_values() -> None:
    assert check_area(_image(), _AREA).noise == pytest.approx(20, rel=0.1)


def test_a_blurred_place_is_smoother_than_every_control() -> None:
    image = _image()
    image[90:122, 100:132] = gaussian_filter(image[90:122, 100:132].astype(float), 1)
    report = check_area(image, _AREA)
    assert report.rank == 0
    assert "less noise than 100 %" in report.text


def test_an_untouched_place_is_not_extreme() -> None:
    assert 0.01 < check_area(_image(), _AREA).rank < 0.99


@pytest.mark.parametrize("area", [Box(240, 10, 32, 32), Box(10, 10, 4, 40)])
def test_an_area_outside_or_too_small_is_refused(area: Box) -> None:
    with pytest.raises(UsageError, match="inside the image"):
        check_area(_image(), area)
