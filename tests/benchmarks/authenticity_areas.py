"""The part of ``authenticity`` about marked areas, alone: its rows of the table are replaced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.benchmarks.authenticity import measured_again
from tests.benchmarks.edits.areas import BY, marked
from tests.benchmarks.edits.genuine import Image
from tests.benchmarks.edits.tally import Tally
from tests.benchmarks.places import Places


def measure(places: Places) -> Iterator[str]:
    """Measure, replace, and print; without the shared data nothing is written."""
    return measured_again(places, _marked, (BY, " area "))


def _marked(every: Sequence[Image], tally: Tally) -> tuple[str, ...]:
    marked(every, tally)
    return ()
