"""Noise and texture of a marked area are ranked among matched places of the same image."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from tests.authenticity import manipulations
from tests.authenticity.planes import scan_plane
from viewer.authenticity import check_area, rate_of
from viewer.errors import UsageError
from viewer.model import Box

_AREA = Box(100, 90, 32, 32)


def test_a_blurred_place_is_unlike_nearly_all_controls() -> None:
    done = manipulations.blur(scan_plane(5), np.random.default_rng(1), 32)
    assert done is not None and done[1] is not None
    report = check_area(done[0], done[1])
    assert report.is_unusual
    assert report.noise < np.median(report.controls)
    assert "it has less noise than most" in report.text
    assert rate_of("area").text in report.text
    assert "untouched places in our tests" in report.text


def test_a_repaired_place_is_found() -> None:
    done = manipulations.repair(scan_plane(6), np.random.default_rng(2), 30)
    assert done is not None and done[1] is not None
    assert check_area(done[0], done[1]).is_unusual


def test_a_blur_is_found_where_noise_is_about_the_rounding_and_structure_is_uneven() -> None:
    raw = [np.random.default_rng(seed).standard_normal((256, 256)) for seed in (3, 4, 5)]
    spots, grain, where = map(gaussian_filter, raw, (2.0, 0.7, 16))
    uneven = 20 * spots / spots.std() * np.clip(40 * where, 0, 2)
    image = np.rint(1000 + uneven + 0.8 * grain / grain.std()).astype(np.int64)
    edited = [manipulations.blur(image, np.random.default_rng(seed), 30) for seed in range(10)]
    found = [check_area(done[0], done[1]).is_unusual for done in edited if done and done[1]]
    assert len(found) == 10
    assert sum(found) >= 9


def test_untouched_places_are_rarely_unusual() -> None:
    image, random = scan_plane(7), np.random.default_rng(3)
    places = [manipulations.place(image, 28, random) for _ in range(30)]
    unusual = sum(check_area(image, each).is_unusual for each in places if each)
    assert unusual <= 5


def test_controls_lie_inside_apart_from_the_area_and_number_eighty_at_most() -> None:
    report = check_area(scan_plane(5), _AREA)
    assert 20 <= len(report.places) == len(report.controls) <= 80
    assert not any(each.overlap(_AREA) for each in report.places)
    assert all(each.clipped(256, 256) == each for each in report.places)
    assert "Added lesions and careful repairs" in report.text


@pytest.mark.parametrize("area", [Box(240, 10, 32, 32), Box(10, 10, 4, 40)])
def test_an_area_outside_or_too_small_is_refused(area: Box) -> None:
    with pytest.raises(UsageError, match="inside the image"):
        check_area(scan_plane(5), area)


def test_an_area_as_large_as_the_image_has_no_controls() -> None:
    with pytest.raises(UsageError, match="too few places"):
        check_area(scan_plane(5), Box(10, 10, 200, 200))
