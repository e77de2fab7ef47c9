"""Seconds from opening a folder to the first image on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from tests.benchmarks.places import Places
from tests.benchmarks.window import open_series, slice_view
from viewer.dicom import FrameReader
from viewer.load import load


def measure(places: Places) -> Iterator[str]:
    """Load the head CT and show it in a window that is already open; twice, a new worker each."""
    for attempt in ("first", "again"):
        with FrameReader() as reader, slice_view() as view:
            start = perf_counter()
            loaded = load([places.head_ct])
            headers = perf_counter() - start
            open_series(view, max(loaded.series(), key=lambda each: each.frame_count), reader)
            seconds = perf_counter() - start
        yield (
            f"{places.name_of(places.head_ct)}, {attempt}: open to first image {seconds:.2f} s "
            f"(headers {headers:.2f} s)"
        )
