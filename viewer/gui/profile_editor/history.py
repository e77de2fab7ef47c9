"""Undo and redo of one profile, as a list of immutable states."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.profile import EditedProfile


@dataclass(slots=True)
class EditHistory:
    """The states of a profile since it was chosen; ``saved`` is the one on disk."""

    states: list[EditedProfile]
    index: int = 0
    saved: EditedProfile | None = None

    @property
    def now(self) -> EditedProfile:
        """The state that holds."""
        return self.states[self.index]

    @property
    def can_undo(self) -> bool:
        """Whether there is a state before."""
        return self.index > 0

    @property
    def can_redo(self) -> bool:
        """Whether a state was taken back."""
        return self.index + 1 < len(self.states)

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what is on disk."""
        return self.now != self.saved

    def push(self, state: EditedProfile) -> None:
        """One more state; what had been taken back is gone, nothing new is no step."""
        if state != self.now:
            self.states[self.index + 1 :] = [state]
            self.index += 1

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1), as far as there are states."""
        self.index = min(max(0, self.index + by), len(self.states) - 1)
