"""What was decided about a face, and the calm sentence that says what will be done."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.gui.language import tr
from viewer.model import Action, Decision, FaceEdit, FacePreset, Finding
from viewer.surface.sculpting import Check, HeadState

MOST_HOG, MOST_HAAR = 0.05, 0.10
PRESETS = {
    FacePreset.LIGHT: (tr("Light"), tr("Skin and features only, 4 mm deep")),
    FacePreset.STANDARD: (
        tr("Standard"),
        tr("Features and the soft tissue below them, 12 mm deep"),
    ),
    FacePreset.STRONG: (tr("Strong"), tr("A smaller head behind the features, 24 mm deep")),
}
_SMOOTH = tr("becomes a smooth head that is the same for everybody")
_LOOK = tr(
    "Please look: it is not certain where the face lies. Check the landmarks, drag those that are "
    "off, then accept. Without a person this series is not exported."
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The face finding of the series on view, its decision, and whether it may be changed here."""

    finding: Finding | None = None
    decision: Decision | None = None
    is_read_only: bool = False

    @property
    def edit(self) -> FaceEdit:
        """How the face is removed, as proposed or as edited."""
        return (self.decision and self.decision.face) or FaceEdit()

    @property
    def is_kept(self) -> bool:
        """Whether a person decided that the face stays."""
        return self.decision is not None and self.decision.action is Action.KEEP

    @property
    def can_edit(self) -> bool:
        """Whether there is something to edit."""
        return self.finding is not None and not self.is_read_only

    def asks_for_person(self, state: HeadState | None) -> bool:
        """Whether the proposal is too uncertain to go out without anybody looking."""
        unsure = state is not None and not state.confident
        asked = self.finding is not None and self.finding.proposed is Action.REVIEW
        by_person = self.decision is not None and self.decision.by_person
        return (unsure or asked) and not by_person

    def sentence(self, state: HeadState | None) -> str:
        """What will be done at export."""
        if self.finding is None:
            return tr("Nothing: there is no finding about a face in this series.")
        if self.is_kept and self.decision is not None:
            return tr("Nothing: the face stays as it was scanned. {0}").format(self.decision.reason)
        if self.asks_for_person(state):
            return _LOOK
        amount = (
            tr(" {0:.0f} ml of the head are replaced.").format(state.replaced_ml) if state else ""
        )
        brain = tr("The brain stays as it is.")
        if self.edit.unlocks_brain:
            brain = tr("The brain is unlocked: {0}").format(self.edit.unlock_reason)
        return tr("The face {0}.{1} {2}").format(_SMOOTH, amount, brain)

    def status(self) -> str:
        """Who decided, or that nobody did yet."""
        if self.finding is None:
            return ""
        if self.decision is None:
            return tr("Proposed, undecided")
        who = self.decision.reviewer if self.decision.by_person else tr("nobody looked")
        return tr("{0}, by {1}").format(tr("Kept") if self.is_kept else tr("Accepted"), who)


def check_sentence(check: Check | None, edit: FaceEdit) -> str:
    """What the detectors say about the new surface."""
    if check is None or check.edit != edit:
        return tr("Face detectors have not looked at this surface yet.")
    seen = max(check.hog, check.haar)
    if check.hog <= MOST_HOG and check.haar <= MOST_HAAR:
        return tr("Face detectors see a face in {0:.0%} of 40 views of the new surface.").format(
            seen
        )
    return tr(
        "Face detectors still see a face in {0:.0%} of 40 views. The export goes "
        "deeper until they see none, or stops."
    ).format(seen)
