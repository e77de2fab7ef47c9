"""A pasted patch is found at its place, and noise, letters and flat parts are not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tests.authenticity import manipulations
from tests.authenticity.planes import scan_plane
from viewer.authenticity.exact_copy import repeated
from viewer.authenticity.windows import SIDE


@pytest.mark.parametrize("seed", range(4))
def test_a_scan_does_not_repeat(seed: int) -> None:
    assert repeated(scan_plane(seed)) is None


@pytest.mark.parametrize("dtype", [np.int16, np.uint16, np.int32])
def test_a_copied_patch_is_found_at_its_place(dtype: type[np.integer]) -> None:
    image = scan_plane(1)
    image[150:180, 140:170] = image[80:110, 90:120]
    found = repeated(image.astype(dtype))
    assert found is not None
    count, *boxes = found
    assert count > 0.8 * (31 - SIDE) ** 2
    places = sorted((box.x, box.y, box.width, box.height) for box in boxes)
    assert places == [(90, 80, 30, 30), (140, 150, 30, 30)]


@pytest.mark.parametrize("side", [12, 16, 24])
def test_small_pastes_with_a_hard_rim_are_found(side: int) -> None:
    done = manipulations.hard_copy(scan_plane(2), np.random.default_rng(3), side)
    assert done is not None and done[1] is not None
    found = repeated(done[0])
    assert found is not None
    assert any(box.overlap(done[1]) for box in found[1:])


def test_flat_background_is_not_a_copy() -> None:
    image = np.zeros((256, 256), np.int64)
    image[100:140, 100:140] = scan_plane(3)[100:140, 100:140]
    assert repeated(image) is None


def test_repeated_letters_are_not_a_copy() -> None:
    image = scan_plane(4).astype(np.int32).astype(np.float32)
    for row in (40, 120, 200):
        cv2.putText(image, "eeee HHHH", (30, row), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 4000.0, 2)
    assert repeated(image.astype(np.int64)) is None


def test_a_thumbnail_is_too_small_to_judge() -> None:
    assert repeated(scan_plane(1)[:8, :8]) is None
