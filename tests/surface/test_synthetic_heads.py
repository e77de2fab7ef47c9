"""A synthetic head is reproducible, somebody else with another seed, and tells the truth."""

from __future__ import annotations

import numpy as np
import pytest

from tests.surface.heads import head
from viewer.surface import head_volume


def test_the_same_seed_gives_the_same_voxels() -> None:
    again = head_volume(1, "CT", (2.0, 2.0, 2.0))
    assert np.array_equal(again.array, head(1).array)


def test_another_seed_gives_another_face() -> None:
    assert head(1).landmarks["nose_tip"] != head(2).landmarks["nose_tip"]
    assert (head(1).array != head(2).array).mean() > 0.1


@pytest.mark.parametrize("modality", ["CT", "T1", "T2"])
def test_the_brain_has_a_brains_size_and_no_air(modality: str) -> None:
    phantom = head(1, modality)
    millilitres = phantom.brain.sum() * 8.0 / 1000
    inside = phantom.array[phantom.brain]
    assert 900 < millilitres < 1700
    assert np.percentile(inside, 5) > (0 if modality == "CT" else 200)


def test_the_eyes_lie_inside_the_head_and_the_nose_in_front_of_them() -> None:
    phantom = head(1)
    x, y, z = phantom.landmarks["eye_left"]
    column, row, index, _ = np.rint(np.linalg.inv(phantom.affine) @ [x, y, z, 1]).astype(int)
    assert -50 < phantom.array[index, row, column] < 100
    assert phantom.landmarks["nose_tip"][1] < y - 20


def test_thick_slices_blur_the_border_but_keep_the_place() -> None:
    thin, thick = head(1), head(1, "CT", "axial")
    assert thick.array.shape[0] * 5 == pytest.approx(thin.array.shape[0] * 2, abs=6)
    share = [(each.array > -300).mean() for each in (thin, thick)]
    assert share[0] == pytest.approx(share[1], rel=0.05)


def test_an_unknown_modality_is_refused() -> None:
    with pytest.raises(KeyError):
        head_volume(1, "US", (4.0, 4.0, 4.0))
