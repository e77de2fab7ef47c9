"""What a reviewer can do: each function takes a session and returns the next one, with a step name.

A name in the history is seen in menus, so it never holds a value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from viewer.errors import UsageError
from viewer.model import Action, Decision, FaceEdit, Finding
from viewer.review.proposals import now, proposed_decision
from viewer.review.session import ReviewSession
from viewer.review.steps import base, decide, known, noun, push


def accept(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Accept what is proposed for one finding."""
    finding = known(session, finding_id)
    made = proposed_decision(finding, reviewer=session.reviewer, by_person=True)
    return decide(session, f"Accept {noun(finding)}", [made])


def accept_group(session: ReviewSession, finding_ids: Iterable[str]) -> ReviewSession:
    """Accept what is proposed for every undecided finding of a group, as one step.

    A face whose place is uncertain stays undecided: somebody has to look at it by itself.
    """
    wanted = set(finding_ids)
    chosen = [each for each in session.undecided() if each.id in wanted and not each.asks_to_look]
    at, role = now(), session.reviewer
    made = [proposed_decision(each, reviewer=role, by_person=True, at=at) for each in chosen]
    return decide(session, f"Accept {len(made)} proposals", made)


def change_action(
    session: ReviewSession, finding_id: str, action: Action, reason: str = ""
) -> ReviewSession:
    """Decide something else than was proposed; raises UsageError for REVIEW or a bare KEEP."""
    if action is Action.REVIEW:
        raise UsageError("“Review” is a question, not a decision.", "Choose what to do with it.")
    if action is Action.KEEP:
        return keep(session, finding_id, reason)
    finding = known(session, finding_id)
    made = replace(base(session, finding), action=action, reason=reason)
    return decide(session, f"{action.value.capitalize()} {noun(finding)}", [made])


def keep(session: ReviewSession, finding_id: str, reason: str) -> ReviewSession:
    """Leave a finding as it is, with a reason that goes into the manifest."""
    if not reason.strip():
        raise UsageError("Keeping something needs a reason.", "Say why it may stay.")
    finding = known(session, finding_id)
    made = replace(base(session, finding), action=Action.KEEP, reason=reason.strip())
    made = replace(made, box=None, outline=None, face=None)
    return decide(session, f"Keep {noun(finding)}", [made])


def keep_group(session: ReviewSession, finding_ids: Iterable[str], reason: str) -> ReviewSession:
    """Leave every undecided finding of a group as it is, for one reason, as one step."""
    if not reason.strip():
        raise UsageError("Keeping something needs a reason.", "Say why it may stay.")
    wanted = set(finding_ids)
    chosen = [each for each in session.undecided() if each.id in wanted]
    made = [
        replace(
            base(session, each),
            action=Action.KEEP,
            reason=reason.strip(),
            box=None,
            outline=None,
            face=None,
        )
        for each in chosen
    ]
    return decide(session, f"Keep {len(made)} findings", made)


def withdraw_group(session: ReviewSession, finding_ids: Iterable[str]) -> ReviewSession:
    """Make every finding of a group undecided again, as one step."""
    decided = [each for each in finding_ids if each in session.state.decisions]
    return push(session, f"Reopen {len(decided)} findings", session.state.undecided(decided))


def adopt(
    session: ReviewSession, marked: Iterable[Finding], decisions: Iterable[Decision]
) -> ReviewSession:
    """Take over boxes and decisions from a file, as one step; whoever does it has decided them."""
    state = session.state
    for each in marked:
        state = state.with_manual(each)
    return push(session, "Load decisions", state.decided(decisions))


def withdraw(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Make a finding undecided again."""
    finding = known(session, finding_id)
    return push(session, f"Reopen {noun(finding)}", session.state.undecided([finding_id]))


def edit_face(session: ReviewSession, finding_id: str, edit: FaceEdit, name: str) -> ReviewSession:
    """Decide that a face is removed as edited; ``name`` is the step's, as "Move the chin"."""
    finding = known(session, finding_id)
    made = replace(base(session, finding), action=Action.CLEAN, reason="", face=edit)
    return decide(session, name, [made])


def undo(session: ReviewSession) -> ReviewSession:
    """Take back the last step."""
    return replace(session, history=session.history.undo())


def redo(session: ReviewSession) -> ReviewSession:
    """Bring back the step undone last."""
    return replace(session, history=session.history.redo())


def go_to(session: ReviewSession, step: int) -> ReviewSession:
    """Go back or forward to a step of the history."""
    return replace(session, history=session.history.at(step))
