"""What a cleaning method gets, and what it must offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pydicom.dataset import Dataset, FileDataset

from viewer.clean.repeats import Memory
from viewer.dicom import FrameReader
from viewer.identifiers import Identifiers
from viewer.model import (
    Action,
    Area,
    AttributePath,
    Change,
    FaceEdit,
    FaceGrade,
    PatientMapping,
    Series,
    Source,
)
from viewer.profile import Profile

if TYPE_CHECKING:
    from viewer.surface import DefacedSeries


@dataclass(frozen=True, slots=True)
class FaceWish:
    """How a face is to be removed, and whether a person decided that.

    ``donor`` is the series of the same frame of reference whose mask is carried to this one.
    """

    edit: FaceEdit
    by_person: bool
    donor: Series | None = None


@dataclass(frozen=True, slots=True)
class InstancePlan:
    """What the decisions ask for in one instance.

    ``boxes`` are boxes and outlines of pixels with their frames (None: all). ``keep`` and
    ``actions`` override the profile; item -1 stands for any item. ``text_checked`` says that text
    detection ran on the series without failure, ``face`` is its grade: both decide what the stamp
    may claim.
    """

    source: Source
    series_uid: str
    boxes: tuple[tuple[Area, tuple[int, ...] | None], ...] = ()
    keep: frozenset[AttributePath] = frozenset()
    actions: Mapping[AttributePath, Action] = field(default_factory=dict)
    deface: FaceWish | None = None
    reviewed_by_person: bool = False
    text_checked: bool = False
    face: FaceGrade = FaceGrade.NOT_ASSESSED


@dataclass(frozen=True, slots=True)
class CleanContext:
    """What all methods share for one series; ``changes`` is what earlier methods did.

    ``recipients`` are certificates (DER) whose owners get the original values, encrypted.

    ``memory`` is theirs: what was found out about one instance and holds for others too.
    """

    profile: Profile
    mapping: PatientMapping
    identifiers: Identifiers
    reader: FrameReader
    series: Series
    defaced: DefacedSeries | None = None
    changes: tuple[Change, ...] = ()
    recipients: tuple[bytes, ...] = ()
    memory: Memory = field(default_factory=Memory, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class CleanedInstance:
    """The cleaned data set, not yet written, and everything that was done to it."""

    dataset: FileDataset
    changes: tuple[Change, ...]


class Method(Protocol):
    """Cleans one kind of place; one file per method, with a module constant METHOD.

    Methods run by ``order``: pixels 100, surface 200, header 300 and above, the stamp 900.
    """

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def cleans(self) -> str: ...
    @property
    def cannot(self) -> str: ...
    @property
    def order(self) -> int: ...

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Change the given copy in place and tell what was done, without values."""
        ...
