"""What a review leaves in the audit log: studies by keyed id, counts, never a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from viewer.model import Decision, Loaded, Opinion
from viewer.provenance import AuditLog
from viewer.review.records import keyed
from viewer.review.state import ReviewState

_FEW = 5


def log_opened(log: AuditLog, loaded: Loaded) -> None:
    """One line per study that was opened, and one for the files that could not be read."""
    for study in loaded.studies():
        instances = sum(len(each.instances) for each in study.series)
        log.append("studies opened", study=keyed(study.study_uid), instances=instances)
    if loaded.unreadable:
        log.append("files not read", files=len(loaded.unreadable))


def log_viewed(log: AuditLog, series_uid: str) -> None:
    """A line for a series somebody looks at."""
    log.append("series viewed", series=keyed(series_uid))


def log_step(log: AuditLog, before: ReviewState, after: ReviewState) -> None:
    """A line for one step of a reviewer: what was decided, taken back, marked by hand."""
    old, new = before.decisions, after.decisions
    changed = [each for key, each in new.items() if old.get(key) != each]
    undone = len(old.keys() - new.keys())
    marked = len({each.id for each in after.manual} - {each.id for each in before.manual})
    _log_opinions(log, before, after)
    if changed or undone or marked or before.manual != after.manual:
        counts = {"reopened": undone, "marked": marked}
        told = {name: count for name, count in counts.items() if count}
        log.append("decided", **_tally(changed), **told)


def _log_opinions(log: AuditLog, before: ReviewState, after: ReviewState) -> None:
    """A line for what a second reviewer said, or took back."""
    old, new = _said(before), _said(after)
    given, back = new - old, len(old - new)
    if given or back:
        told = {"agreed": sum(each.agrees for each in given), "taken_back": back}
        told["objected"] = len(given) - told["agreed"]
        log.append("second opinion", **{name: count for name, count in told.items() if count})


def _said(state: ReviewState) -> set[Opinion]:
    return {each for said in state.opinions.values() for each in said}


def log_decisions(log: AuditLog, decisions: Mapping[str, Decision]) -> None:
    """A line for decisions that came from a file or a profile."""
    if decisions:
        log.append("decided", **_tally(decisions.values()))


def _tally(decisions: Iterable[Decision]) -> dict[str, str | int]:
    """Counts by action; the ids of the findings too where they are few, which are keyed."""
    decisions = list(decisions)
    counts: dict[str, str | int] = dict(Counter(str(each.action) for each in decisions))
    if 0 < len(decisions) <= _FEW:
        counts["findings"] = " ".join(each.finding_id for each in decisions)
    people = sum(each.by_person for each in decisions)
    return {**counts, "by_person": people} if decisions else {}
