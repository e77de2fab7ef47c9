"""How many frames are looked at together: one by one, in pairs of slices, or in loops."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from viewer.ocr.collector import Collector, View
from viewer.ocr.pool import OcrPool
from viewer.ocr.reading import Reading
from viewer.ocr.views import CONTRAST, WINDOW, FrameViews, local_contrast, strongest_details

Image = NDArray[np.uint8]
Item = TypeVar("Item")
Step = Callable[[int], None]

_LOOP_CHUNK = 8
_SLICE_CHUNK = 2
_MEDIAN_FRAMES = 32


class Arrangement(StrEnum):
    """What the frames of a series are to each other."""

    SINGLE = "single"
    SLICES = "slices"
    LOOP = "loop"


def nothing(frames: int) -> None:
    """The step of a caller who does not watch."""


def read_frames(
    frames: Iterable[FrameViews],
    arrangement: Arrangement,
    pool: OcrPool,
    *,
    step: Step = nothing,
) -> list[Reading]:
    """Text in frames of one shape; ``step`` is told how many frames were looked at.

    SINGLE looks at each frame in two views, small ones enlarged. SLICES looks at maximum
    projections of two neighbours in both views. LOOP looks at the maximum and the middle of eight
    frames, and at minimum and median of the loop. Raises like ``OcrPool.detect``.
    """
    reader = {
        Arrangement.SINGLE: _single,
        Arrangement.SLICES: _slices,
        Arrangement.LOOP: _loop,
    }[arrangement]
    collector = Collector(pool, native=arrangement is not Arrangement.SINGLE)
    reader(iter(frames), collector, pool.jobs, step)
    return collector.readings()


def _single(frames: Iterator[FrameViews], collector: Collector, jobs: int, step: Step) -> None:
    for batch in _batches(frames, jobs):
        collector.look([_both(each.display, each.contrast, (each.index,)) for each in batch])
        step(len(batch))


def _slices(frames: Iterator[FrameViews], collector: Collector, jobs: int, step: Step) -> None:
    for batch in _batches(frames, _SLICE_CHUNK * jobs):
        chunks = list(_batches(iter(batch), _SLICE_CHUNK))
        collector.look([_projection(chunk) for chunk in chunks])
        step(len(batch))


def _projection(chunk: list[FrameViews]) -> list[View]:
    display = np.maximum.reduce([each.display for each in chunk])
    contrast = local_contrast(strongest_details([each.stored for each in chunk]))
    return _both(display, contrast, _indices(chunk))


def _loop(frames: Iterator[FrameViews], collector: Collector, jobs: int, step: Step) -> None:
    darkest: Image | None = None
    kept: list[FrameViews] = []
    stride, seen = 1, 0
    for chunk in _batches(frames, _LOOP_CHUNK):
        collector.look(_loop_chunk(chunk))
        lowest = np.minimum.reduce([each.display for each in chunk])
        darkest = lowest if darkest is None else np.minimum(darkest, lowest)
        kept += [each for each in chunk if each.index % stride == 0]
        seen += len(chunk)
        if len(kept) > _MEDIAN_FRAMES:
            stride *= 2
            kept = kept[::2]
        step(len(chunk))
    if darkest is not None and seen > 1:
        collector.look(_loop_summary(darkest, kept, tuple(range(seen))))


def _loop_chunk(chunk: list[FrameViews]) -> list[list[View]]:
    brightest = np.maximum.reduce([each.display for each in chunk])
    middle = chunk[len(chunk) // 2]
    indices = _indices(chunk)
    views = [View(brightest, WINDOW, indices)]
    if _is_deep(middle.stored):
        details = strongest_details([each.stored for each in chunk])
        views.append(View(local_contrast(details), CONTRAST, indices))
    if len(chunk) == 1:
        return [views]
    return [views, [View(middle.display, WINDOW, (middle.index,))]]


def _loop_summary(
    darkest: Image, kept: list[FrameViews], indices: tuple[int, ...]
) -> list[list[View]]:
    median = np.median(np.stack([each.display for each in kept]), axis=0).astype(np.uint8)
    stored = np.median(np.stack([each.stored for each in kept]), axis=0)
    return [
        [View(median, WINDOW, indices), View(local_contrast(stored), CONTRAST, indices)],
        [View(darkest, WINDOW, indices)],
    ]


def _is_deep(stored: NDArray[np.generic]) -> bool:
    """Whether the display can hide stored values: more than 8 bits."""
    return stored.dtype.itemsize > 1


def _both(display: Image, contrast: Image, indices: tuple[int, ...]) -> list[View]:
    return [View(display, WINDOW, indices), View(contrast, CONTRAST, indices)]


def _indices(chunk: list[FrameViews]) -> tuple[int, ...]:
    return tuple(each.index for each in chunk)


def _batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while batch := list(islice(items, size)):
        yield batch
