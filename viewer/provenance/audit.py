"""The audit log: JSON lines, each holding the digest of the line before; no identifying value.

The chain shows that a line was changed, removed from the middle or put in. That the last lines
were cut off shows only against a head pinned elsewhere, which every export's statement does.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from viewer import paths
from viewer.errors import ScanveilError
from viewer.provenance.lock import exclusive

_FIRST = "0" * 64
_LONGEST_LINE = 64 * 1024
Fact = str | int | bool
_acting: list[str] = []


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The last line of the log: how many lines there are and the digest of the last."""

    lines: int
    digest: str


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """Whether the chain holds; ``problem`` names the first line that breaks it.

    ``clock_back`` counts lines with a time before that of the line before: nothing is wrong with
    the chain, but somebody set the clock.
    """

    ok: bool
    lines: int
    problem: str = ""
    clock_back: int = 0


class AuditLog:
    """An append-only log that several programs may write to, one line at a time."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or paths.user_data() / "audit" / "audit.jsonl"

    def append(self, event: str, **facts: Fact) -> AuditHead:
        """Add a line and sync it to disk; facts are counts, digests and random ids, never values.

        Raises ScanveilError when the log cannot be written.
        """
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with exclusive(self.path.with_suffix(".lock")):
                return self._append(event, facts)
        except (OSError, ValueError, KeyError) as error:
            cause = error.strerror if isinstance(error, OSError) else "its last line is damaged"
            raise ScanveilError(
                f"The audit log cannot be written: {cause}.",
                "Check space and rights of the program's private folder, or restore it.",
            ) from None

    def entries(self) -> Iterator[tuple[dict[str, Any], str]]:
        """Each line as a mapping, with the digest of the line before; the chain must hold."""
        previous = _FIRST
        for line in self._lines():
            yield json.loads(line), previous
            previous = _digest(line)

    def digest_of(self, number: int) -> str:
        """SHA-256 of a line, counted from 1; empty when there are fewer."""
        lines = self._lines()
        return _digest(lines[number - 1]) if 0 < number <= len(lines) else ""

    def last_event(self) -> str:
        """What the last line tells; empty for an empty log."""
        lines = self._lines()
        return str(json.loads(lines[-1])["event"]) if lines else ""

    def head(self) -> AuditHead:
        """The last complete line; no lines and 64 zeros for an empty log."""
        lines = self._lines()
        return AuditHead(len(lines), _digest(lines[-1]) if lines else _FIRST)

    def check(self) -> AuditCheck:
        """Walk the whole chain."""
        previous, latest, back = _FIRST, "", 0
        lines = self._lines()
        for number, line in enumerate(lines, 1):
            if not _continues(line, number, previous):
                return AuditCheck(False, len(lines), f"line {number} does not continue the log")
            at = str(json.loads(line).get("at", ""))
            back += at < latest
            previous, latest = _digest(line), at
        return AuditCheck(True, len(lines), clock_back=back)

    def _lines(self) -> list[bytes]:
        if not self.path.exists():
            return []
        return self.path.read_bytes().split(b"\n")[:-1]

    def _append(self, event: str, facts: dict[str, Fact]) -> AuditHead:
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(handle, "rb+") as stream:
            head, torn = _last(stream)
            if torn:
                head = _write(stream, head, "torn line dropped", {"bytes": torn})
            return _write(stream, head, event, facts)


def act_as(user: str) -> None:
    """Name whoever is logged in with every line from now on; nobody for an empty name."""
    _acting[:] = [user] if user else []


def acting() -> str:
    """Whoever is named in the lines written now; empty when nobody is logged in."""
    return _acting[-1] if _acting else ""


def _last(stream: IO[bytes]) -> tuple[AuditHead, int]:
    """The head of an open log, positioned behind its last complete line, and the bytes torn off."""
    end = stream.seek(0, os.SEEK_END)
    start = stream.seek(max(0, end - _LONGEST_LINE))
    tail = stream.read()
    complete = tail.rfind(b"\n") + 1
    stream.seek(start + complete)
    stream.truncate()
    if not complete:
        return AuditHead(0, _FIRST), end
    line = tail[:complete].splitlines()[-1]
    return AuditHead(int(json.loads(line)["seq"]), _digest(line)), len(tail) - complete


def _write(stream: IO[bytes], head: AuditHead, event: str, facts: dict[str, Fact]) -> AuditHead:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    who = {"user": _acting[-1]} if _acting else {}
    entry = {"seq": head.lines + 1, "prev": head.digest, "at": now, "event": event, **who, **facts}
    line = json.dumps(entry, ensure_ascii=False).encode()
    if len(line) >= _LONGEST_LINE:
        raise ValueError("an audit line holds a few short facts")
    stream.write(line + b"\n")
    stream.flush()
    os.fsync(stream.fileno())
    return AuditHead(head.lines + 1, _digest(line))


def _continues(line: bytes, number: int, previous: str) -> bool:
    try:
        entry = json.loads(line)
        return bool(entry["seq"] == number and entry["prev"] == previous)
    except (ValueError, KeyError, TypeError):
        return False


def _digest(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
