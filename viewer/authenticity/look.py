"""Runs every check over a series and gathers the signs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import cast

from viewer.authenticity.check import Check
from viewer.authenticity.sign import Level, Sign
from viewer.authenticity.subject import Subject
from viewer.errors import UnreadableError
from viewer.model import Instance, Progress, silent
from viewer.registry import discover

_LOOKING = "Looking for signs of editing"
_COMPARING = "Comparing series"


def checks() -> tuple[Check, ...]:
    """Every check in this folder."""
    import viewer.authenticity as room

    return cast("tuple[Check, ...]", discover(room, "CHECK"))


def look(subject: Subject, progress: Progress = silent) -> Iterator[Sign]:
    """The signs of every check in one series; what can't be decoded is told as a sign."""
    instances = subject.series.instances
    for place in subject.places:
        progress(place.number, len(subject.places), _LOOKING)
        for check in checks():
            yield from _signs(check, place.instance, partial(check.look_at_frame, subject, place))
    for check in checks():
        if instances:
            yield from _signs(check, instances[0], partial(check.look_at_series, subject))
    progress(len(subject.places), len(subject.places), _LOOKING)


def look_across(subjects: Sequence[Subject], progress: Progress = silent) -> Iterator[Sign]:
    """Signs in what slices and series have in common; ``look`` must have seen the subjects."""
    offered = checks()
    filled = [each for each in subjects if each.series.instances]
    for number, check in enumerate(offered):
        progress(number, len(offered), _COMPARING)
        if filled:
            first = filled[0].series.instances[0]
            yield from _signs(check, first, partial(check.look_across, filled))


def not_looked_at(signs: Iterable[Sign]) -> int:
    """How many looks failed: an image with one may not be told to be without signs."""
    return sum(each.level is Level.FAILED for each in signs)


def _signs(check: Check, instance: Instance, seek: Callable[[], Iterable[Sign]]) -> list[Sign]:
    try:
        return list(seek())
    except UnreadableError as error:
        told = f"not looked at: {error.message}"
        return [Sign(check.id, check.id, instance.source, 0, told, Level.FAILED)]
