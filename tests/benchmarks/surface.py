"""Seconds from an opened head CT to its surface and face risk."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from tests.benchmarks.places import Places
from viewer.dicom import FrameReader
from viewer.load import load
from viewer.surface import assess_series


def measure(places: Places) -> Iterator[str]:
    """Read the volume of the head CT, find its skin and grade its face."""
    loaded = load([places.head_ct])
    series = max(loaded.series(), key=lambda each: each.frame_count)
    with FrameReader() as reader:
        start = perf_counter()
        risk = assess_series(series, reader).risk
        seconds = perf_counter() - start
    yield (
        f"{places.name_of(places.head_ct)}, {series.frame_count} slices: {seconds:.2f} s from the "
        f"opened series to surface and grade ({risk.grade})"
    )
