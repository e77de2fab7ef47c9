"""The commands of ``scanveil audit``: is the log whole, and what does it tell."""

from __future__ import annotations

import argparse

from viewer.cli.console import say
from viewer.cli.secrets_asked import open_keys
from viewer.errors import UsageError
from viewer.provenance import AuditLog, audit_messages, check_log, sign_head, write_private


def run(asked: argparse.Namespace) -> int:
    """Run one action."""
    return _ACTIONS[asked.action](asked, AuditLog())


def _verify(asked: argparse.Namespace, log: AuditLog) -> int:
    found = check_log(log)
    if not found.ok:
        say(f"The audit log is not whole: {found.problem}.")
        return 1
    print(f"The audit log is whole: {found.lines} lines, {found.signed} of them signed.")
    if found.clock_back:
        say(f"note: the clock went back {found.clock_back} times; the order of lines still holds.")
    log.append("log checked", lines=found.lines)
    return 0


def _sign(asked: argparse.Namespace, log: AuditLog) -> int:
    open_keys()
    print(f"Signed: {sign_head(log).lines - 1} lines.")
    return 0


def _show(asked: argparse.Namespace, log: AuditLog) -> int:
    for entry, _ in log.entries():
        rest = (name for name in entry if name not in ("seq", "prev", "at", "event", "signature"))
        facts = ", ".join(f"{name} {entry[name]}" for name in rest)
        print(f"{entry['seq']:>6}  {entry['at'][:19]}  {entry['event']}  {facts}".rstrip())
    return 0


def _export(asked: argparse.Namespace, log: AuditLog) -> int:
    if asked.out.exists():
        raise UsageError("There is a file at that place already.", "It was left as it is.")
    if not check_log(log).ok:
        say("The audit log is not whole: see 'scanveil audit verify'. Nothing was written.")
        return 1
    messages = list(audit_messages(log))
    try:
        write_private(asked.out, b"".join(each + b"\n" for each in messages))
    except OSError as error:
        raise UsageError(f"It cannot be written: {error.strerror}.", "Choose another.") from None
    log.append("log exported", lines=len(messages))
    say(f"{len(messages)} audit messages written, one per line.")
    return 0


_ACTIONS = {"verify": _verify, "sign": _sign, "show": _show, "export": _export}
