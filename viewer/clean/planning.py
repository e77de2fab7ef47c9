"""Turns decisions on findings into one plan per instance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from viewer.clean.face_donors import with_donors
from viewer.clean.plan import FaceWish, InstancePlan
from viewer.model import (
    Action,
    Area,
    AttributePath,
    Decision,
    FaceEdit,
    FaceGrade,
    Finding,
    Kind,
    Loaded,
    ScanResult,
    Series,
    Source,
)

_STRICTEST = (Action.REMOVE, Action.BLANK, Action.REPLACE, Action.CLEAN, Action.KEEP)
_FACES = (Kind.FACE, Kind.SURFACE)
_PIXEL_DETECTORS = "pixels."
_Boxes = list[tuple[Area, tuple[int, ...] | None]]


@dataclass
class _Draft:
    """What was gathered for the instances that the same findings concern."""

    actions: dict[AttributePath, Action] = field(default_factory=dict)
    boxes: _Boxes = field(default_factory=list)
    by_person: list[bool] = field(default_factory=list)

    def plan(
        self, source: Source, series: Series, faces: Mapping[Source, FaceWish], facts: _SeriesFacts
    ) -> InstancePlan:
        """The plan of one instance; mappings are shared with those of its kind."""
        return InstancePlan(
            source=source,
            series_uid=series.series_uid,
            boxes=tuple(self.boxes),
            keep=self.kept,
            actions=self.overrides,
            deface=faces.get(source),
            reviewed_by_person=bool(self.by_person) and all(self.by_person),
            text_checked=facts.text_checked(series),
            face=facts.face(series),
        )

    @cached_property
    def kept(self) -> frozenset[AttributePath]:
        """Attributes a decision keeps."""
        return frozenset(path for path, action in self.actions.items() if action is Action.KEEP)

    @cached_property
    def overrides(self) -> Mapping[AttributePath, Action]:
        """All other decisions about attributes."""
        return {path: action for path, action in self.actions.items() if path not in self.kept}


def plan_instances(
    loaded: Loaded, scan_result: ScanResult, decisions: Mapping[str, Decision]
) -> dict[Source, InstancePlan]:
    """One plan for every loaded instance; findings without a decision count as their proposal.

    Where several findings of an attribute were decided differently the strictest decision holds.
    """
    drafts = _Drafts(scan_result.findings, decisions)
    facts = _SeriesFacts(scan_result)
    faces = with_donors(loaded, scan_result, drafts.faces)
    return {
        each.source: drafts.of(each.source).plan(each.source, series, faces, facts)
        for series in loaded.series()
        for each in series.instances
    }


class _Drafts:
    """One draft for all instances that the same findings concern."""

    def __init__(self, findings: Sequence[Finding], decisions: Mapping[str, Decision]) -> None:
        self._decisions = decisions
        self._groups = _grouped(findings)
        self.faces = {
            source: _wish(decisions.get(each.id))
            for each in findings
            if each.kind in _FACES and self._action(each) is not Action.KEEP
            for source in each.location.sources
        }
        self._groups_of: dict[Source, list[int]] = defaultdict(list)
        self._made: dict[tuple[int, ...], _Draft] = {}
        for number, (sources, _) in enumerate(self._groups):
            for source in dict.fromkeys(sources):
                self._groups_of[source].append(number)

    def of(self, source: Source) -> _Draft:
        numbers = tuple(self._groups_of.get(source, ()))
        if numbers not in self._made:
            self._made[numbers] = self._drafted(numbers)
        return self._made[numbers]

    def _drafted(self, numbers: tuple[int, ...]) -> _Draft:
        draft = _Draft()
        for finding in (each for number in numbers for each in self._groups[number][1]):
            _enter(draft, finding, self._decisions.get(finding.id), self._action(finding))
        return draft

    def _action(self, finding: Finding) -> Action:
        decision = self._decisions.get(finding.id)
        return decision.action if decision else _proposed(finding)


_Group = tuple[tuple[Source, ...], list[Finding]]


def _grouped(findings: Iterable[Finding]) -> list[_Group]:
    """Findings by the instances they concern; most concern all of a series."""
    groups: list[_Group] = []
    alike: dict[tuple[int, Source, Source], list[_Group]] = defaultdict(list)
    for finding in findings:
        sources = finding.location.sources
        if not sources:
            continue
        candidates = alike[len(sources), sources[0], sources[-1]]
        group = next((each for each in candidates if each[0] == sources), None)
        if group is None:
            group = (sources, [])
            candidates.append(group)
            groups.append(group)
        group[1].append(finding)
    return groups


class _SeriesFacts:
    """What the scan established about series as a whole."""

    def __init__(self, result: ScanResult) -> None:
        self._text_ran = any(each.startswith(_PIXEL_DETECTORS) for each in result.detectors)
        self._failed = {
            each.source for each in result.failures if not each.detector.startswith("header.")
        }
        self._clean_text: dict[str, bool] = {}
        self._grades = {each.source or each.series_uid: each.grade for each in result.risks}

    def text_checked(self, series: Series) -> bool:
        """Whether every text detector finished on the series."""
        uid = series.series_uid
        if uid not in self._clean_text:
            failed = any(each.source in self._failed for each in series.instances)
            self._clean_text[uid] = self._text_ran and not failed
        return self._clean_text[uid]

    def face(self, series: Series) -> FaceGrade:
        """The grade of the series."""
        first = series.instances[0].source
        found = self._grades.get(first) or self._grades.get(series.series_uid)
        return found or FaceGrade.NOT_ASSESSED


def _wish(decision: Decision | None) -> FaceWish:
    edit = decision.face if decision else None
    return FaceWish(edit or FaceEdit(), decision is not None and decision.by_person)


def _enter(draft: _Draft, finding: Finding, decision: Decision | None, action: Action) -> None:
    draft.by_person.append(decision is not None and decision.by_person)
    area = (decision.area if decision else None) or finding.location.area
    if area is not None:
        if action is not Action.KEEP:
            draft.boxes.append((area, decision.frames if decision else finding.location.frames))
    elif path := finding.location.attribute:
        draft.actions[path] = _stricter([action, draft.actions.get(path, Action.KEEP)])


def _stricter(actions: Iterable[Action]) -> Action:
    return min(actions, key=_STRICTEST.index)


def _proposed(finding: Finding) -> Action:
    if finding.proposed is not Action.REVIEW:
        return finding.proposed
    return Action.BLANK if finding.location.box else Action.REMOVE
