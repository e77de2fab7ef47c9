"""Seconds per frame of reading text in pixels."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.places import Places
from viewer.demo.recipe import read_recipe
from viewer.demo.ultrasound import cine
from viewer.ocr import Arrangement, FrameViews, OcrPool, read_frames


def measure(places: Places) -> Iterator[str]:
    """Read the banner of the synthetic ultrasound, frame by frame and as a loop, one engine."""
    recipe = read_recipe()
    thing = next(each for each in recipe.objects if each.kind == "ultrasound")
    frames = cine(recipe, thing, 24)
    with OcrPool(1) as pool:
        read_frames([_views(0, frames[0])], Arrangement.SINGLE, pool)
        yield _timed("one by one", frames[:6], Arrangement.SINGLE, pool)
        yield _timed("as a loop", frames, Arrangement.LOOP, pool)


def _timed(name: str, frames: NDArray[np.uint8], kind: Arrangement, pool: OcrPool) -> str:
    start = perf_counter()
    readings = read_frames([_views(n, frame) for n, frame in enumerate(frames)], kind, pool)
    seconds = (perf_counter() - start) / len(frames)
    size = f"{frames.shape[2]} x {frames.shape[1]}"
    return f"{size}, {name}: {seconds:.2f} s/frame, {len(readings)} readings"


def _views(index: int, frame: NDArray[np.uint8]) -> FrameViews:
    grey = frame.max(axis=2)
    return FrameViews(index, grey, grey)
