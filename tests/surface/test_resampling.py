"""Axis by axis gives what interpolating in three dimensions at once gives."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from viewer.surface.resampling import resampled

_STEPS = {
    "axial": np.diag([0.4, 1.3, 0.7]),
    "sagittal, reversed": np.array([[0, 0, -0.8], [0.5, 0, 0], [0, 1.1, 0]]),
    "oblique": np.array([[0.9, 0.2, 0], [-0.2, 0.9, 0], [0, 0, 1.0]]),
}


@pytest.mark.parametrize("name", _STEPS)
def test_every_orientation_is_interpolated_alike(name: str) -> None:
    source = np.random.default_rng(2).standard_normal((9, 11, 13)).astype(np.float32)
    step = np.eye(4)
    step[:3, :3] = _STEPS[name]
    step[:3, 3] = (9.5, -0.5, 0.25) if "reversed" in name else (-0.75, 0.5, 0.25)
    wanted = ndimage.affine_transform(
        source, step[:3, :3], step[:3, 3], (20, 18, 16), output=np.float32, order=1, cval=np.nan
    )
    found = resampled(source, step, (20, 18, 16))
    assert np.array_equal(np.isnan(found), np.isnan(wanted))
    assert 300 < np.isfinite(found).sum() < found.size
    assert np.allclose(found, wanted, atol=1e-5, equal_nan=True)
