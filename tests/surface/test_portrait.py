"""Pictures in a report are drawn from shares alone, on heads that are nobody's."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from viewer.surface.portrait import portrait


def _picture(shares: dict[str, float], *, defaced: bool) -> NDArray[np.int64]:
    coded = np.frombuffer(portrait(shares, defaced=defaced), np.uint8)
    return cv2.imdecode(coded, cv2.IMREAD_COLOR).astype(np.int64)


def test_a_region_that_shows_is_yellow_where_it_lies() -> None:
    none, nose = (_picture({"nose": share}, defaced=False) for share in (0.0, 1.0))
    more_yellow = (nose - none) @ [-1, 1, 1] > 120  # blue, green, red
    rows, columns = np.nonzero(more_yellow)
    assert 300 < len(rows) < 6000
    assert abs(columns.mean() - none.shape[1] / 2) < 6
    assert 0.4 < rows.mean() / len(none) < 0.6


def test_the_shell_has_no_features_to_colour() -> None:
    before, after = (_picture({}, defaced=each) for each in (False, True))
    middle = slice(110, 190), slice(70, 130)
    steps = [np.abs(np.diff(each[middle].sum(axis=2), axis=0)).mean() for each in (before, after)]
    assert steps[1] < 0.4 * steps[0]
