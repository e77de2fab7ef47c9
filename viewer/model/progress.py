"""How long-running stages report: one callable, which may raise to cancel."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called with steps done, steps in all (0: unknown) and a text without identifying values.

    Raises CancelledError when the user asked to stop; stages let it pass through.
    """

    def __call__(self, done: int, total: int, text: str) -> None: ...


def silent(done: int, total: int, text: str) -> None:
    """The progress of nobody watching."""
