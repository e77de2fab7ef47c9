"""Every reason why an export may not happen yet, each with what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from viewer.model import Action, Decision, Failure, Finding, Loaded, ScanResult, Source

_NOBODY_LOOKED = (
    "There may be a face in a series, but where it lies is not certain and no person has looked. "
    "Open it in the face view, and remove or keep the face there."
)


@dataclass(frozen=True, slots=True)
class Override:
    """A person's decision to export although something blocks it; ``key`` is a Refusal's."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason, without values, and the finding or file a window can jump to."""

    key: str
    text: str
    finding_id: str = ""
    source: Source | None = None


def refusals(
    loaded: Loaded,
    result: ScanResult,
    decisions: Mapping[str, Decision],
    overrides: Iterable[Override] = (),
) -> tuple[Refusal, ...]:
    """All reasons that were not overridden; an override without a reason counts for nothing."""
    overridden = {each.key for each in overrides if each.reason.strip()}
    found = (
        *_empty(loaded),
        *_undecided(result, decisions),
        *_unseen_faces(result, decisions),
        *_failed(result.failures),
    )
    return tuple(each for each in found if each.key not in overridden)


def _empty(loaded: Loaded) -> Iterator[Refusal]:
    if not any(True for _ in loaded.instances()):
        yield Refusal("empty", "There is no DICOM instance that could be read.")


def _undecided(result: ScanResult, decisions: Mapping[str, Decision]) -> Iterator[Refusal]:
    for finding in result.findings:
        if text := _unsettled(finding, decisions.get(finding.id)):
            yield Refusal(f"finding:{finding.id}", text, finding.id)


def _unseen_faces(result: ScanResult, decisions: Mapping[str, Decision]) -> Iterator[Refusal]:
    """Faces whose place is uncertain and that nobody looked at: no proposal can settle those."""
    for each in result.findings:
        made = decisions.get(each.id)
        if each.asks_to_look and made is not None and not made.by_person:
            yield Refusal(f"finding:{each.id}", _NOBODY_LOOKED, each.id)


def _unsettled(finding: Finding, decision: Decision | None) -> str:
    where = finding.keyword or str(finding.location.attribute or finding.kind)
    if decision is None and finding.asks_to_look:
        return _NOBODY_LOOKED
    if decision is None or decision.action is Action.REVIEW:
        return f"Undecided: {finding.kind} finding, {finding.category}, {where}."
    if decision.action is Action.KEEP and not decision.reason.strip():
        return f"Kept without a reason: {finding.kind} finding, {finding.category}, {where}."
    return ""


def _failed(failures: Iterable[Failure]) -> Iterator[Refusal]:
    for each in dict.fromkeys(failures):
        key = f"failure:{each.detector}:{each.source.key}"
        yield Refusal(key, f"Detector {each.detector} failed: {each.error}.", source=each.source)
