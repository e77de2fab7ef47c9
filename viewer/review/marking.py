"""Pixels marked by hand: drawn, moved, and taken to further frames, images and series.

A mark is a finding of the reviewer, decided by drawing it. A step's name never holds a value.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from viewer.errors import UsageError
from viewer.model import Action, Area, Box, Finding, Instance, Location, Series, box_of, outline_of
from viewer.review.proposals import proposed_decision
from viewer.review.records import marked_finding
from viewer.review.session import ReviewSession
from viewer.review.state import REVIEWER
from viewer.review.steps import base, decide, known, push


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
    finding = known(session, finding_id)
    drawn = outline_of(_area_now(session, finding) or box)
    outline = drawn and drawn.fitted(box)
    if session.is_manual(finding_id):
        place = replace(finding.location, box=box, outline=outline)
        return push(
            session, "Move box", session.state.with_manual(replace(finding, location=place))
        )
    made = replace(base(session, finding), action=Action.BLANK, reason="", box=box)
    made = replace(made, outline=outline)
    return decide(session, "Move box", [made])


def delete_box(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Delete a box drawn by hand; raises UsageError for what a detector found."""
    if not session.is_manual(finding_id):
        advice = "Keep it with a reason instead."
        raise UsageError("Only boxes drawn by hand can be deleted.", advice)
    return push(session, "Delete box", session.state.without_manual(finding_id))


def apply_to_all_frames(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Blank the box of a finding in every frame of its instances."""
    finding = known(session, finding_id)
    made = replace(base(session, finding), action=Action.BLANK, reason="", frames=None)
    state = session.state
    if session.is_manual(finding_id):
        location = replace(finding.location, frames=None)
        state = state.with_manual(replace(finding, location=location))
    return push(session, "Apply box to all frames", state.decided([made]))


def apply_to_series(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Blank the box of a finding in every frame of every instance of the series.

    A detected finding keeps its own evidence; the wider box is one more finding of the reviewer.
    """
    finding = known(session, finding_id)
    series, area = _marked_series(session, finding_id)
    wide = _marked(series, _alike(series, finding), None, area)
    if session.is_manual(finding_id):
        wide = replace(wide, id=finding_id)
    return _add_manual(session, "Apply box to the whole series", wide)


def apply_to_range(session: ReviewSession, finding_id: str, first: int, last: int) -> ReviewSession:
    """Blank the area of a finding from one image of its series to another, both included.

    Images are counted from 0 as they are shown: frame after frame, instance after instance.
    Raises UsageError when the range is empty or breaks into frames of several instances.
    """
    series, area = _marked_series(session, finding_id)
    here = known(session, finding_id).location.sources
    size = next(_size(each) for each in series.instances if each.source in here)
    shown = [(each, n) for each in series.instances if each.has_pixels for n in range(each.frames)]
    within = [(each, n) for each, n in shown[max(0, first) : last + 1] if _size(each) == size]
    chosen = tuple({each.source: each for each, _ in within}.values())
    if not chosen or (len(chosen) > 1 and any(each.frames > 1 for each in chosen)):
        advice = "Choose from and to inside one file of this series."
        raise UsageError("The mark cannot be put into that range of images.", advice)
    frames = tuple(n for _, n in within) if chosen[0].frames > 1 else None
    wide = _marked(series, chosen, frames, area)
    if session.is_manual(finding_id):
        wide = replace(wide, id=finding_id)
    return _add_manual(session, "Apply mark to a range of images", wide)


def copy_to_alike(session: ReviewSession, finding_id: str) -> ReviewSession:
    """Blank the area of a finding in every other series of the study that has its geometry.

    The same geometry: modality, rows, columns, and spacing as far as the headers tell it. All of
    it is one step. Raises UsageError when there is no such series.
    """
    series, area = _marked_series(session, finding_id)
    here = known(session, finding_id).location.sources
    model = next(each for each in series.instances if each.source in here)
    state, copies = session.state, 0
    for other in session.loaded.series():
        if other.series_uid == series.series_uid or other.study_uid != series.study_uid:
            continue
        if same := tuple(each for each in other.instances if _geometry(each) == _geometry(model)):
            made = _marked(other, same, None, area)
            decision = proposed_decision(made, reviewer=session.reviewer, by_person=True)
            state, copies = state.with_manual(made).decided([decision]), copies + 1
    if not copies:
        advice = "Draw the mark in each series by hand."
        raise UsageError("No other series of this study has the same geometry.", advice)
    return push(session, f"Copy mark to {copies} series", state)


def _marked_series(session: ReviewSession, finding_id: str) -> tuple[Series, Area]:
    finding = known(session, finding_id)
    series, area = session.series(finding.location.series_uid), _area_now(session, finding)
    if series is None or area is None:
        raise UsageError("There is no box to apply.", "Select a box on the image first.")
    return series, area


def _size(instance: Instance) -> tuple[int, int]:
    return instance.rows, instance.columns


def _geometry(instance: Instance) -> tuple[object, ...]:
    return (instance.modality, instance.rows, instance.columns, instance.spacing)


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
    return push(session, name, session.state.with_manual(finding).decided([made]))
