"""Everything the reviewer can change, as one immutable value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from viewer.model import Decision, Finding, Opinion

REVIEWER = "reviewer"
"""Detector id of what a person marked by hand: it is a finding like any other."""


def _nothing() -> Mapping[str, Decision]:
    return MappingProxyType({})


def _nobody() -> Mapping[str, tuple[Opinion, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Findings marked by hand, and per finding id the decision and what others say about it."""

    manual: tuple[Finding, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=_nothing)
    opinions: Mapping[str, tuple[Opinion, ...]] = field(default_factory=_nobody)

    def decided(self, decisions: Iterable[Decision]) -> ReviewState:
        """The state with these decisions added or replaced."""
        added = {each.finding_id: each for each in decisions}
        return replace(self, decisions=MappingProxyType({**self.decisions, **added}))

    def with_opinions(self, opinions: Mapping[str, tuple[Opinion, ...]]) -> ReviewState:
        """The state with these opinions and no others."""
        given = {key: each for key, each in opinions.items() if each}
        return replace(self, opinions=MappingProxyType(given))

    def undecided(self, finding_ids: Iterable[str]) -> ReviewState:
        """The state without decisions on these findings."""
        gone = set(finding_ids)
        left = {key: each for key, each in self.decisions.items() if key not in gone}
        return replace(self, decisions=MappingProxyType(left))

    def with_manual(self, finding: Finding) -> ReviewState:
        """The state with a finding marked by hand added, or replaced where the id is known."""
        if any(each.id == finding.id for each in self.manual):
            found = tuple(finding if each.id == finding.id else each for each in self.manual)
            return replace(self, manual=found)
        return replace(self, manual=(*self.manual, finding))

    def without_manual(self, finding_id: str) -> ReviewState:
        """The state without a finding marked by hand and without the decision on it."""
        left = tuple(each for each in self.manual if each.id != finding_id)
        return replace(self, manual=left).undecided([finding_id])
