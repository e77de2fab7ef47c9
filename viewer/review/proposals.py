"""Decisions that take what the profile proposes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from viewer.model import Action, Decision, Finding, Kind
from viewer.review.state import REVIEWER

_CONSERVATIVE = {
    Kind.HEADER: Action.REMOVE,
    Kind.PRIVATE: Action.REMOVE,
    Kind.TEXT: Action.BLANK,
    Kind.GRAPHIC: Action.BLANK,
    Kind.DOCUMENT: Action.REMOVE,
    Kind.CONTAINER: Action.REMOVE,
    Kind.FACE: Action.CLEAN,
    Kind.SURFACE: Action.CLEAN,
    Kind.CONSISTENCY: Action.REMOVE,
}


def now() -> str:
    """The present moment, ISO 8601 UTC with seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def settled_action(finding: Finding) -> Action:
    """The proposed action; where the detector asks for a person, the one that reveals least."""
    if finding.proposed is not Action.REVIEW:
        return finding.proposed
    if finding.location.box is not None:
        return Action.BLANK
    return _CONSERVATIVE[finding.kind]


def proposed_decision(
    finding: Finding, *, reviewer: str, by_person: bool, at: str = "", reason: str = ""
) -> Decision:
    """The decision that accepts the proposal of one finding.

    What a detector saw in some frames is decided for all of them; a box drawn by hand holds for
    the frames it was drawn for.
    """
    action = settled_action(finding)
    why = reason or ("the profile keeps it" if action is Action.KEEP else "")
    frames = finding.location.frames if finding.detector == REVIEWER else None
    return Decision(finding.id, action, reviewer, at or now(), by_person, why, None, frames)


def accept_proposals(
    findings: Iterable[Finding], *, reviewer: str = "profile", by_person: bool = False
) -> dict[str, Decision]:
    """Decisions that accept every proposal, by finding id; by default nobody looked at them."""
    at = now()
    return {
        each.id: proposed_decision(each, reviewer=reviewer, by_person=by_person, at=at)
        for each in findings
    }
