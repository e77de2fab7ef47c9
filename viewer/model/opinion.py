"""What a second reviewer says about the decision of another one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opinion:
    """Agreement with one decision, or an objection with its ``reason``.

    ``about`` is a digest of that decision: a decision that was changed waits for a new opinion.
    ``person`` is the keyed id of an account, never a name; ``reviewer`` the role. ``seal`` proves
    that the program wrote it on this workstation for that account. ``at`` is ISO 8601 UTC.
    """

    finding_id: str
    agrees: bool
    person: str
    reviewer: str
    at: str
    about: str
    reason: str = ""
    seal: str = ""
