"""What a session means to whoever is there: worked out once, however many ask after a step."""

from __future__ import annotations

from functools import cached_property

from viewer.model import Decision, Finding, Opinion
from viewer.review.opinions import Standing, can_agree, opinions_on, stands
from viewer.review.session import ReviewSession

_Known = tuple[Finding, Decision, tuple[Opinion, ...], tuple[Opinion, ...]]


class Outlook:
    """Views of one session; ``before`` is that of the step before, which saves most of the work.

    Which opinions hold takes a digest of the decision, so only what changed is looked at anew.
    """

    def __init__(self, session: ReviewSession, before: Outlook | None = None) -> None:
        self.session = session
        self._before: dict[str, _Known] = before._latest() if before else {}

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """How each decided finding stands with a second reviewer, by finding id."""
        made = self.session.state.decisions
        return {
            each.id: stands(made[each.id], self._opinions(each))
            for each in self.session.findings
            if each.id in made
        }

    @cached_property
    def others(self) -> frozenset[str]:
        """Ids of findings somebody else than whoever is there decided about."""
        if not self.session.person:
            return frozenset()
        return frozenset(e.id for e in self.session.findings if can_agree(self.session, e))

    @cached_property
    def waiting(self) -> tuple[Finding, ...]:
        """What others decided and whoever is there has said nothing about, in order."""
        person = self.session.person
        return tuple(
            each
            for each in self.session.findings
            if can_agree(self.session, each)
            and not any(said.person == person for said in self._opinions(each))
        )

    def _opinions(self, finding: Finding) -> tuple[Opinion, ...]:
        """The opinions that hold about the decision on a finding."""
        known = self._held.get(finding.id)
        return known[3] if known else ()

    @cached_property
    def _held(self) -> dict[str, _Known]:
        made, said = self.session.state.decisions, self.session.state.opinions
        before, self._before = self._before, {}
        found: dict[str, _Known] = {}
        for each in self.session.findings if said else ():
            given, decision, known = said.get(each.id), made.get(each.id), before.get(each.id)
            if given is None or decision is None:
                continue
            if known and known[0] is each and known[1] is decision and known[2] is given:
                found[each.id] = known
            else:
                found[each.id] = each, decision, given, opinions_on(each, decision, said)
        return found

    def _latest(self) -> dict[str, _Known]:
        known: dict[str, _Known] = self.__dict__.get("_held", self._before)
        return known
