"""What reading text in pixels costs: CPU seconds, memory of a worker, what a second job gains."""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random
from time import perf_counter, process_time

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.places import Places
from tests.benchmarks.synthetic_text.background import backgrounds
from tests.benchmarks.synthetic_text.drawing import letters
from viewer.demo.recipe import read_recipe
from viewer.demo.ultrasound import cine
from viewer.ocr import Arrangement, FrameViews, OcrPool, read_frames

_SLICES = 48


def measure(places: Places) -> Iterator[str]:
    """One engine and thread per worker; decoding is not counted."""
    frames = _ultrasound()
    with OcrPool(1) as pool:
        _cost(pool, frames[:1], Arrangement.SINGLE)  # starts the worker
        yield _line("512 x 512 slice of a series, both views", pool, _slices(8), "SLICES")
        yield _line("512 x 512 image by itself, both views", pool, _slices(2), "SINGLE")
        yield _line("ultrasound frame 600 x 800, per view", pool, frames[:3], "SINGLE", views=2)
        seconds = _cost(pool, frames, Arrangement.LOOP)
        yield f"cine of {len(frames)} frames 600 x 800: {seconds:.2f} CPU s"
        yield _line("3000 x 3000, both views", pool, _film(), "SINGLE")
        yield f"largest worker: {pool.peak_memory() / 1e9:.2f} GB"
        yield _line("thorough, 512 x 512", pool, _slices(1), "SINGLE", thorough=True)
        yield _line("thorough, 3000 x 3000", pool, _film(), "SINGLE", thorough=True)
        yield f"largest worker when thorough: {pool.peak_memory() / 1e9:.2f} GB"
    yield from _two_jobs()


def _two_jobs() -> Iterator[str]:
    rates = {}
    for jobs in (1, 2):
        with OcrPool(jobs) as pool:
            pool.detect([np.zeros((64, 64), np.uint8)] * jobs)
            busy, start = pool.cpu_seconds() + process_time(), perf_counter()
            read_frames(_slices(_SLICES), Arrangement.SLICES, pool)
            seconds = perf_counter() - start
            busy = pool.cpu_seconds() + process_time() - busy
        rates[jobs] = _SLICES / seconds
        yield (
            f"one series of {_SLICES} slices, {jobs} jobs: {seconds:.1f} s, {rates[jobs]:.2f} "
            f"slices/s, {busy / seconds:.2f} processors busy [load {os.getloadavg()[0]:.1f}]"
        )
    yield f"two jobs do {rates[2] / rates[1]:.2f} times the work of one"


def _line(
    what: str,
    pool: OcrPool,
    frames: list[FrameViews],
    arrangement: str,
    *,
    views: int = 1,
    thorough: bool = False,
) -> str:
    seconds = _cost(pool, frames, Arrangement[arrangement], thorough=thorough)
    return f"{what}: {seconds / len(frames) / views:.2f} CPU s"


def _cost(
    pool: OcrPool, frames: list[FrameViews], arrangement: Arrangement, *, thorough: bool = False
) -> float:
    before = pool.cpu_seconds() + process_time()
    read_frames(frames, arrangement, pool, thorough=thorough)
    return pool.cpu_seconds() + process_time() - before


def _slices(count: int) -> list[FrameViews]:
    """A real CT slice with quantum noise of its own each time and a line of text."""
    ground = backgrounds("grey")[0]
    random = np.random.default_rng(3)
    made = []
    for index in range(count):
        stored = ground.stored + random.normal(0, 8, ground.shape).astype(np.int16)
        _write(stored, "Okonkwo, Ingrid  4471902", 20, 300)
        shown = (ground.display(stored) * 255).astype(np.uint8)
        made.append(FrameViews(index, shown, stored))
    return made


def _film() -> list[FrameViews]:
    ground = backgrounds("film")[0]
    stored = ground.stored.copy()
    for row in range(6):
        _write(stored, f"Okonkwo, Ingrid  {row}4471902", 200 + 400 * row, int(ground.ceiling))
    return [FrameViews(0, (ground.display(stored) * 255).astype(np.uint8), stored)]


def _ultrasound() -> list[FrameViews]:
    recipe = read_recipe()
    thing = next(each for each in recipe.objects if each.kind == "ultrasound")
    frames = [frame.max(axis=2) for frame in cine(recipe, thing, 27)]
    return [FrameViews(index, frame, frame) for index, frame in enumerate(frames)]


def _write(stored: NDArray[np.generic], text: str, y: int, value: int) -> None:
    ink = letters(text, 18, Random(1)) > 0.5
    part = stored[y : y + ink.shape[0], 40 : 40 + ink.shape[1]]
    part[ink] = value
