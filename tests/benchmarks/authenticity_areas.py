"""The part of ``authenticity`` about marked areas, alone: its rows of the table are replaced."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.authenticity import replace_rows
from tests.benchmarks.edits.areas import BY, marked
from tests.benchmarks.edits.genuine import images
from tests.benchmarks.edits.tally import Tally
from tests.benchmarks.places import Places
from viewer.authenticity.rates import table_lines
from viewer.dicom import FrameReader


def measure(places: Places) -> Iterator[str]:
    """Measure, replace, and print; without the shared data nothing is written."""
    folder = places.shared / "data"
    if not folder.is_dir():
        yield "the shared data is not there: nothing was measured"
        return
    tally = Tally()
    with FrameReader() as reader:
        every = images(folder, reader)
    marked(every, tally)
    replace_rows(tally)
    yield from (line for line in table_lines() if BY in line or " area " in line)
