"""Masks grown by a ball are those that a threshold on the distance map gives."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from viewer.surface.balls import grown, shrunk


@pytest.mark.parametrize("radius", [1.0, 1.5, 2.5, 3.5, 8.0])
def test_a_ball_reaches_as_far_as_the_distance_map_says(radius: float) -> None:
    noise = np.random.default_rng(1).standard_normal((23, 30, 41))
    mask = ndimage.gaussian_filter(noise, 2.0) > 0.05
    assert np.array_equal(grown(mask, radius), ndimage.distance_transform_edt(~mask) <= radius)
    assert np.array_equal(shrunk(mask, radius), ndimage.distance_transform_edt(mask) > radius)


def test_nothing_grows_out_of_nothing() -> None:
    nothing = np.zeros((4, 5, 6), bool)
    assert not grown(nothing, 3.0).any()
    assert shrunk(~nothing, 3.0).all()
