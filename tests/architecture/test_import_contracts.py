"""The import contracts hold here and fail on a deliberate breach."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.architecture.conftest import PROJECT, Run

_LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


def _lint(run_in: Run, folder: Path) -> subprocess.CompletedProcess[str]:
    return run_in(folder, "-c", _LINT, "--no-cache")


def test_the_contracts_hold(run_in: Run) -> None:
    linted = _lint(run_in, PROJECT)
    assert linted.returncode == 0, linted.stdout
    assert " 0 broken" in linted.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("model/box.py", "import numpy", "The model is standard library"),
        ("dicom/__init__.py", "import viewer.clean", "Each room imports only"),
        ("verify/__init__.py", "import viewer.clean", "The verifier shares no code"),
        ("load/__init__.py", "import PySide6.QtCore", "Qt stays inside gui"),
        ("ocr/__init__.py", "import vtk", "VTK only where"),
        ("utils/__init__.py", "", "Each room imports only"),
    ],
)
def test_a_breach_is_reported_by_name(
    project_copy: Path, run_in: Run, file: str, line: str, contract: str
) -> None:
    breached = project_copy / "viewer" / file
    breached.parent.mkdir(exist_ok=True)
    with breached.open("a", encoding="utf-8") as text:
        text.write(f"\n{line}\n")
    linted = _lint(run_in, project_copy)
    assert linted.returncode != 0
    broken = [each for each in linted.stdout.splitlines() if each.endswith("BROKEN")]
    assert [each for each in broken if each.startswith(contract)], linted.stdout


def test_two_detectors_that_know_each_other_are_a_breach(project_copy: Path, run_in: Run) -> None:
    folder = project_copy / "viewer" / "detect" / "header"
    (folder / "first.py").write_text("NUMBER = 1\n")
    (folder / "second.py").write_text("from viewer.detect.header.first import NUMBER\n")
    linted = _lint(run_in, project_copy)
    assert linted.returncode != 0
    assert "Header detectors do not import each other BROKEN" in linted.stdout


def test_the_command_line_loads_neither_qt_nor_vtk(run_in: Run) -> None:
    code = (
        "import sys, viewer.cli, viewer.__main__;"
        "print(sorted({m.split('.')[0] for m in sys.modules}"
        " & {'PySide6', 'shiboken6', 'vtk', 'vtkmodules'}))"
    )
    loaded = run_in(PROJECT, "-c", code)
    assert loaded.stderr == ""
    assert loaded.stdout.strip() == "[]"
