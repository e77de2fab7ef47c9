"""Errors a coordinator can act on: one sentence what happened, one sentence what to do next."""

from __future__ import annotations


class ScanveilError(Exception):
    """Something the user can understand and act on; its text never holds an identifying value."""

    exit_status = 1

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class UsageError(ScanveilError):
    """The command was called with arguments that cannot work."""

    exit_status = 2


class UnreadableError(ScanveilError):
    """An input could not be read or decoded; the rest of the inputs is unaffected."""

    exit_status = 3


class RefusedError(ScanveilError):
    """An export was refused and nothing was published; ``reasons`` lists every cause."""

    exit_status = 4

    def __init__(self, message: str, advice: str = "", reasons: tuple[str, ...] = ()) -> None:
        super().__init__(message, advice)
        self.reasons = reasons


class CancelledError(ScanveilError):
    """The user cancelled a running job; nothing was published."""
