"""What genuine images and series show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.edits.genuine import Image, scanner_series
from tests.benchmarks.edits.tally import Tally
from viewer.authenticity import Level, Sign, Subject, look, look_across
from viewer.authenticity.bit_history import BitHistory
from viewer.authenticity.block_grid import BlockGrid
from viewer.authenticity.exact_copy import ExactCopy
from viewer.authenticity.pixel_check import PixelCheck
from viewer.authenticity.resampling import Resampling
from viewer.dicom import FrameReader

_VALUES = BitHistory()
PIXEL_CHECKS: dict[str, PixelCheck] = {
    "exact-copy": ExactCopy(),
    "bit-history.few-values": _VALUES,
    "bit-history.holes": _VALUES,
    "block-grid": BlockGrid(),
    "resampling": Resampling(),
}
_PIXEL_RULES = (*PIXEL_CHECKS, "block-grid.declared")
_OF_IMAGES = ("noise-along", "value-range.hounsfield", "value-range.bits", "copy-across.slice")
_OF_SERIES = (
    "acquisition.missing",
    "acquisition.private-groups",
    "copy-across.series",
    "date-order",
    "declared-loss",
    "duplicates.study",
    "duplicates.series",
    "geometry.field-of-view",
    "geometry.location",
    "uid-roots.maker",
    "uid-roots.software",
)


def pixel_alarms(found: Sequence[Image], tally: Tally) -> int:
    """Count what the checks of one plane say about scans; copies in every picture there is."""
    copies = 0
    for image in found:
        alarms = {
            each.rule
            for check in set(PIXEL_CHECKS.values())
            for each in check.on_plane(image.plane, image.bits)
        }
        copies += "exact-copy" in alarms
        if image.is_scan:
            for rule in PIXEL_CHECKS:
                tally.genuine(rule, image.group, rule in alarms)
    return copies


def series_alarms(folder: Path, reader: FrameReader, tally: Tally) -> None:
    """Count what whole series show, by image and by series."""
    subjects: list[tuple[str, Subject]] = []
    signs: list[Sign] = []
    for group, series in scanner_series(folder):
        subject = Subject(series, reader)
        signs += look(subject)
        subjects.append((group, subject))
    signs += look_across([subject for _, subject in subjects])
    assert {each.rule for each in signs if each.level in (Level.SIGN, Level.FACT)} <= {
        *_PIXEL_RULES,
        *_OF_IMAGES,
        *_OF_SERIES,
    }, "a rule has no place in the table"
    for group, subject in subjects:
        _count(subject, group, signs, tally)


def _count(subject: Subject, group: str, signs: Sequence[Sign], tally: Tally) -> None:
    sources = {each.source for each in subject.series.instances}
    mine = [each for each in signs if each.source in sources]
    for rule in _OF_SERIES:
        tally.genuine(rule, group, any(each.rule == rule for each in mine), "series")
    for rule in _OF_IMAGES:
        shown = {(each.source, each.frame) for each in mine if each.rule == rule}
        for place in subject.places:
            if rule != "noise-along" or subject.is_volume:
                alarm = (place.instance.source, place.frame) in shown
                tally.genuine(rule, group, alarm)
