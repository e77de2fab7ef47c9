"""Findings and decisions as the boxes to draw on one frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from viewer.gui.item_models.wording import pixel_word
from viewer.model import Action, Area, Box, Decision, Finding, Kind, Outline, Source
from viewer.review import REVIEWER


class Look(StrEnum):
    """How a box is drawn: dashed, solid with hatching, dotted; also the name of its colour."""

    UNDECIDED = "undecided"
    BLANK = "blank"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Mark:
    """One box on the frame on show, or an outline in it; ``label`` never holds a value.

    ``is_text`` says that it was read there, not drawn by hand.
    """

    finding_id: str
    box: Box
    look: Look
    label: str
    outline: Outline | None = None
    is_text: bool = False

    @property
    def area(self) -> Area:
        """The pixels that are meant."""
        return self.outline or self.box


def marks_on(
    findings: Sequence[Finding], decisions: Mapping[str, Decision], source: Source, frame: int
) -> tuple[Mark, ...]:
    """The boxes of a frame; a decision's box and frames go before the finding's own."""
    return tuple(
        mark
        for finding in findings
        if source in finding.location.sources
        and (mark := _mark(finding, decisions.get(finding.id), frame))
    )


def _mark(finding: Finding, decision: Decision | None, frame: int) -> Mark | None:
    placed = decision if decision and decision.box else finding.location
    box = placed.box
    frames = decision.frames if decision else finding.location.frames
    if box is None or (frames is not None and frame not in frames):
        return None
    is_text = finding.kind is Kind.TEXT and finding.detector != REVIEWER
    word = pixel_word(finding)
    return Mark(finding.id, box, _look(decision), word, placed.outline, is_text)


def _look(decision: Decision | None) -> Look:
    if decision is None or decision.action is Action.REVIEW:
        return Look.UNDECIDED
    return Look.KEEP if decision.action is Action.KEEP else Look.BLANK
