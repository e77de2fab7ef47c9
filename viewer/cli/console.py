"""What a terminal shows: progress on standard error, results where they were asked for."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from viewer.errors import RefusedError, ScanveilError, UsageError

_WIDTH = 30


class Bar:
    """A progress callable: a bar on a terminal, one line per 10 % otherwise."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._last = ("", -1)

    def __call__(self, done: int, total: int, text: str) -> None:
        step = 10 * done // total if total else -1
        if self._is_terminal:
            self._draw(done, total, text)
        elif (text, step) != self._last:
            share = f" {10 * step} %" if total else ""
            print(f"{text}{share}", file=sys.stderr, flush=True)
        self._last = (text, step)

    def _draw(self, done: int, total: int, text: str) -> None:
        filled = _WIDTH * done // total if total else 0
        bar = "█" * filled + "·" * (_WIDTH - filled)
        end = "\n" if total and done >= total else ""
        print(f"\r\033[K{bar} {text} {done}/{total or '?'}", end=end, file=sys.stderr, flush=True)


def say(text: str = "") -> None:
    """One line for the person, on standard error."""
    print(text, file=sys.stderr)


def complain(error: ScanveilError) -> int:
    """Tell what happened and what to do; the exit status of the command."""
    say(str(error))
    if isinstance(error, RefusedError) and len(error.reasons) > 1:
        for reason, times in Counter(error.reasons).items():
            say(f"  - {reason}" + (f" ({times} times)" if times > 1 else ""))
    return error.exit_status


def write(target: Path, produce: Callable[[], str]) -> None:
    """Write text to a file, or to standard output for ``-``; raises UsageError when it can't."""
    if str(target) == "-":
        sys.stdout.write(produce())
        return
    try:
        target.write_text(produce(), "utf-8")
    except OSError as error:
        reason = error.strerror or "it could not be written"
        raise UsageError(
            f"The result could not be saved: {reason}.", "Choose another file."
        ) from None
