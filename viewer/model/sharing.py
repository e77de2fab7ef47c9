"""Why a copy may be given to somebody, as the person who exports states it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BasisKind(StrEnum):
    """What allows it."""

    NOT_STATED = "not stated"
    CONSENT = "consent of the patient"
    WAIVER = "waiver of an ethics board"
    AGREEMENT = "data-use agreement"
    EXPERT = "expert determination"


class Distribution(StrEnum):
    """How far it may go, the narrowest first; the terms of Distribution Type (0012,0084)."""

    NAMED_PROTOCOL = "NAMED_PROTOCOL"
    RESTRICTED_REUSE = "RESTRICTED_REUSE"
    PUBLIC_RELEASE = "PUBLIC_RELEASE"


@dataclass(frozen=True, slots=True)
class Sharing:
    """``detail`` names the document, such as a protocol or agreement; ``author`` who determined."""

    recipient: str = ""
    purpose: str = ""
    basis: BasisKind = BasisKind.NOT_STATED
    detail: str = ""
    author: str = ""
    distribution: Distribution | None = None

    @property
    def is_stated(self) -> bool:
        """Whether anything was said at all."""
        return self != Sharing()


@dataclass(frozen=True, slots=True)
class Consent:
    """One item of Consent for Clinical Trial Use (0012,0083): what may be done with a file."""

    distribution: str
    flag: str
