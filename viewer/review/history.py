"""Undo and redo as a list of immutable states; there are no inverse operations."""

from __future__ import annotations

from dataclasses import dataclass, replace

from viewer.review.state import ReviewState


@dataclass(frozen=True, slots=True)
class Step:
    """One intention of the reviewer, named as the Edit menu shows it, and what it led to."""

    name: str
    state: ReviewState


@dataclass(frozen=True, slots=True)
class History:
    """All steps so far; ``index`` is the step that holds now, later ones can be redone."""

    steps: tuple[Step, ...] = (Step("", ReviewState()),)
    index: int = 0

    @property
    def state(self) -> ReviewState:
        """The state that holds now."""
        return self.steps[self.index].state

    @property
    def undo_name(self) -> str:
        """The name of the step that undo takes back, empty when there is none."""
        return self.steps[self.index].name if self.index else ""

    @property
    def redo_name(self) -> str:
        """The name of the step that redo brings back, empty when there is none."""
        return self.steps[self.index + 1].name if self.index + 1 < len(self.steps) else ""

    def push(self, name: str, state: ReviewState) -> History:
        """A history with one more step; what had been undone is gone, nothing new is no step."""
        if state == self.state:
            return self
        return History((*self.steps[: self.index + 1], Step(name, state)), self.index + 1)

    def undo(self) -> History:
        """One step back, or the same history at its start."""
        return self.at(self.index - 1)

    def at(self, index: int) -> History:
        """The history with another of its steps in force, the nearest there is."""
        return replace(self, index=min(max(0, index), len(self.steps) - 1))

    def redo(self) -> History:
        """One step forward, or the same history at its end."""
        return self.at(self.index + 1)
