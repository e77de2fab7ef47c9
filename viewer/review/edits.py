"""What a reviewer can do: each function takes a session and returns the next one, with a step name.

A name in the history is seen in menus, so it never holds a value.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace

from viewer.errors import UsageError
from viewer.model import (
    Action,
    Area,
    Box,
    Decision,
    FaceEdit,
    Finding,
    Instance,
    Kind,
    Location,
    Series,
    box_of,
    outline_of,
)
from viewer.review.proposals import now, proposed_decision
from viewer.review.records import marked_finding
from viewer.review.session import ReviewSession
from viewer.review.state import REVIEWER, ReviewState

_NOUNS = {Kind.TEXT: "text", Kind.GRAPHIC: "graphic", Kind.FACE: "face", Kind.SURFACE: "surface"}


def accept(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Accept what is proposed for one finding."""
    finding = _known(session, finding_id)
    made = proposed_decision(finding, reviewer=session.reviewer, by_person=True)
    return _decide(session, f"Accept {_noun(finding)}", [made])


def accept_group(session: ReviewSession, finding_ids: Iterable[str]) -> ReviewSession:
    """Accept what is proposed for every undecided finding of a group, as one step."""
    wanted = set(finding_ids)
    chosen = [each for each in session.undecided() if each.id in wanted]
    at, role = now(), session.reviewer
    made = [proposed_decision(each, reviewer=role, by_person=True, at=at) for each in chosen]
    return _decide(session, f"Accept {len(made)} proposals", made)


def change_action(
    session: ReviewSession, finding_id: str, action: Action, reason: str = ""
) -> ReviewSession:
    """Decide something else than was proposed; raises UsageError for REVIEW or a bare KEEP."""
    if action is Action.REVIEW:
        raise UsageError("“Review” is a question, not a decision.", "Choose what to do with it.")
    if action is Action.KEEP:
        return keep(session, finding_id, reason)
    finding = _known(session, finding_id)
    made = replace(_base(session, finding), action=action, reason=reason)
    return _decide(session, f"{action.value.capitalize()} {_noun(finding)}", [made])


def keep(session: ReviewSession, finding_id: str, reason: str) -> ReviewSession:
    """Leave a finding as it is, with a reason that goes into the manifest."""
    if not reason.strip():
        raise UsageError("Keeping something needs a reason.", "Say why it may stay.")
    finding = _known(session, finding_id)
    made = replace(_base(session, finding), action=Action.KEEP, reason=reason.strip())
    made = replace(made, box=None, outline=None, face=None)
    return _decide(session, f"Keep {_noun(finding)}", [made])


def keep_group(session: ReviewSession, finding_ids: Iterable[str], reason: str) -> ReviewSession:
    """Leave every undecided finding of a group as it is, for one reason, as one step."""
    if not reason.strip():
        raise UsageError("Keeping something needs a reason.", "Say why it may stay.")
    wanted = set(finding_ids)
    chosen = [each for each in session.undecided() if each.id in wanted]
    made = [
        replace(
            _base(session, each), action=Action.KEEP, reason=reason.strip(), box=None, face=None
        )
        for each in chosen
    ]
    return _decide(session, f"Keep {len(made)} findings", made)


def withdraw_group(session: ReviewSession, finding_ids: Iterable[str]) -> ReviewSession:
    """Make every finding of a group undecided again, as one step."""
    decided = [each for each in finding_ids if each in session.state.decisions]
    return _push(session, f"Reopen {len(decided)} findings", session.state.undecided(decided))


def adopt(
    session: ReviewSession, marked: Iterable[Finding], decisions: Iterable[Decision]
) -> ReviewSession:
    """Take over boxes and decisions from a file, as one step."""
    state = session.state
    for each in marked:
        state = state.with_manual(each)
    return _push(session, "Load decisions", state.decided(decisions))


