"""What was loaded: patients, studies, series, instances, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from viewer.model.masked import Masked
from viewer.model.sharing import Consent
from viewer.model.source import Source

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Instance:
    """One SOP Instance as its header describes it; pixels are read on demand.

    ``position`` and ``orientation`` are LPS mm as in PS3.3 C.7.6.2; ``spacing`` is (between rows,
    between columns) in mm. UIDs are empty when the header lacks them. ``rows`` 0: no pixel data.
    ``modified_ns`` is when the file, or the archive around it, last changed before it was read.
    ``consents`` are what the patient agreed to or refused, by the header.
    """

    source: Source
    sop_instance_uid: str
    sop_class_uid: str
    series_uid: str
    study_uid: str
    modality: str
    transfer_syntax: str
    size: int
    rows: int = 0
    columns: int = 0
    frames: int = 1
    samples: int = 1
    photometric: str = ""
    instance_number: int | None = None
    frame_of_reference_uid: str = ""
    position: Vector | None = None
    orientation: tuple[float, ...] | None = None
    spacing: tuple[float, float] | None = None
    slice_thickness: float | None = None
    frame_time_ms: float | None = None
    modified_ns: int = 0
    consents: tuple[Consent, ...] = ()

    @property
    def has_pixels(self) -> bool:
        """Whether the header announces a pixel matrix."""
        return self.rows > 0 and self.columns > 0


@dataclass(frozen=True, slots=True)
class Geometry:
    """How the slices of a series lie in the patient, LPS mm.

    ``row`` and ``column`` are unit direction cosines along a row and down a column, ``normal``
    their cross product. ``offsets`` are the slice positions along the normal, rising.
    """

    row: Vector
    column: Vector
    normal: Vector
    spacing: tuple[float, float]
    offsets: tuple[float, ...]
    is_regular: bool
    tilt_degrees: float

    @property
    def slice_spacing(self) -> float:
        """Median distance between slices, mm; 0 for a single slice."""
        gaps = sorted(b - a for a, b in zip(self.offsets, self.offsets[1:], strict=False))
        return gaps[len(gaps) // 2] if gaps else 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """Instances of one series in display order: along the normal, else by Instance Number."""

    series_uid: str
    study_uid: str
    modality: str
    description: Masked
    number: int | None
    instances: tuple[Instance, ...]
    geometry: Geometry | None = None

    def uids(self) -> tuple[str, ...]:
        """Study, series and sorted instance UIDs: what makes it this series and no other."""
        instances = sorted(each.sop_instance_uid for each in self.instances)
        return (self.study_uid, self.series_uid, *instances)

    @property
    def frame_count(self) -> int:
        """Frames over all instances that have pixels."""
        return sum(each.frames for each in self.instances if each.has_pixels)


@dataclass(frozen=True, slots=True)
class Study:
    """One study of one patient."""

    study_uid: str
    description: Masked
    date: Masked
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Patient:
    """One patient; ``key`` groups studies and is keyed, so it does not identify."""

    key: str
    patient_id: Masked
    name: Masked
    studies: tuple[Study, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that could not be read, with a reason a coordinator understands."""

    source: Source
    reason: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything found under the given paths; ``skipped`` is what is not DICOM at all."""

    patients: tuple[Patient, ...]
    unreadable: tuple[Unreadable, ...] = ()
    skipped: tuple[Unreadable, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    def studies(self) -> Iterator[Study]:
        """All studies of all patients."""
        for patient in self.patients:
            yield from patient.studies

    def series(self) -> Iterator[Series]:
        """All series of all studies."""
        for study in self.studies():
            yield from study.series

    def instances(self) -> Iterator[Instance]:
        """All instances of all series."""
        for series in self.series():
            yield from series.instances
