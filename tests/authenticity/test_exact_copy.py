"""A pasted patch is found at its place, and noise alone is not."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from viewer.authenticity.exact_copy import repeated


def _noise(seed: int, shape: tuple[int, int] = (256, 256)) -> NDArray[np.int16]:
    return (1000 + 60 * np.random.default_rng(seed).standard_normal(shape)).astype(np.int16)


@pytest.mark.parametrize("seed", range(6))
def test_noise_does_not_repeat(seed: int) -> None:
    assert repeated(_noise(seed)) is None


@pytest.mark.parametrize("dtype", [np.int16, np.uint16, np.int32])
def test_a_copied_patch_is_found_at_its_place(dtype: type[np.generic]) -> None:
    image = _noise(1)
    image[150:180, 140:170] = image[20:50, 30:60]
    found = repeated(image.astype(dtype))
    assert found is not None
    count, box = found
    assert count == 23 * 23
    assert (box.x, box.y, box.width, box.height) == (30, 20, 30, 30)


def test_flat_background_is_not_a_copy() -> None:
    image = np.zeros((256, 256), np.int16)
    image[100:140, 100:140] = _noise(3, (40, 40))
    assert repeated(image) is None


def test_a_thumbnail_is_too_small_to_judge() -> None:
    assert repeated(_noise(1, (12, 12))) is None
