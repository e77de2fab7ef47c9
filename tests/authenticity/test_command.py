"""``scanveil authenticity`` on an untouched and on a tampered series, and on one area."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.authenticity import manipulations
from tests.authenticity.planes import scan_plane, write_series
from viewer.authenticity import NO_SIGN
from viewer.cli.run import main


def test_an_untouched_series_ends_with_what_that_does_not_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_series(tmp_path / "a", [scan_plane(0), scan_plane(1)])
    assert main(["authenticity", str(folder), "--json", "-"]) == 0
    ran = capsys.readouterr()
    told = json.loads(ran.out)
    assert told["note"] == NO_SIGN
    assert NO_SIGN in ran.err
    assert {each["level"] for each in told["signs"]} <= {"fact", "statement"}
    assert set(told["rates"]) >= {"genuine", "edits", "measured"}


def test_a_tampered_series_names_file_place_and_rate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = manipulations.copy_move(scan_plane(0), np.random.default_rng(1), 30)
    assert done is not None and done[1] is not None
    folder = write_series(tmp_path / "a", [scan_plane(1), done[0]])
    page = tmp_path / "report.html"
    assert main(["authenticity", str(folder), "--json", "-", "--html", str(page)]) == 1
    told = json.loads(capsys.readouterr().out)
    (sign,) = [each for each in told["signs"] if each["level"] == "sign"]
    assert sign["rule"] == "exact-copy"
    assert sign["file"].endswith("002.dcm")
    boxes = [manipulations.Box(*sign[name]) for name in ("box", "twin")]
    assert any(each.overlap(done[1]) for each in boxes)
    assert sign["genuine"]
    assert "002.dcm" not in page.read_text("utf-8")


def test_an_area_is_checked_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = manipulations.blur(scan_plane(5), np.random.default_rng(1), 32)
    assert done is not None and done[1] is not None
    folder = write_series(tmp_path / "a", [done[0]])
    box = done[1]
    region = f"{box.x},{box.y},{box.width},{box.height}"
    assert main(["authenticity", str(folder), "--json", "-", "--region", region]) == 1
    (area,) = json.loads(capsys.readouterr().out)["areas"]
    assert area["unusual"] is True
    assert 0.95 < area["rank"] <= 1
    assert main(["authenticity", str(folder), "--json", "-", "--region", "0,0,4,4"]) == 0
    (refused,) = json.loads(capsys.readouterr().out)["areas"]
    assert "at least 8 by 8" in refused["measured"]
