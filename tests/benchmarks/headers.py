"""Headers loaded per second."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from tests.benchmarks.places import Places, copies
from viewer.load import load

_FILES = 3000


def measure(places: Places) -> Iterator[str]:
    """Load a folder of small files, then the head CT."""
    folder = copies(places.scratch / "headers", _FILES)
    for path, name in ((folder, "39 kB CT files"), (places.head_ct, "")):
        start = perf_counter()
        loaded = load([path])
        seconds = perf_counter() - start
        count = len(list(loaded.instances()))
        yield (
            f"{count} headers of {name or places.name_of(path)}: "
            f"{seconds:.2f} s, {count / seconds:.0f} headers/s"
        )
