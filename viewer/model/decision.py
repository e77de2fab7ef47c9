"""What a person, or the profile on a person's behalf, decided about a finding."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.model.box import Box
from viewer.model.face_edit import FaceEdit
from viewer.model.finding import Action
from viewer.model.outline import Area, Outline


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on one finding.

    ``action`` is never REVIEW. ``reason`` is required for KEEP. ``by_person`` is False when a
    proposal was accepted without anybody looking. ``box`` replaces the finding's own when the
    reviewer moved it, with its ``outline`` if it has one; ``frames`` limits the frames (None: all
    frames). ``at`` is ISO 8601 UTC. ``person`` is the keyed id of the account that decided, empty
    where the workstation has no users.
    ``face`` is how a face is to be removed when the reviewer changed that.
    """

    finding_id: str
    action: Action
    reviewer: str
    at: str
    by_person: bool
    reason: str = ""
    box: Box | None = None
    frames: tuple[int, ...] | None = None
    face: FaceEdit | None = None
    outline: Outline | None = None
    person: str = ""

    @property
    def area(self) -> Area | None:
        """The pixels that replace the finding's own, None when nobody moved them."""
        return self.outline or self.box