def withdraw(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Make a finding undecided again."""
    finding = _known(session, finding_id)
    return _push(session, f"Reopen {_noun(finding)}", session.state.undecided([finding_id]))


def add_box(
    session: ReviewSession, series: Series, instance: Instance, frame: int | None, area: Area
) -> tuple[ReviewSession, str]:
    """Mark pixels by hand in one frame (None: all frames); returns the session and the new id.

    An outline stays as it was drawn, a box is cut at the edge of the image. Raises UsageError when
    it lies outside the image.
    """
    inside = box_of(area).clipped(instance.columns, instance.rows)
    if inside is None:
        raise UsageError("The box lies outside the image.", "Draw it on the pixels.")
    frames = None if frame is None else (frame,)
    finding = _marked(series, (instance,), frames, outline_of(area) or inside)
    return _add_manual(session, "Draw a box", finding), finding.id


def set_box(session: ReviewSession, finding_id: str, box: Box) -> ReviewSession:
    """Move or resize the box of a finding; a detected finding is thereby decided: blank there."""
    finding = _known(session, finding_id)
    drawn = outline_of(_area_now(session, finding) or box)
    outline = drawn and drawn.fitted(box)
    if session.is_manual(finding_id):
        place = replace(finding.location, box=box, outline=outline)
        return _push(
            session, "Move box", session.state.with_manual(replace(finding, location=place))
        )
    made = replace(_base(session, finding), action=Action.BLANK, reason="", box=box)
    made = replace(made, outline=outline)
    return _decide(session, "Move box", [made])


def delete_box(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Delete a box drawn by hand; raises UsageError for what a detector found."""
    if not session.is_manual(finding_id):
        advice = "Keep it with a reason instead."
        raise UsageError("Only boxes drawn by hand can be deleted.", advice)
    return _push(session, "Delete box", session.state.without_manual(finding_id))


def apply_to_all_frames(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Blank the box of a finding in every frame of its instances."""
    finding = _known(session, finding_id)
    made = replace(_base(session, finding), action=Action.BLANK, reason="", frames=None)
    state = session.state
    if session.is_manual(finding_id):
        location = replace(finding.location, frames=None)
        state = state.with_manual(replace(finding, location=location))
    return _push(session, "Apply box to all frames", state.decided([made]))


def apply_to_series(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Blank the box of a finding in every frame of every instance of the series.

    A detected finding keeps its own evidence; the wider box is one more finding of the reviewer.
    """
    finding = _known(session, finding_id)
    series = session.series(finding.location.series_uid)
    area = _area_now(session, finding)
    if series is None or area is None:
        raise UsageError("There is no box to apply.", "Select a box on the image first.")
    wide = _marked(series, _alike(series, finding), None, area)
    if session.is_manual(finding_id):
        wide = replace(wide, id=finding_id)
    return _add_manual(session, "Apply box to the whole series", wide)


def edit_face(session: ReviewSession, finding_id: str, edit: FaceEdit, name: str) -> ReviewSession:
    """Decide that a face is removed as edited; ``name`` is the step's, as "Move the chin"."""
    finding = _known(session, finding_id)
    made = replace(_base(session, finding), action=Action.CLEAN, reason="", face=edit)
    return _decide(session, name, [made])


def undo(session: ReviewSession) -> ReviewSession:
    """Take back the last step."""
    return replace(session, history=session.history.undo())


def redo(session: ReviewSession) -> ReviewSession:
    """Bring back the step undone last."""
    return replace(session, history=session.history.redo())


def go_to(session: ReviewSession, step: int) -> ReviewSession:
    """Go back or forward to a step of the history."""
    return replace(session, history=session.history.at(step))


def _known(session: ReviewSession, finding_id: str) -> Finding:
    finding = session.finding(finding_id)
    if finding is None:
        raise UsageError("This finding is no longer there.", "Select one in the list.")
    return finding


def _base(session: ReviewSession, finding: Finding) -> Decision:
    earlier = session.decision(finding.id)
    made = proposed_decision(finding, reviewer=session.reviewer, by_person=True)
    if earlier is None:
        return made
    where = replace(made, box=earlier.box, frames=earlier.frames, outline=earlier.outline)
    return replace(where, face=earlier.face)


def _area_now(session: ReviewSession, finding: Finding) -> Area | None:
    decision = session.decision(finding.id)
    return (decision and decision.area) or finding.location.area


def _alike(series: Series, finding: Finding) -> tuple[Instance, ...]:
    sizes = {
        (each.rows, each.columns)
        for each in series.instances
        if each.source in finding.location.sources
    }
    return tuple(each for each in series.instances if (each.rows, each.columns) in sizes)


def _marked(
    series: Series, instances: tuple[Instance, ...], frames: tuple[int, ...] | None, area: Area
) -> Finding:
    sources = tuple(each.source for each in instances)
    uids, box, outline = (series.study_uid, series.series_uid), box_of(area), outline_of(area)
    place = Location(*uids, sources, None, frames, box, outline)
    return marked_finding(f"{REVIEWER}-{secrets.token_hex(8)}", place)


def _add_manual(session: ReviewSession, name: str, finding: Finding) -> ReviewSession:
    made = proposed_decision(finding, reviewer=session.reviewer, by_person=True)
    return _push(session, name, session.state.with_manual(finding).decided([made]))


def _decide(session: ReviewSession, name: str, made: list[Decision]) -> ReviewSession:
    return _push(session, name, session.state.decided(made))


def _push(session: ReviewSession, name: str, state: ReviewState) -> ReviewSession:
    return replace(session, history=session.history.push(name, state))


def _noun(finding: Finding) -> str:
    return finding.keyword or _NOUNS.get(finding.kind, finding.kind.value)
