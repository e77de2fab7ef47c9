"""Wrong usage ends with status 2 and a sentence, never with a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.cli import main
from viewer.profile import load_profile


@pytest.mark.parametrize(
    "words",
    [
        ["frobnicate"],
        ["scan"],
        ["clean", "."],
        ["scan", ".", "--jobs", "0"],
        ["scan", ".", "--profile", "no-such-profile"],
        ["authenticity", ".", "--region", "1,2,3"],
        ["authenticity", ".", "--region", "1,2,0,4"],
        ["vault"],
        ["profiles", "--import", "nowhere-at-all"],
        ["profiles", "--import", "nowhere-at-all", "--out", "profile.toml"],
        ["verify", "nowhere-at-all"],
        ["open", "."],
    ],
)
def test_wrong_words_are_status_2(
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert said.out == ""


def test_a_damaged_decisions_file_is_told_before_the_scan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    decisions = tmp_path / "decisions.json"
    decisions.write_text("{")
    words = ["clean", str(tmp_path / "in"), "--out", str(tmp_path / "out")]
    assert main([*words, "--decisions", str(decisions)]) in (2, 4)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["profiles", "detectors", "methods", "checks"])
def test_every_list_tells_versions_and_coverage(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 4
    assert all(line.startswith("    ") or ":" in line for line in lines)


def test_imported_rules_become_a_profile_that_loads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe, profile = tmp_path / "deid.dicom", tmp_path / "site.toml"
    recipe.write_text("FORMAT dicom\n\n%header\n\nREMOVE StationName\nKEEP PatientSex\n")
    assert main(["profiles", "--import", str(recipe), "--out", str(profile)]) == 0
    assert load_profile(str(profile)).rule(0x00081010).code == "X"
