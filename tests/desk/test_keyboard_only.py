"""The real window, keyboard only: from opening a folder to the verified export."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.reviewer import Reviewer
from tests.desk.studies import STUDIES
from viewer.verify import verify

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
_MOST_PRESSES = 60


def test_a_study_is_cleared_with_keys_alone(reviewer: Reviewer, tmp_path: Path) -> None:
    study = STUDIES["secondary"](tmp_path / "study")  # the longer ones: python -m tests.desk
    if study is None:
        pytest.skip("the shared data is not on this machine")
    count = reviewer.clear(study, tmp_path / "out")
    assert count.exported.verified.ok
    assert verify(tmp_path / "out").ok
    assert count.presses <= _MOST_PRESSES
