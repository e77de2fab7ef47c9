"""What rounding, JPEG and resampling leave behind is told; untouched planes are not accused."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from tests.authenticity import manipulations
from tests.authenticity.planes import scan_plane
from viewer.authenticity.bit_history import BitHistory
from viewer.authenticity.block_grid import BlockGrid
from viewer.authenticity.pixel_check import PixelCheck
from viewer.authenticity.resampling import Resampling
from viewer.authenticity.subject import Plane


def _rules(check: PixelCheck, plane: Plane, bits: int = 12) -> set[str]:
    return {each.rule for each in check.on_plane(plane, bits)}


@pytest.mark.parametrize("check", [BitHistory(), BlockGrid(), Resampling()])
@pytest.mark.parametrize("seed", range(3))
def test_an_untouched_plane_shows_nothing(check: PixelCheck, seed: int) -> None:
    assert _rules(check, scan_plane(seed)) == set()


@pytest.mark.parametrize(
    "edit",
    [
        manipulations.eight_bit_history,
        manipulations.jpeg_history,
        manipulations.narrow_jpeg_history,
    ],
)
def test_eight_bits_are_told_by_their_values(
    edit: Callable[[Plane, np.random.Generator], manipulations.Edited],
) -> None:
    plane, _ = edit(scan_plane(1), np.random.default_rng(0))
    assert "bit-history.few-values" in _rules(BitHistory(), plane)


def test_an_image_that_claims_eight_bits_is_not_accused_of_them() -> None:
    plane, _ = manipulations.eight_bit_history(scan_plane(1), np.random.default_rng(0))
    assert _rules(BitHistory(), plane, bits=8) == set()


def test_stretched_contrast_leaves_holes() -> None:
    plane, _ = manipulations.stretch(scan_plane(1, 512), np.random.default_rng(0))
    assert _rules(BitHistory(), plane) == {"bit-history.holes"}


def test_the_grid_is_seen_in_full_depth_and_told_in_both_directions() -> None:
    plane = scan_plane(2)
    _, coded = cv2.imencode(".jpg", (plane / 16).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 70])
    decoded = cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE).astype(np.int64)
    (found,) = BlockGrid().on_plane(decoded * 16 + 3, 12)
    assert "eighth column and row" in found.text


@pytest.mark.parametrize("seed", range(3))
def test_a_doubled_plane_was_resampled_and_was_no_jpeg(seed: int) -> None:
    plane, _ = manipulations.half_size(scan_plane(seed), np.random.default_rng(0))
    (found,) = Resampling().on_plane(plane, 12)
    assert "twice the size" in found.text
    assert _rules(BlockGrid(), plane) == set()


def test_the_grid_of_a_jpeg_is_not_told_as_doubling() -> None:
    plane, _ = manipulations.jpeg_history(scan_plane(2), np.random.default_rng(0))
    assert _rules(BlockGrid(), plane) == {"block-grid"}
    assert not any("twice the size" in each.text for each in Resampling().on_plane(plane, 12))


def test_an_enlarged_plane_has_a_rhythm() -> None:
    plane, _ = manipulations.resample(scan_plane(3, 512), np.random.default_rng(0))
    assert _rules(Resampling(), plane) == {"resampling"}
