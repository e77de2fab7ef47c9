"""What a person makes of each sign: accepted or dismissed, with undo; nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType


class Word(StrEnum):
    """A person's word on a sign; no word means undecided."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's word on the sign of an id, and why."""

    sign_id: str
    word: Word
    reason: str = ""


_State = Mapping[str, Verdict]


@dataclass(frozen=True)
class Verdicts:
    """All words in force, and the steps that led to them; immutable."""

    steps: tuple[tuple[str, _State], ...] = (("", MappingProxyType({})),)
    index: int = field(default=0)

    @property
    def now(self) -> _State:
        """The verdicts in force, by sign id."""
        return self.steps[self.index][1]

    def of(self, sign_id: str) -> Verdict | None:
        """What was said about a sign."""
        return self.now.get(sign_id)

    def say(self, verdict: Verdict) -> Verdicts:
        """One more word, as a step that can be undone; what had been undone is gone."""
        name = "Accept a sign" if verdict.word is Word.ACCEPTED else "Dismiss a sign"
        return self._push(name, {**self.now, verdict.sign_id: verdict})

    def withdraw(self, sign_id: str) -> Verdicts:
        """Undecided again; the same verdicts when nothing was said."""
        if sign_id not in self.now:
            return self
        rest = {key: value for key, value in self.now.items() if key != sign_id}
        return self._push("Make a sign undecided", rest)

    def undo(self) -> Verdicts:
        """One step back, or the same at the start."""
        return replace(self, index=max(0, self.index - 1))

    def redo(self) -> Verdicts:
        """One step forward, or the same at the end."""
        return replace(self, index=min(len(self.steps) - 1, self.index + 1))

    @property
    def undo_name(self) -> str:
        """What undo would take back, empty for nothing."""
        return self.steps[self.index][0] if self.index else ""

    @property
    def redo_name(self) -> str:
        """What redo would bring back, empty for nothing."""
        return self.steps[self.index + 1][0] if self.index + 1 < len(self.steps) else ""

    def _push(self, name: str, state: Mapping[str, Verdict]) -> Verdicts:
        steps = (*self.steps[: self.index + 1], (name, MappingProxyType(dict(state))))
        return Verdicts(steps, len(steps) - 1)
