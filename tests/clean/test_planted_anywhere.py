"""A seeded study with values planted in random places: none is left in any exported byte."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import pytest

from tests.clean.planted.search import found_in
from tests.clean.planted.study import write_study
from tests.clean.planted.values import Planted
from tests.export.builders import exported

_SEEDS = (1, 2)


@pytest.mark.parametrize("seed", _SEEDS)
def test_no_planted_value_is_left_in_any_exported_byte(tmp_path: Path, seed: int) -> None:
    planted = write_study(tmp_path / "in", seed)
    report = exported(tmp_path / "in", tmp_path / "out")
    assert report.instances == 16
    assert report.unreadable == ()
    assert [each.where for each in found_in(tmp_path / "out", planted)] == []


@pytest.mark.parametrize("seed", _SEEDS)
def test_the_search_finds_what_was_planted(tmp_path: Path, seed: int) -> None:
    planted = write_study(tmp_path / "in", seed)
    found = found_in(tmp_path / "in", planted)
    hidden = {each.where for each in planted} - {each.where for each in found}
    assert len({each.value for each in planted}) == len(planted) >= 100
    assert hidden == set()


@pytest.mark.parametrize(
    "written",
    [
        "zqwertz".encode("utf-16-le"),
        b"..ZQWERTZ..",
        base64.b64encode(b"a zqwertz"),
        base64.b64encode(b"an zqwertz."),
        base64.b64encode(b"the zqwertz"),
        b"stream" + zlib.compress(b"to zqwertz"),
    ],
)
def test_the_search_finds_a_value_however_it_is_written(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "x").write_bytes(written)
    planted = [Planted("here", "zqwertz", "latin-1"), Planted("not here", "aqwertz", "latin-1")]
    assert [each.where for each in found_in(tmp_path, planted)] == ["here"]
