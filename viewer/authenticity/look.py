"""Runs every check over a series and gathers the signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from viewer.dicom import FrameReader
from viewer.errors import UnreadableError
from viewer.model import Box, Instance, Progress, Series, Source, silent
from viewer.registry import discover

NO_SIGN = (
    "No sign of editing found. This does not show that the scan is genuine. These checks miss "
    "added lesions, careful repairs and whole images made by AI."
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One measured sign; ``genuine`` says how often scans known to be unedited show it."""

    check: str
    source: Source
    frame: int
    measured: str
    genuine: str
    box: Box | None = None


class Check(Protocol):
    """One way to look for signs of editing; one file each, found by its CHECK constant."""

    id: str
    version: str
    title: str
    finds: str
    misses: str

    def look(self, instance: Instance, reader: FrameReader) -> Iterable[Sign]:
        """The signs in one instance; raises UnreadableError when it can't be decoded."""
        ...


def checks() -> tuple[Check, ...]:
    """Every check in this folder."""
    import viewer.authenticity as room

    return cast("tuple[Check, ...]", discover(room, "CHECK"))


def look(series: Series, reader: FrameReader, progress: Progress = silent) -> Iterator[Sign]:
    """The signs of every check in every instance; an instance that can't be decoded is a sign."""
    for number, instance in enumerate(series.instances):
        progress(number, len(series.instances), "Looking for signs of editing")
        for check in checks():
            yield from _signs(check, instance, reader)


def _signs(check: Check, instance: Instance, reader: FrameReader) -> list[Sign]:
    try:
        return list(check.look(instance, reader))
    except UnreadableError as error:
        return [Sign(check.id, instance.source, 0, f"not looked at: {error.message}", "")]
