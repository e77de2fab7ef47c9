"""A seeded few of the grid that ``tests.benchmarks.face_grid`` runs in full."""

from __future__ import annotations

import numpy as np
import pytest

from tests.benchmarks.face_grid import measured
from tests.surface.cases import Case, grid


@pytest.mark.parametrize(
    "case",
    [
        Case(4, "CT", "5 mm axial", "from eyes up"),
        Case(7, "T1", "5 mm sagittal", "sinus"),
        Case(11, "T2", "1 mm", "full"),
    ],
    ids=lambda case: case.name,
)
def test_landmarks_are_near_and_the_brain_is_whole(case: Case) -> None:
    found = measured(case, coarser=2.0)
    assert np.mean(found["errors_mm"]) <= 6.0
    assert max(found["errors_mm"]) <= 10.0
    assert len(found["errors_mm"]) == 3
    for step in ("standard", "deepest"):
        assert found[step]["brain"] == found[step]["outside"] == 0
        assert 0.02 < found[step]["share"] < 0.5


def test_the_grid_holds_every_case_once() -> None:
    cases = list(grid(20))
    assert len({case.name for case in cases}) == len(cases) == 20 * 27
