"""A newcomer adds a detector and a cleaning method by dropping in one file each.

The files are the examples of CONTRIBUTING, so what it says is what works.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pydicom
import pytest
from pydicom.data import get_testdata_file

from tests.architecture.conftest import PROJECT, Run

_EXAMPLE = re.compile(r"goes into `([^`]+)`:\n\n```python\n(.*?)```", re.DOTALL)


@pytest.fixture
def with_newcomers(project_copy: Path) -> Path:
    """A copy of the project with the examples of CONTRIBUTING put where it says."""
    page = (PROJECT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    examples = _EXAMPLE.findall(page)
    assert [Path(place).parts[1] for place, _ in examples] == ["detect", "clean"]
    for place, code in examples:
        (project_copy / place).write_text(code, encoding="utf-8")
    shutil.copytree(PROJECT / "tests" / "architecture", project_copy / "tests" / "architecture")
    for name in ("__init__.py", "conftest.py", "fake_keyring.py"):
        shutil.copy(PROJECT / "tests" / name, project_copy / "tests" / name)
    return project_copy


def test_the_registry_finds_them(with_newcomers: Path, run_in: Run) -> None:
    code = (
        "from viewer import clean, detect;"
        "print([d.id for d in detect.detectors()], [m.id for m in clean.methods()])"
    )
    found = run_in(with_newcomers, "-c", code)
    assert "'header.rare-weight'" in found.stdout, found.stderr
    assert "'round-weight'" in found.stdout


def test_the_command_line_lists_them(with_newcomers: Path, run_in: Run) -> None:
    detectors = run_in(with_newcomers, "-m", "viewer", "detectors")
    assert "header.rare-weight 1: Rare weights" in detectors.stdout, detectors.stderr
    assert "misses: weights written in free text" in detectors.stdout
    methods = run_in(with_newcomers, "-m", "viewer", "methods")
    assert "round-weight 1: Round weights" in methods.stdout, methods.stderr


def test_the_contract_tests_take_them_in(with_newcomers: Path, run_in: Run) -> None:
    tested = _contracts(with_newcomers, run_in)
    assert tested.returncode == 0, tested.stdout[-2000:]
    assert "[detector:header.rare-weight] PASSED" in tested.stdout
    assert "[method:round-weight] PASSED" in tested.stdout


def test_their_files_need_no_tidying(with_newcomers: Path, run_in: Run) -> None:
    places = ("viewer/detect/header/rare_weight.py", "viewer/clean/header/round_weight.py")
    for words in (("format", "--check"), ("check",)):
        tidied = run_in(with_newcomers, "-m", "ruff", *words, "--no-cache", *places)
        assert tidied.returncode == 0, tidied.stdout


def test_one_that_hides_its_limits_fails_the_contract_tests(
    with_newcomers: Path, run_in: Run
) -> None:
    file = with_newcomers / "viewer" / "detect" / "header" / "rare_weight.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"weights written in free text"', '""'), encoding="utf-8")
    tested = _contracts(with_newcomers, run_in)
    assert tested.returncode == 1
    assert "what_not[detector:header.rare-weight] FAILED" in tested.stdout


def test_the_new_detector_looks_at_scans(
    with_newcomers: Path, run_in: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    scan = tmp_path_factory.mktemp("scan") / "heavy.dcm"
    ds = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    ds.PatientWeight = 204
    ds.save_as(scan)
    words = ("scan", str(scan), "--json", "-", "--no-text", "--no-face")
    ran = run_in(with_newcomers, "-m", "viewer", *words)
    findings = json.loads(ran.stdout)["findings"]
    assert [each["keyword"] for each in findings if each["detector"] == "header.rare-weight"] == [
        "PatientWeight"
    ]


def _contracts(folder: Path, run_in: Run) -> CompletedProcess[str]:
    file = "tests/architecture/test_registry_contracts.py"
    return run_in(folder, "-m", "pytest", "-vv", "-p", "no:cacheprovider", file)
