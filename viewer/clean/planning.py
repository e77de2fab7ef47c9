"""Turns decisions on findings into one plan per instance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from viewer.clean.plan import InstancePlan
from viewer.model import (
    Action,
    AttributePath,
    Box,
    Decision,
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
_Boxes = list[tuple[Box, tuple[int, ...] | None]]


@dataclass(slots=True)
class _Draft:
    """What was gathered for one source."""

    actions: dict[AttributePath, Action] = field(default_factory=dict)
    boxes: _Boxes = field(default_factory=list)
    by_person: list[bool] = field(default_factory=list)


def plan_instances(
    loaded: Loaded, scan_result: ScanResult, decisions: Mapping[str, Decision]
) -> dict[Source, InstancePlan]:
    """One plan for every loaded instance; findings without a decision count as their proposal.

    Where several findings of an attribute were decided differently the strictest decision holds.
    """
    drafts: dict[Source, _Draft] = defaultdict(_Draft)
    deface: set[str] = set()
    for finding in scan_result.findings:
        decision = decisions.get(finding.id)
        action = decision.action if decision else _proposed(finding)
        if finding.kind in _FACES and action is not Action.KEEP:
            deface.add(finding.location.series_uid)
        for source in finding.location.sources:
            _enter(drafts[source], finding, decision, action)
    facts = _SeriesFacts(scan_result)
    return {
        each.source: _plan(each.source, series, drafts[each.source], deface, facts)
        for series in loaded.series()
        for each in series.instances
    }


class _SeriesFacts:
    """What the scan established about series as a whole."""

    def __init__(self, result: ScanResult) -> None:
        self._text_ran = any(each.startswith(_PIXEL_DETECTORS) for each in result.detectors)
        self._failed = {
            each.source for each in result.failures if not each.detector.startswith("header.")
        }
        self._grades = {each.series_uid: each.grade for each in result.risks}

    def text_checked(self, series: Series) -> bool:
        """Whether every text detector finished on the series."""
        failed = any(each.source in self._failed for each in series.instances)
        return self._text_ran and not failed

    def face(self, series: Series) -> FaceGrade:
        """The grade of the series."""
        return self._grades.get(series.series_uid, FaceGrade.NOT_ASSESSED)


def _plan(
    source: Source, series: Series, draft: _Draft, deface: set[str], facts: _SeriesFacts
) -> InstancePlan:
    kept = {path for path, action in draft.actions.items() if action is Action.KEEP}
    return InstancePlan(
        source=source,
        series_uid=series.series_uid,
        boxes=tuple(draft.boxes),
        keep=frozenset(kept),
        actions={path: action for path, action in draft.actions.items() if path not in kept},
        deface=series.series_uid in deface,
        reviewed_by_person=bool(draft.by_person) and all(draft.by_person),
        text_checked=facts.text_checked(series),
        face=facts.face(series),
    )


def _enter(draft: _Draft, finding: Finding, decision: Decision | None, action: Action) -> None:
    draft.by_person.append(decision is not None and decision.by_person)
    box = (decision.box if decision else None) or finding.location.box
    if box is not None:
        if action is not Action.KEEP:
            draft.boxes.append((box, decision.frames if decision else finding.location.frames))
    elif path := finding.location.attribute:
        draft.actions[path] = _stricter([action, draft.actions.get(path, Action.KEEP)])


def _stricter(actions: Iterable[Action]) -> Action:
    return min(actions, key=_STRICTEST.index)


def _proposed(finding: Finding) -> Action:
    if finding.proposed is not Action.REVIEW:
        return finding.proposed
    return Action.BLANK if finding.location.box else Action.REMOVE
