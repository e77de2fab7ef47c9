"""A copy of the package to break or extend, and a way to run commands in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A folder with copies of the package, its resources and its pyproject.toml."""
    for name in ("viewer", "resources"):
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=without)
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.fixture
def run_in() -> Run:
    """Runs ``python -m words`` in a folder whose packages come before the installed ones."""

    def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        surroundings = os.environ | {"PYTHONPATH": str(folder)}
        command = [sys.executable, *words]
        return subprocess.run(
            command, cwd=folder, env=surroundings, capture_output=True, text=True, timeout=240
        )

    return run
