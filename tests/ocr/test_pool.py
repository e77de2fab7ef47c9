"""Workers come, die and are replaced."""

from __future__ import annotations

import multiprocessing
import os
import signal

import numpy as np
import pytest

from tests.ocr.drawing import strokes
from viewer.errors import UnreadableError
from viewer.ocr import Look, OcrPool
from viewer.ocr import pool as pool_module

PICTURE = np.where(strokes((120, 320), "KOWALSKI 4711", 20, 60), 240, 10).astype(np.uint8)


def test_a_killed_worker_is_replaced_and_the_picture_is_read_all_the_same() -> None:
    before = set(multiprocessing.active_children())
    with OcrPool(1) as pool:
        first = pool.detect([PICTURE])
        for child in set(multiprocessing.active_children()) - before:
            os.kill(child.pid or 0, signal.SIGKILL)
        assert pool.detect([PICTURE]) == first
        assert len(first[0]) == 1


def test_a_worker_that_always_dies_is_reported(
    pool: OcrPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool_module, "_REQUEST_SECONDS", 0.0)
    with pytest.raises(UnreadableError, match="stopped twice"):
        pool.detect([PICTURE])


def test_a_worker_stays_below_the_promised_memory(pool: OcrPool) -> None:
    large = np.tile(PICTURE, (17, 7))[:2000, :2000]
    assert len(pool.detect([large])[0]) > 50
    assert 100e6 < pool.peak_memory() < 1.3e9


def test_thin_and_tiny_pictures_are_read(pool: OcrPool) -> None:
    thin = np.zeros((4, 900), np.uint8)
    assert pool.detect([thin, np.zeros((1, 1), np.uint8), thin.T.copy()]) == [(), (), ()]


def test_two_workers_answer_in_order() -> None:
    blank = np.zeros_like(PICTURE)
    with OcrPool(2) as pool:
        found = pool.detect([PICTURE, blank, PICTURE, blank], Look.NATIVE)
    assert [len(each) for each in found] == [1, 0, 1, 0]
