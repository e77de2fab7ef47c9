"""Sharing work out: cancelling does not wait for what is under way."""

from __future__ import annotations

import multiprocessing
import time

import pytest

from viewer.detect.pool import shared
from viewer.errors import CancelledError

_FOREVER_S = 3600.0


def _sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def _died(_: float) -> float:
    return -1.0


def test_cancelling_ends_processes_in_the_middle_of_what_they_do() -> None:
    asked: list[int] = []

    def progress(done: int, total: int, text: str) -> None:
        asked.append(done)
        if len(asked) > 2:
            raise CancelledError("Stopped.", "")

    before = set(multiprocessing.active_children())
    with pytest.raises(CancelledError):
        shared(_sleep, [_FOREVER_S] * 4, _died, jobs=2, progress=progress, what="Slept")
    assert asked == [0, 0, 0]
    assert set(multiprocessing.active_children()) <= before


def test_progress_tells_every_result_and_results_keep_their_order() -> None:
    told: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, text: str) -> None:
        told.append((done, total, text))

    tasks = [0.03, 0.02, 0.01]
    assert shared(_sleep, tasks, _died, jobs=2, progress=progress, what="Slept") == tasks
    assert told[-1] == (3, 3, "Slept 3 of 3")
