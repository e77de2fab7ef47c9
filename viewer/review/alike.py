"""Findings that one decision can be about: the same value, wherever it stands."""

from __future__ import annotations

from viewer.review.session import ReviewSession


def same_value(session: ReviewSession, finding_id: str) -> tuple[str, ...]:
    """The undecided findings, in order, that hold exactly this finding's value for the same reason.

    Empty when the finding is not there or holds no value: boxes drawn by hand, faces, documents.
    """
    asked = session.finding(finding_id)
    if asked is None or not asked.text:
        return ()
    value = asked.text.reveal().strip().casefold()
    return tuple(
        each.id
        for each in session.undecided()
        if each.category is asked.category
        and each.proposed is asked.proposed
        and each.text.reveal().strip().casefold() == value
    )
