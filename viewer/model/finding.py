"""Something that identifies the patient, where it is, and what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from viewer.model.attribute_path import AttributePath
from viewer.model.box import Box
from viewer.model.masked import NOTHING, Masked
from viewer.model.outline import Area, Outline
from viewer.model.source import Source


class Kind(StrEnum):
    """What sort of place a finding is in."""

    HEADER = "header"
    PRIVATE = "private"
    TEXT = "text"
    GRAPHIC = "graphic"
    DOCUMENT = "document"
    CONTAINER = "container"
    FACE = "face"
    SURFACE = "surface"
    CONSISTENCY = "consistency"


class Action(StrEnum):
    """What is proposed or decided for a finding."""

    REMOVE = "remove"
    REPLACE = "replace"
    CLEAN = "clean"
    BLANK = "blank"
    KEEP = "keep"
    REVIEW = "review"


class Category(StrEnum):
    """The 18 Safe Harbor identifiers, 45 CFR 164.514(b)(2)(i), and quasi-identifiers."""

    NAME = "name"
    GEOGRAPHY = "geography"
    DATE = "date"
    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    SSN = "social security number"
    RECORD_NUMBER = "record number"
    PLAN_NUMBER = "health plan number"
    ACCOUNT = "account number"
    LICENCE = "certificate or licence number"
    VEHICLE = "vehicle identifier"
    DEVICE = "device identifier"
    URL = "web address"
    IP_ADDRESS = "ip address"
    BIOMETRIC = "biometric identifier"
    FACE_PHOTO = "full-face image"
    OTHER_UNIQUE = "other unique number or code"
    QUASI = "quasi-identifier"


@dataclass(frozen=True, slots=True)
class Location:
    """The instances a finding holds for and the place inside them.

    ``frames`` are the zero-based frames it was seen in, None when frames do not matter;
    ``box`` is in pixels of the stored matrix; ``outline`` is the part of it that is meant, None for
    all of it. ``inside`` is a place in the picture that ``attribute`` holds, in that one's pixels.
    """

    study_uid: str
    series_uid: str
    sources: tuple[Source, ...]
    attribute: AttributePath | None = None
    frames: tuple[int, ...] | None = None
    box: Box | None = None
    outline: Outline | None = None
    inside: Box | None = None

    @property
    def area(self) -> Area | None:
        """The pixels that are meant, None when it is not about pixels."""
        return self.outline or self.box


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a detector or the reviewer saw; a person's verdict on it is a Decision.

    ``id`` is keyed (HMAC) and the same in every run on the same files. ``text`` is the value or the
    reading; ``distinct`` counts different values over the instances. ``replacement`` is what will
    be written instead when the proposal is accepted, empty when unknown or nothing.
    """

    id: str
    detector: str
    detector_version: str
    kind: Kind
    location: Location
    category: Category
    confidence: float
    reason: str
    proposed: Action
    keyword: str = ""
    text: Masked = NOTHING
    distinct: int = 1
    replacement: str = ""

    @property
    def asks_to_look(self) -> bool:
        """Whether a person has to look at it by itself: a face whose place is uncertain."""
        return self.kind is Kind.FACE and self.proposed is Action.REVIEW
