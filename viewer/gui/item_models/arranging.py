"""Findings in the order and groups a reviewer works through them; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from viewer.gui.item_models import wording
from viewer.model import Decision, Finding, Kind

ORDER = tuple(wording.KINDS)
STATES = ("All", "Undecided", "Accepted", "Kept")


@dataclass(frozen=True, slots=True)
class Filter:
    """What is listed; None and empty mean everything."""

    text: str = ""
    kind: Kind | None = None
    state: str = "All"
    series_uid: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind and category, under a heading."""

    title: str
    findings: tuple[Finding, ...]


def arrange(
    findings: Iterable[Finding], decisions: Mapping[str, Decision], wanted: Filter
) -> tuple[Group, ...]:
    """Groups by kind, most telling first, then by category."""
    groups: dict[tuple[int, str], list[Finding]] = defaultdict(list)
    for each in findings:
        if _matches(each, decisions.get(each.id), wanted):
            groups[ORDER.index(each.kind), each.category.value].append(each)
    return tuple(
        Group(f"{wording.KINDS[ORDER[kind]]} · {category}", tuple(groups[kind, category]))
        for kind, category in sorted(groups)
    )


def _matches(finding: Finding, decision: Decision | None, wanted: Filter) -> bool:
    if wanted.kind and finding.kind is not wanted.kind:
        return False
    if wanted.series_uid and finding.location.series_uid != wanted.series_uid:
        return False
    if wanted.state not in ("All", wording.state(decision)):
        return False
    return not wanted.text or wanted.text.casefold() in _searched(finding)


def _searched(finding: Finding) -> str:
    place = str(finding.location.attribute or "")
    parts = (wording.title(finding), finding.reason, finding.category, place, finding.text.reveal())
    return " ".join(parts).casefold()
