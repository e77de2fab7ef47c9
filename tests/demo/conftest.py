"""The small demo study, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.demo import make_demo


@pytest.fixture(scope="session")
def small_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small synthetic study."""
    return make_demo(tmp_path_factory.mktemp("demo") / "study", size="small")
