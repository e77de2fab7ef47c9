"""What one reviewer has in front of him: the scans, the findings, and what was decided so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from viewer.model import Decision, Finding, Loaded, ScanResult, Series
from viewer.review.history import History
from viewer.review.state import REVIEWER, ReviewState


@dataclass(frozen=True)
class ReviewSession:
    """Immutable, so what follows from it is worked out once; every edit returns a new session.

    ``profile`` is the profile's name, ``reviewer`` the role that signs decisions, never a name.
    ``person`` is the keyed id of the account that is logged in, empty without users.
    """

    loaded: Loaded
    scan: ScanResult
    profile: str
    reviewer: str
    history: History = field(default_factory=History)
    person: str = ""

    @property
    def state(self) -> ReviewState:
        """What the reviewer decided and marked by hand."""
        return self.history.state

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Detected findings, then those marked by hand."""
        return self.scan.findings + self.state.manual

    @property
    def result(self) -> ScanResult:
        """The scan with the findings marked by hand: what plans and exports are made from."""
        return replace(self.scan, findings=self.findings)

    def finding(self, finding_id: str) -> Finding | None:
        """The finding of that id, detected or marked by hand."""
        return self._by_id.get(finding_id)

    @cached_property
    def _by_id(self) -> dict[str, Finding]:
        return {each.id: each for each in reversed(self.findings)}

    def decision(self, finding_id: str) -> Decision | None:
        """The decision on a finding, None while undecided."""
        return self.state.decisions.get(finding_id)

    def decisions(self) -> dict[str, Decision]:
        """The decisions on findings that are there, by id: what plans and exports are made from."""
        return dict(self._in_force)

    @cached_property
    def _in_force(self) -> dict[str, Decision]:
        made = self.state.decisions
        return {each.id: made[each.id] for each in self.findings if each.id in made}

    def undecided(self) -> tuple[Finding, ...]:
        """Findings without a decision, in the order they are shown."""
        return self._undecided

    @cached_property
    def _undecided(self) -> tuple[Finding, ...]:
        decisions = self.state.decisions
        return tuple(each for each in self.findings if each.id not in decisions)

    def series(self, series_uid: str) -> Series | None:
        """The loaded series of that UID."""
        found = (each for each in self.loaded.series() if each.series_uid == series_uid)
        return next(found, None)

    def study_uid(self, series_uid: str) -> str:
        """The study a series belongs to; empty when it is not loaded."""
        series = self.series(series_uid)
        return series.study_uid if series else ""

    def next_undecided(
        self, after: str = "", order: Iterable[str] | None = None, *, backwards: bool = False
    ) -> str | None:
        """The id of the next undecided finding after one in display order, round the end.

        ``order`` is the order of ids on the screen, by default that of ``findings``.
        """
        ids = list(order) if order is not None else [each.id for each in self.findings]
        if backwards:
            ids.reverse()
        start = ids.index(after) + 1 if after in ids else 0
        decisions = self.state.decisions
        return next((id_ for id_ in ids[start:] + ids[:start] if id_ not in decisions), None)

    def rescanned(self, scan: ScanResult) -> ReviewSession:
        """The session on the results of a further scan; decisions re-attach by finding id."""
        return replace(self, scan=scan)

    def is_manual(self, finding_id: str) -> bool:
        """Whether a person marked the finding by hand."""
        found = self.finding(finding_id)
        return found is not None and found.detector == REVIEWER
