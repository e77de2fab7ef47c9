"""The signed head of the audit log: what had been logged when a session ended.

A line in the log signs everything before it; the number of lines is also kept in the keyring, where
there is one, so that cutting lines off the end shows.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from viewer.provenance import os_keyring
from viewer.provenance.audit import AuditHead, AuditLog
from viewer.provenance.cms import SignatureProblem, sign_detached, verify_detached
from viewer.provenance.identity import workstation_identity
from viewer.provenance.signers import Standing, standing

EVENT = "head signed"
_ACCOUNT = "audit head"


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Whether the log is whole; ``signed`` counts the lines a signed head covers.

    ``clock_back`` counts lines whose time lies before that of the line before them.
    """

    ok: bool
    lines: int
    signed: int
    problem: str = ""
    clock_back: int = 0


def sign_head(log: AuditLog) -> AuditHead:
    """Sign what has been logged so far; raises LockedError when the keys are closed."""
    head = log.head()
    if log.last_event() == EVENT:
        return head
    identity = workstation_identity()
    signature = base64.b64encode(sign_detached(covered(head), identity)).decode()
    signed = log.append(EVENT, lines=head.lines, digest=head.digest, signature=signature)
    if os_keyring.is_available():
        os_keyring.store(f"{_ACCOUNT} {log.path}", f"{signed.lines} {signed.digest}")
    return signed


def covered(head: AuditHead) -> bytes:
    """The bytes a head's CMS signature covers; OpenSSL checks it with ``cms -verify``."""
    return f"scanveil audit log, {head.lines} lines, last SHA-256 {head.digest}\n".encode()


def check_log(log: AuditLog) -> AuditReport:
    """Walk the chain, check every signed head, and compare with the keyring."""
    chain = log.check()
    if not chain.ok:
        return AuditReport(False, chain.lines, 0, chain.problem)
    signed = 0
    for number, (entry, previous) in enumerate(log.entries(), 1):
        if entry["event"] == EVENT:
            if not _holds(entry, AuditHead(number - 1, previous)):
                problem = f"the signature in line {number} does not hold"
                return AuditReport(False, chain.lines, signed, problem)
            signed = number - 1
    problem = _against_keyring(log)
    return AuditReport(not problem, chain.lines, signed, problem, chain.clock_back)


def _holds(entry: dict[str, Any], head: AuditHead) -> bool:
    try:
        if (entry["lines"], entry["digest"]) != (head.lines, head.digest):
            return False
        certificate = verify_detached(covered(head), base64.b64decode(entry["signature"]))
    except (SignatureProblem, KeyError, TypeError, ValueError):
        return False
    return standing(certificate) is Standing.OWN


def _against_keyring(log: AuditLog) -> str:
    try:
        lines, _, digest = os_keyring.fetch(f"{_ACCOUNT} {log.path}").partition(" ")
    except os_keyring.KeyringError:
        return ""
    if log.digest_of(int(lines)) == digest:
        return ""
    return f"it ended with line {lines} when it was signed last, and no longer holds that line"
