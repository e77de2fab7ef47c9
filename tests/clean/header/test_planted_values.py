"""No planted value is left in any byte of what is written."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pydicom import dcmread

from tests.clean.header.torture_run import clean_all


@pytest.fixture(scope="module")
def planted(shared_torture: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted")
    script = shutil.copy(shared_torture / "plant.py", folder)
    subprocess.run([sys.executable, script, folder / "in"], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("profile", ["research", "maximum", "ai-training", "teaching"])
def test_nothing_planted_survives(planted: Path, tmp_path: Path, profile: str) -> None:
    run = clean_all([planted / "in"], tmp_path / "out", profile)
    assert run.result.failures == ()
    assert len(run.files) == 12
    assert _survivors(planted, tmp_path / "out") == []


def test_with_real_dates_kept_only_dates_survive(planted: Path, tmp_path: Path) -> None:
    clean_all([planted / "in"], tmp_path / "out", "keep-dates")
    left = _survivors(planted, tmp_path / "out")
    assert left
    assert all("Date" in where or "DATE" in where for where in left)
    assert "PatientBirthDate" not in left


def test_a_safe_private_attribute_survives_and_the_stamp_is_there(
    planted: Path, tmp_path: Path
) -> None:
    run = clean_all([planted / "in"], tmp_path / "out")
    found = [dcmread(path) for path in run.files.values()]
    [safe] = [each for each in found if (0x2001, 0x1003) in each]
    assert safe[0x20011003].value == 1000.0
    for each in found:
        codes = [item.CodeValue for item in each.DeidentificationMethodCodeSequence]
        assert codes[0] == "113100"
        assert "113107" in codes
        assert "113101" not in codes, "nobody looked at the pixels"
        assert "Not reviewed by a person" in each.DeidentificationMethod


def _survivors(planted: Path, out: Path) -> list[str]:
    canaries = json.loads((planted / "canaries.json").read_text())
    blobs = [path.read_bytes() for path in sorted(out.iterdir())]
    names = "\n".join(path.name for path in out.iterdir())
    return [
        each["where"]
        for each in canaries.values()
        if each["needle"] in names or any(each["needle"].encode() in blob for blob in blobs)
    ]
