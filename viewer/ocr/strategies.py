"""How many frames are looked at together: one by one, in pairs of slices, or in loops."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import partial

import numpy as np
from numpy.typing import NDArray

from viewer.ocr.ahead import ahead, batches
from viewer.ocr.collector import Collector, View
from viewer.ocr.engine import Look
from viewer.ocr.pool import OcrPool
from viewer.ocr.reading import Reading
from viewer.ocr.views import (
    CONTRAST,
    SPREAD,
    WINDOW,
    FrameViews,
    local_contrast,
    spread,
    strongest_details,
)

Image = NDArray[np.uint8]
Unit = list[list[View]]

_LOOP_CHUNK = 8
_SLICE_CHUNK = 2
_MEDIAN_FRAMES = 32


class Arrangement(StrEnum):
    """What the frames of a series are to each other."""

    SINGLE = "single"
    SLICES = "slices"
    LOOP = "loop"


def read_frames(
    frames: Iterable[FrameViews],
    arrangement: Arrangement,
    pool: OcrPool,
    *,
    thorough: bool = False,
) -> list[Reading]:
    """Text in frames of one shape; with several jobs the next frames are prepared meanwhile.

    SINGLE looks at each frame in two views, small ones enlarged. SLICES looks at maximum
    projections of two neighbours in both views. LOOP looks at the maximum and the middle of eight
    frames, and at minimum and median of the loop. ``thorough`` looks at every frame by itself: of a
    loop in two views, of all others in three, enlarged more and never reduced. Raises like
    ``OcrPool.detect``.
    """
    look, views = _plan(arrangement, thorough)
    collector = Collector(pool, look)
    try:
        for units in ahead(views(iter(frames)), pool.jobs, _pixels):
            collector.look([group for unit in units for group in unit])
        return collector.readings()
    finally:
        collector.drop()


def _plan(
    arrangement: Arrangement, thorough: bool
) -> tuple[Look, Callable[[Iterator[FrameViews]], Iterator[Unit]]]:
    if arrangement is Arrangement.LOOP:
        return Look.NATIVE, partial(_loop, chunk=1 if thorough else _LOOP_CHUNK)
    if thorough:
        return Look.FULL, _thorough
    single = arrangement is Arrangement.SINGLE
    return (Look.ENLARGED, _single) if single else (Look.NATIVE, _slices)


def _pixels(unit: Unit) -> int:
    return sum(view.pixels.size for group in unit for view in group)


def _single(frames: Iterator[FrameViews]) -> Iterator[Unit]:
    for each in frames:
        yield [_both(each.display, each.contrast, (each.index,))]


def _thorough(frames: Iterator[FrameViews]) -> Iterator[Unit]:
    for each in frames:
        third = View(spread(each.stored), SPREAD, (each.index,))
        yield [[*_both(each.display, each.contrast, (each.index,)), third]]


def _slices(frames: Iterator[FrameViews]) -> Iterator[Unit]:
    for chunk in batches(frames, _SLICE_CHUNK):
        display = np.maximum.reduce([each.display for each in chunk])
        contrast = local_contrast(strongest_details([each.stored for each in chunk]))
        yield [_both(display, contrast, _indices(chunk))]


def _loop(frames: Iterator[FrameViews], chunk: int) -> Iterator[Unit]:
    darkest: Image | None = None
    kept: list[FrameViews] = []
    stride, seen = 1, 0
    for some in batches(frames, chunk):
        yield _loop_chunk(some)
        lowest = np.minimum.reduce([each.display for each in some])
        darkest = lowest if darkest is None else np.minimum(darkest, lowest)
        kept += [each for each in some if each.index % stride == 0]
        seen += len(some)
        if len(kept) > _MEDIAN_FRAMES:
            stride *= 2
            kept = kept[::2]
    if darkest is not None and seen > 1:
        yield _loop_summary(darkest, kept, tuple(range(seen)))


def _loop_chunk(chunk: list[FrameViews]) -> Unit:
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


def _loop_summary(darkest: Image, kept: list[FrameViews], indices: tuple[int, ...]) -> Unit:
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
