"""A second reviewer agrees or objects; each opinion is about one decision of somebody else.

An opinion holds as long as the decision is what it was. It is sealed with a key of the
workstation, so that a decisions file cannot be given one by hand.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from viewer.errors import UsageError
from viewer.model import Box, Decision, Finding, Opinion, Outline
from viewer.provenance import derived
from viewer.review.outlines import outline_record
from viewer.review.proposals import now
from viewer.review.records import box_record, decision_record
from viewer.review.session import ReviewSession
from viewer.review.steps import noun, push

Opinions = Mapping[str, tuple[Opinion, ...]]
_NO_PERSON = "Nobody is logged in, so that two reviewers cannot be told apart."
_SORTED = json.JSONEncoder(sort_keys=True)
_ADD_USERS = "An administrator adds them: Workstation, Users."


class Standing(StrEnum):
    """How a decision stands with a second reviewer."""

    UNDECIDED = "undecided"
    UNNAMED = "decided without an account"
    WAITING = "waits for a second reviewer"
    AGREED = "a second reviewer agrees"
    OBJECTED = "a second reviewer objects"


def standing(finding: Finding, decision: Decision | None, opinions: Opinions) -> Standing:
    """How a finding stands; an objection counts for more than any agreement."""
    if decision is None:
        return Standing.UNDECIDED
    return stands(decision, opinions_on(finding, decision, opinions))


def stands(decision: Decision, held: tuple[Opinion, ...]) -> Standing:
    """How a decision stands with the opinions that hold about it."""
    if any(not each.agrees for each in held):
        return Standing.OBJECTED
    if not decision.person:
        return Standing.UNNAMED
    return Standing.AGREED if held else Standing.WAITING


def opinions_on(finding: Finding, decision: Decision, opinions: Opinions) -> tuple[Opinion, ...]:
    """The opinions of others about exactly this decision."""
    given = opinions.get(finding.id, ())
    if not given:
        return ()
    digest = about(finding, decision)
    return tuple(each for each in given if each.about == digest and each.person != decision.person)


def about(finding: Finding, decision: Decision) -> str:
    """The digest of a decision: who decided what about which place, whenever that was."""
    place = finding.location
    return _digest(decision, place.box, place.outline, place.frames, len(place.sources))


@lru_cache(maxsize=16_384)
def _digest(
    decision: Decision,
    box: Box | None,
    outline: Outline | None,
    frames: tuple[int, ...] | None,
    files: int,
) -> str:
    told = {key: value for key, value in decision_record(decision).items() if key != "at"}
    place = (box_record(box), outline_record(outline), frames, files)
    return hashlib.sha256(_SORTED.encode([told, place]).encode()).hexdigest()


def can_agree(session: ReviewSession, finding: Finding) -> bool:
    """Whether whoever is there may say something about a finding: it is somebody else's."""
    decision = session.decision(finding.id)
    return decision is not None and bool(decision.person) and decision.person != session.person


def agree(session: ReviewSession, finding_ids: Iterable[str]) -> ReviewSession:
    """Agree with what others decided about these findings, as one step."""
    chosen = _others(session, finding_ids)
    name = f"Agree with {len(chosen)} decisions" if len(chosen) > 1 else _named("Agree", chosen)
    return _say(session, name, chosen, "")


def object_to(session: ReviewSession, finding_ids: Iterable[str], reason: str) -> ReviewSession:
    """Object to what others decided, for a reason, as one step; it blocks the export."""
    if not reason.strip():
        raise UsageError("An objection needs a reason.", "Say what should be decided instead.")
    chosen = _others(session, finding_ids)
    name = f"Object to {len(chosen)} decisions" if len(chosen) > 1 else _named("Object", chosen)
    return _say(session, name, chosen, reason.strip())


def take_back(session: ReviewSession, finding_ids: Iterable[str]) -> ReviewSession:
    """Take back one's own opinions on these findings, as one step."""
    opinions = dict(session.state.opinions)
    for each in finding_ids:
        opinions[each] = tuple(o for o in opinions.get(each, ()) if o.person != session.person)
    return push(session, "Take back what was said", session.state.with_opinions(opinions))


def is_genuine(opinion: Opinion) -> bool:
    """Whether this workstation wrote an opinion; raises LockedError while the keys are closed."""
    return hmac.compare_digest(opinion.seal, _seal(opinion, _key()))


def _others(session: ReviewSession, finding_ids: Iterable[str]) -> list[Finding]:
    """The findings among these that somebody else decided; raises UsageError without any."""
    if not session.person:
        raise UsageError(_NO_PERSON, _ADD_USERS)
    wanted = set(finding_ids)
    chosen = [e for e in session.findings if e.id in wanted and can_agree(session, e)]
    if not chosen:
        advice = "Another reviewer has to look at your own decisions."
        raise UsageError("Nobody else decided about this.", advice)
    return chosen


def _named(verb: str, chosen: list[Finding]) -> str:
    return f"{verb}: {noun(chosen[0])}"


def _say(
    session: ReviewSession, name: str, chosen: Iterable[Finding], reason: str
) -> ReviewSession:
    opinions, at, key = dict(session.state.opinions), now(), _key()
    for each in chosen:
        digest = about(each, session.state.decisions[each.id])
        said = Opinion(each.id, not reason, session.person, session.reviewer, at, digest, reason)
        before = (o for o in opinions.get(each.id, ()) if o.person != session.person)
        opinions[each.id] = (*before, replace(said, seal=_seal(said, key)))
    return push(session, name, session.state.with_opinions(opinions))


def _key() -> bytes:
    return derived("second review")


def _seal(opinion: Opinion, key: bytes) -> str:
    parts = (opinion.finding_id, opinion.agrees, opinion.person, opinion.reviewer, opinion.about)
    text = json.dumps([*parts, opinion.reason, opinion.at])
    return hmac.digest(key, text.encode(), "sha256").hex()
