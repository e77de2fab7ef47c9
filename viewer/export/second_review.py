"""Two different reviewers, where the profile of a project requires them; told in the statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from viewer.export.refusals import Refusal
from viewer.model import Decision, Finding, ScanResult
from viewer.review import Opinions, Standing, opinions_on, standing

_UNNAMED = (
    "This project wants two different reviewers, and who decided is not known. Add users to the "
    "workstation, log in, and decide there."
)
_SENTENCES = {
    Standing.OBJECTED: "A second reviewer objects: {}. Decide anew, or have the objection taken "
    "back.",
    Standing.WAITING: "A second reviewer has not agreed yet: {}.",
}


def second_review_refusals(
    result: ScanResult, decisions: Mapping[str, Decision], opinions: Opinions, required: bool
) -> Iterator[Refusal]:
    """Reasons that no override takes away: an objection always, what waits where two must agree."""
    unnamed = False
    for each in result.findings:
        found = standing(each, decisions.get(each.id), opinions)
        if found is Standing.OBJECTED or (found is Standing.WAITING and required):
            key = f"{'objection' if found is Standing.OBJECTED else 'second'}:{each.id}"
            yield Refusal(key, _SENTENCES[found].format(_what(each)), each.id)
        unnamed = unnamed or found is Standing.UNNAMED
    if unnamed and required:
        yield Refusal("unnamed", _UNNAMED)


def second_reviewer(
    result: ScanResult, decisions: Mapping[str, Decision], opinions: Opinions, required: bool
) -> dict[str, Any]:
    """What the statement says: who decided, who agreed, as P1, P2 and their roles; no name."""
    decided: Counter[str] = Counter()
    agreed: Counter[str] = Counter()
    roles: dict[str, set[str]] = {}
    settled = 0
    for finding in result.findings:
        decision = decisions.get(finding.id)
        if decision is None or not decision.person:
            continue
        decided[decision.person] += 1
        roles.setdefault(decision.person, set()).add(decision.reviewer)
        held = opinions_on(finding, decision, opinions)
        settled += bool(held) and all(each.agrees for each in held)
        for each in held:
            agreed[each.person] += 1
            roles.setdefault(each.person, set()).add(each.reviewer)
    people = sorted(roles, key=lambda each: (-decided[each], -agreed[each], each))
    return {
        "required": required,
        "agreed": settled,
        "people": [
            {
                "person": f"P{number}",
                "roles": sorted(roles[each]),
                "decided": decided[each],
                "agreed": agreed[each],
            }
            for number, each in enumerate(people, 1)
        ],
    }


def _what(finding: Finding) -> str:
    where = finding.keyword or str(finding.location.attribute or finding.kind)
    return f"{finding.kind} finding, {finding.category}, {where}"
