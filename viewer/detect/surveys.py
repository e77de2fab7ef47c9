"""Surveys of everything that was loaded, in this process or, when it is much, in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from viewer.detect.pool import shared
from viewer.detect.survey import Survey, joined, survey
from viewer.errors import UnreadableError
from viewer.identifiers import Identifiers
from viewer.model import Patient, Progress, Series, Source
from viewer.profile import Profile

_PIECE = 250
_WORTH_PROCESSES = 20_000
_DIED = "The process that read its headers died; it may be damaged or hostile."


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some instances of a series; ``number`` counts the series, ``start`` its instances."""

    number: int
    start: int
    sources: tuple[Source, ...]
    profile: Profile


def survey_all(
    series: Sequence[Series], profile: Profile, *, jobs: int, progress: Progress
) -> list[Survey]:
    """One survey per series; raises CancelledError."""
    pieces = [piece for number, each in enumerate(series) for piece in _cut(number, each, profile)]
    if jobs < 2 or sum(len(each.sources) for each in pieces) < _WORTH_PROCESSES:
        return [survey(_sources(each), profile, progress) for each in series]
    found = shared(_look, pieces, _lost, jobs=jobs, progress=progress, what="Reading headers, part")
    done = zip(pieces, found, strict=True)
    return [
        joined((piece.start, part) for piece, part in group)
        for _, group in groupby(done, lambda each: each[0].number)
    ]


def known_of(surveys: Sequence[Survey]) -> Identifiers:
    """The identifying values of all of them together."""
    found = Identifiers()
    for each in surveys:
        found = found.merge(each.identifiers)
    return found


def series_of(patient: Patient) -> list[Series]:
    """All series of a patient."""
    return [series for study in patient.studies for series in study.series]


def _sources(series: Series) -> tuple[Source, ...]:
    return tuple(each.source for each in series.instances)


def _cut(number: int, series: Series, profile: Profile) -> Iterator[_Piece]:
    sources = _sources(series)
    for start in range(0, len(sources), _PIECE):
        yield _Piece(number, start, sources[start : start + _PIECE], profile)


def _look(piece: _Piece) -> Survey:
    return survey(piece.sources, piece.profile)


def _lost(piece: _Piece) -> Survey:
    return Survey(unreadable=UnreadableError(_DIED))
