"""What checking a signature can say; two answers would not be enough."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """How a signature stands; ``UNCHECKED`` is for what this program cannot or will not judge."""

    COMPLETE = "valid, and nothing was added"
    PARTIAL = "valid, but some attributes are not covered"
    CHANGED = "changed since signing"
    UNKNOWN_SIGNER = "valid signature, unknown signer"
    UNCHECKED = "could not be checked"
