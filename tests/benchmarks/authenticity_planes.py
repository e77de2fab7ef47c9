"""The part of ``authenticity`` about single planes, alone: its rows of the table are replaced."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.authenticity import replace_rows
from tests.benchmarks.edits.alarms import pixel_alarms
from tests.benchmarks.edits.found import of_planes
from tests.benchmarks.edits.genuine import images
from tests.benchmarks.edits.tally import Tally
from tests.benchmarks.places import Places
from viewer.authenticity.rates import table_lines
from viewer.dicom import FrameReader

_SHOWN = ("block-grid", "resampling", "few values or block grid", "any check", "exact-copy (images")


def measure(places: Places) -> Iterator[str]:
    """Measure, replace, and print; without the shared data nothing is written."""
    folder = places.shared / "data"
    if not folder.is_dir():
        yield "the shared data is not there: nothing was measured"
        return
    tally = Tally()
    with FrameReader() as reader:
        every = images(folder, reader)
    yield f"exact copy: {pixel_alarms(every, tally)} alarms on all {len(every)} pictures"
    of_planes(every, tally)
    replace_rows(tally)
    yield from (line for line in table_lines() if any(each in line for each in _SHOWN))
