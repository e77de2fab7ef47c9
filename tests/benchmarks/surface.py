"""Seconds from an opened head CT to its surface and face risk."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from tests.benchmarks.places import Places
from viewer.dicom import FrameReader, read_volume
from viewer.load import load
from viewer.surface import assess


def measure(places: Places) -> Iterator[str]:
    """Read the volume of the head CT, then find its skin and grade its face."""
    loaded = load([places.head_ct])
    series = max(loaded.series(), key=lambda each: each.frame_count)
    with FrameReader() as reader:
        start = perf_counter()
        volume = read_volume(series, reader)
        read = perf_counter() - start
        assessment = assess(volume)
        seconds = perf_counter() - start
    triangles = len(assessment.mesh.triangles)
    yield (
        f"{places.name_of(places.head_ct)}, {series.frame_count} slices: {seconds:.2f} s to the "
        f"surface ({read:.2f} s reading), {triangles} triangles, {assessment.risk.grade}"
    )
