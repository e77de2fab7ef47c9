"""The way back to a patient: with a reason, and never without a line in the audit log."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.errors import UsageError
from viewer.provenance.audit import AuditLog
from viewer.provenance.vault.vault import Link, Vault

_LONGEST, _SHORTEST = 200, 8


def look_up(vault: Vault, text: str, reason: str) -> tuple[Link, ...]:
    """Every pair a value belongs to, either way; the reason is logged before they are told.

    Raises UsageError for a reason that is none or that repeats a value, which would then stand in
    the log, and ScanveilError when the log cannot be written.
    """
    links = vault.lookup(text.strip())
    told = checked_reason(reason, [text, *(each.old.reveal() for each in links)])
    AuditLog().append("vault looked up", found=len(links), reason=told)
    return links


def checked_reason(reason: str, values: Iterable[str] = ()) -> str:
    """A reason fit for the log; raises UsageError."""
    told = " ".join(reason.split())
    if not _SHORTEST <= len(told) <= _LONGEST:
        raise UsageError("A reason is needed, in a few words.", "It goes into the audit log.")
    words = {word for value in values for word in value.replace("^", " ").casefold().split()}
    if any(len(word) > 2 and word in told.casefold() for word in words):
        raise UsageError(
            "The reason repeats the value that is looked up, or what was found.",
            "Write why, without names and numbers: the audit log is read by others.",
        )
    return told
