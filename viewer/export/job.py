"""What one worker gets and gives back; all of it can be sent between processes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from viewer.clean import InstancePlan
from viewer.dicom_signature import SigningKey
from viewer.export.face_proof import FaceProof
from viewer.identifiers import Identifiers
from viewer.model import Change, PatientMapping, Series, Source
from viewer.profile import Profile
from viewer.provenance import StoredValue


@dataclass(frozen=True, slots=True)
class Item:
    """One instance to clean and the relative POSIX name it gets, which is ours."""

    plan: InstancePlan
    name: str


@dataclass(frozen=True, slots=True)
class Job:
    """Instances of one series; the whole series when its surface is to be defaced."""

    series: Series
    items: tuple[Item, ...]
    profile: Profile
    mapping: PatientMapping
    identifiers: Identifiers
    residue: tuple[StoredValue, ...]
    folder: Path
    signing: SigningKey
    recipients: tuple[bytes, ...] = ()

    @property
    def defaces(self) -> bool:
        """Whether a surface is to be defaced, for which the whole volume is needed."""
        return any(each.plan.deface for each in self.items)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file that was written and read back.

    ``uids`` are pairs of old and new; ``values`` are (keyword, old, new) of coded values;
    ``residue`` are categories of known values that are still in it, which refuses the export.
    ``face`` is what was measured on the files of its series when the face was removed;
    ``uncovered`` are the tags the signature in the file cannot cover,
    ``reveals`` what the file can still tell of its patient.
    """

    source: Source
    name: str
    size: int
    sha256: str
    patient: str
    changes: tuple[Change, ...]
    uids: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, str, str], ...]
    residue: tuple[str, ...]
    face: FaceProof | None = None
    uncovered: tuple[int, ...] = ()
    reveals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class HeldBack:
    """An instance that could not be cleaned and is not exported; ``reason`` holds no value."""

    source: Source
    reason: str


Outcome = Cleaned | HeldBack
