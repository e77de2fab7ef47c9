"""Nothing is left of the canary; and with any one masking away, something is."""

from __future__ import annotations

import base64
import importlib
import traceback
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

import viewer.__main__ as program
from tests.dicom.made import file_bytes, image
from tests.leaks.canary import WORDS
from tests.leaks.day import Day
from tests.leaks.search import leaks
from viewer.clean import instance
from viewer.clean.pixels.unused_bits import UnusedBits
from viewer.gui.dialogs import telling
from viewer.model import Masked

audited = importlib.import_module("viewer.review.audited")


def test_a_day_of_work_leaves_no_trace(
    qtbot: QtBot, tmp_path: Path, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = Day(tmp_path, private_home, monkeypatch)
    day.work(qtbot)
    traces = day.traces()
    assert leaks(traces) == []
    assert any(name.startswith("out/dicom") for name in traces)
    assert any(name.startswith("home/audit") for name in traces)
    assert len(traces["said"]) > 1000
    source = {each.name: each.read_bytes() for each in day.source.iterdir()}
    assert {each.split()[0] for each in leaks(source)} == set(WORDS)


def _values_show(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(Masked, "__str__", Masked.reveal)


def _crash_tells(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(telling, "place_of", str)


def _command_tells(patched: pytest.MonkeyPatch) -> None:
    def extract_tb(trace: object) -> list[traceback.FrameSummary]:
        return [traceback.FrameSummary(traceback.format_exc(), 1, "main")]

    class Told:
        pass

    Told.extract_tb = staticmethod(extract_tb)  # type: ignore[attr-defined]
    patched.setattr(program, "traceback", Told)


def _bits_stay(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(UnusedBits, "clean", lambda *_: [])


def _ids_are_plain(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(audited, "keyed", str)


@pytest.mark.parametrize(
    ("take_away", "found"),
    [
        (_values_show, "kvastenflyt in said"),
        (_crash_tells, "rosamunde in texts"),
        (_command_tells, "rosamunde in said"),
        (_bits_stay, "kvastenflyt in out/dicom"),
        (_ids_are_plain, "88310427.51 in home/audit"),
    ],
)
def test_with_one_masking_away_the_search_finds_it(
    take_away: Callable[[pytest.MonkeyPatch], None],
    found: str,
    qtbot: QtBot,
    tmp_path: Path,
    private_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    day = Day(tmp_path, private_home, monkeypatch)
    with monkeypatch.context() as patched:
        instance._steps.cache_clear()
        take_away(patched)
        day.work(qtbot)
    instance._steps.cache_clear()
    assert any(each.startswith(found) for each in leaks(day.traces()))


@pytest.mark.parametrize(
    "content",
    [
        "Kvastenflyt".encode("utf-16-le"),
        b"..KVASTENFLYT..",
        b"tylfnetsavk",
        "kvastenflyt".encode("cp037"),
        base64.b64encode(b"to Kvastenflyt."),
        base64.b64encode(b"Kvastenflyt"),
        b"stream" + zlib.compress(b"to kvastenflyt"),
        b"kvastenflyt".hex().encode(),
    ],
)
def test_the_search_finds_a_word_however_it_is_written(content: bytes) -> None:
    assert leaks({"x": content}) == ["kvastenflyt in x"]
    assert leaks({"x": b"nothing"}) == []


def test_the_search_looks_into_single_bits_of_pixels() -> None:
    bits = np.unpackbits(np.frombuffer(b"rosamunde", np.uint8), bitorder="little")
    cells = np.zeros(16 * 16, "<u2")
    cells[40 : 40 + bits.size] = bits << 3
    assert leaks({"x": file_bytes(image(cells.reshape(16, 16)))}) == ["rosamunde in x"]
