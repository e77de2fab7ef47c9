"""The part of ``authenticity`` about single planes, alone: its rows of the table are replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.benchmarks.authenticity import measured_again
from tests.benchmarks.edits.alarms import pixel_alarms
from tests.benchmarks.edits.found import of_planes
from tests.benchmarks.edits.genuine import Image
from tests.benchmarks.edits.tally import Tally
from tests.benchmarks.places import Places

_SHOWN = ("block-grid", "resampling", "few values or block grid", "any check", "exact-copy (images")


def measure(places: Places) -> Iterator[str]:
    """Measure, replace, and print; without the shared data nothing is written."""
    return measured_again(places, _of_planes, _SHOWN)


def _of_planes(every: Sequence[Image], tally: Tally) -> tuple[str, ...]:
    copies = pixel_alarms(every, tally)
    of_planes(every, tally)
    return (f"exact copy: {copies} alarms on all {len(every)} pictures",)
