"""Which series' mask is carried to which: one mask for every frame of reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from viewer.clean.plan import FaceWish
from viewer.model import FaceEdit, FaceGrade, FaceRisk, Loaded, ScanResult, Series, Source

_FACES = frozenset({FaceGrade.PARTIAL, FaceGrade.RECOGNISABLE})
_Wishes = Mapping[Source, FaceWish]


def with_donors(loaded: Loaded, result: ScanResult, wishes: _Wishes) -> dict[Source, FaceWish]:
    """The wishes of all instances, those of other series pointing to the one that gives the mask.

    In a frame of reference that is the series a person edited, else the one with the highest score.
    A series with an edit of its own keeps that.
    """
    groups: dict[tuple[str, str], list[Series]] = defaultdict(list)
    for patient in loaded.patients:
        for study in patient.studies:
            for series in study.series:
                frame = next((each.frame_of_reference_uid for each in series.instances), "")
                if frame:
                    groups[patient.key, frame].append(series)
    risks = {each.source: each for each in result.risks if each.source and each.grade in _FACES}
    found = dict(wishes)
    for group in groups.values():
        _carry(group, risks, found)
    return found


def _carry(
    group: list[Series], risks: Mapping[Source, FaceRisk], found: dict[Source, FaceWish]
) -> None:
    givers = [each for each in group if _first(each) in risks]
    if len(group) < 2 or not givers:
        return
    giver = max(givers, key=lambda each: (_edited(each, found), risks[_first(each)].score))
    edit = next((wish.edit for wish in _wishes(giver, found)), FaceEdit())
    for series in group:
        if series is giver or _edited(series, found):
            continue
        for each in series.instances:
            if wish := found.get(each.source):
                found[each.source] = FaceWish(edit, wish.by_person, giver)


def _first(series: Series) -> Source:
    return series.instances[0].source


def _wishes(series: Series, found: _Wishes) -> list[FaceWish]:
    return [found[each.source] for each in series.instances if each.source in found]


def _edited(series: Series, found: _Wishes) -> bool:
    return any(wish.edit != FaceEdit() for wish in _wishes(series, found))
