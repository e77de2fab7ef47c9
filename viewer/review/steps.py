"""What every edit of a review is made of: a known finding, a decision to change, a step by name."""

from __future__ import annotations

from dataclasses import replace

from viewer.errors import UsageError
from viewer.model import Decision, Finding, Kind
from viewer.review.proposals import proposed_decision
from viewer.review.session import ReviewSession
from viewer.review.state import ReviewState

_NOUNS = {Kind.TEXT: "text", Kind.GRAPHIC: "graphic", Kind.FACE: "face", Kind.SURFACE: "surface"}


def known(session: ReviewSession, finding_id: str) -> Finding:
    """The finding of an id; raises UsageError when it is gone."""
    finding = session.finding(finding_id)
    if finding is None:
        raise UsageError("This finding is no longer there.", "Select one in the list.")
    return finding


def base(session: ReviewSession, finding: Finding) -> Decision:
    """The decision to change: the proposal, where and how an earlier decision has it."""
    earlier = session.decision(finding.id)
    made = proposed_decision(finding, reviewer=session.reviewer, by_person=True)
    if earlier is None:
        return made
    where = replace(made, box=earlier.box, frames=earlier.frames, outline=earlier.outline)
    return replace(where, face=earlier.face)


def decide(session: ReviewSession, name: str, made: list[Decision]) -> ReviewSession:
    """One step that takes decisions."""
    return push(session, name, session.state.decided(made))


def push(session: ReviewSession, name: str, state: ReviewState) -> ReviewSession:
    """One step that leads to a state; what is new in it was decided by whoever is there."""
    return replace(session, history=session.history.push(name, _signed(session, state)))


def _signed(session: ReviewSession, state: ReviewState) -> ReviewState:
    """Decisions that are new, and those about marks that were moved, get the account's id."""
    before, person = session.state, session.person
    if not person:
        return state
    marks = {each.id: each for each in before.manual}
    moved = {each.id for each in state.manual if marks.get(each.id) is not each}
    changed = [
        replace(each, person=person)
        for key, each in state.decisions.items()
        if (before.decisions.get(key) is not each or key in moved) and each.person != person
    ]
    return state.decided(changed) if changed else state


def noun(finding: Finding) -> str:
    """What a step calls a finding; never a value."""
    in_pixels = finding.kind is Kind.TEXT and finding.location.box is not None
    known_as = "" if in_pixels else finding.keyword  # all texts in pixels stand in one attribute
    return known_as or _NOUNS.get(finding.kind, finding.kind.value)
