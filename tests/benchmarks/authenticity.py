"""False alarms and misses of the authenticity checks; writes resources/authenticity/rates.json.

Thresholds were set on two series ("tuned"); what else lies in the shared data is "held out".
"""

from __future__ import annotations

import datetime
import json
import resource
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.edits import found as finding
from tests.benchmarks.edits.alarms import pixel_alarms, series_alarms
from tests.benchmarks.edits.areas import deep_groups, marked
from tests.benchmarks.edits.genuine import TUNED, Image, images
from tests.benchmarks.edits.tally import Tally
from tests.benchmarks.places import Places
from viewer.authenticity import Subject, look
from viewer.authenticity.rates import rate_table, table_lines
from viewer.dicom import FrameReader
from viewer.load import load

RATES = Path(__file__).parents[2] / "resources" / "authenticity" / "rates.json"
_TIMED = 24
_NO_DATA = "the shared data is not there: nothing was measured"
_CHILDREN = resource.RUSAGE_CHILDREN


def measure(places: Places) -> Iterator[str]:
    """Measure, write the table, and print it; without the shared data nothing is written."""
    folder = places.shared / "data"
    if not folder.is_dir():
        yield _NO_DATA
        return
    tally = Tally()
    seconds = _seconds_per_slice(places.head_ct)
    yield f"automatic set: {seconds:.2f} CPU seconds per 512 x 512 slice, decoding included"
    with FrameReader() as reader:
        every = images(folder, reader)
        copies = pixel_alarms(every, tally)
        series_alarms(folder, reader, tally)
    yield f"exact copy: {copies} alarms on all {len(every)} pictures, lossy and drawn ones included"
    _edit(every, tally)
    scans = sum(each.is_scan for each in every)
    _write(tally.table() | {"images": scans, "pictures": len(every), "seconds": round(seconds, 3)})
    yield from table_lines()
    yield f"{_cpu():.0f} CPU seconds in all"


def _edit(every: list[Image], tally: Tally) -> None:
    random = np.random.default_rng(8)
    marked(every, tally)
    finding.of_planes(every, tally)
    for mine in deep_groups(every):
        finding.copies(mine, tally, random)
    for modality in ("CT", "MR"):
        deep = [each for each in every if each.is_deep and each.modality == modality]
        finding.along([e.plane for e in deep if e.group == TUNED], TUNED, tally, random)


def _seconds_per_slice(folder: Path) -> float:
    """CPU seconds of this process and of the decoding one, its start included, per slice."""
    series = next(load([folder]).series())
    part = replace(series, instances=series.instances[:_TIMED])
    before = _cpu()
    with FrameReader() as reader:
        list(look(Subject(part, reader)))
    return (_cpu() - before) / len(part.instances)


def _cpu() -> float:
    ours, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, _CHILDREN))
    return ours.ru_utime + ours.ru_stime + theirs.ru_utime + theirs.ru_stime


def measured_again(
    places: Places,
    part: Callable[[Sequence[Image], Tally], Iterable[str]],
    shown: Iterable[str],
) -> Iterator[str]:
    """Measure a part on every picture, replace its rows, and print those that hold a word of them.

    Without the shared data nothing is written.
    """
    folder = places.shared / "data"
    if not folder.is_dir():
        yield _NO_DATA
        return
    tally = Tally()
    with FrameReader() as reader:
        every = images(folder, reader)
    yield from part(every, tally)
    _replace_rows(tally)
    yield from (line for line in table_lines() if any(each in line for each in shown))


def _replace_rows(tally: Tally) -> None:
    """Replace what a part has measured in the table; the rest stays."""
    old, new = rate_table(), tally.table()
    measured = {each["by"] for each in new["edits"]}
    others = [each for each in old["edits"] if each["by"] not in measured]
    genuine = dict(sorted((old["genuine"] | new["genuine"]).items()))
    _write(old | {"genuine": genuine, "edits": others + new["edits"]})


def _write(table: dict[str, Any]) -> None:
    told = {"schema": "scanveil-authenticity-rates/1", "measured": _today(), **table}
    RATES.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    rate_table.cache_clear()


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()
