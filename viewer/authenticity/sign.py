"""What a check hands over: one measured sign, fact or statement."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum

from viewer.model import Box, Source
from viewer.paths import local_key


class Level(StrEnum):
    """How much weight the measured rates allow."""

    SIGN = "sign"  # rare in genuine scans: a person should look
    FACT = "fact"  # too common in genuine scans to be more than a fact
    STATEMENT = "statement"  # what the file or a signature says of itself
    FAILED = "not looked at"


@dataclass(frozen=True, slots=True)
class Sign:
    """One piece of evidence; ``rule`` names it in the table of measured rates.

    ``box`` is the place on ``frame`` of ``source``, ``twin`` the place it resembles, on
    ``twin_frame`` of ``twin_source`` (None: the same image). ``measured`` is a sentence about what
    was measured; it never holds a value of the header.
    """

    check: str
    rule: str
    source: Source
    frame: int
    measured: str
    level: Level = Level.SIGN
    box: Box | None = None
    twin: Box | None = None
    twin_source: Source | None = None
    twin_frame: int = 0

    @property
    def id(self) -> str:
        """16 hexadecimal characters that are the same on the next run; keyed, so they tell nothing.

        The key is that of this installation.
        """
        told = (self.rule, self.source.key, self.frame, self.measured, self.box, self.twin)
        return hmac.new(local_key(), repr(told).encode(), hashlib.sha256).hexdigest()[:16]
