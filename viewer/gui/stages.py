"""The stages as the window calls them, each away from the GUI thread; no Qt in here.

What computes for long runs in a process of its own (see ``processes``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from viewer import clean, detect, export, load, verify
from viewer.dicom import FrameReader, planes_of, read_dataset, to_display
from viewer.errors import UnreadableError
from viewer.gui.language import tr
from viewer.gui.processes import in_process
from viewer.identifiers import Identifiers, is_benign, is_safe_term
from viewer.model import (
    Box,
    Decision,
    Instance,
    Loaded,
    Location,
    Patient,
    PatientMapping,
    Progress,
    ScanResult,
    Series,
    Sharing,
    Source,
)
from viewer.processes import give_way
from viewer.profile import load_profile
from viewer.provenance import AuditLog, Vault
from viewer.review import Opinions

NOT_STATED = Sharing()
Pixels = NDArray[np.uint8]
_FEW_FILES = 300
_PIXELS = 0x7FE0


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to export, where to and how; can be sent to another process."""

    loaded: Loaded
    result: ScanResult
    decisions: Mapping[str, Decision]
    out: Path
    profile: str
    jobs: int
    zip: bool
    reviewer_role: str
    overrides: tuple[export.Override, ...] = ()
    sharing: Sharing = NOT_STATED
    opinions: Opinions = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was published, and what checking it again as a stranger would said."""

    report: export.ExportReport
    verified: verify.VerifyReport


def first_image(paths: Sequence[Path], _: Progress) -> Series | None:
    """An image to look at while everything is read."""
    return load.first_image(paths)


def load_paths(paths: Sequence[Path], progress: Progress) -> Loaded:
    """Everything found under the paths."""
    return load.load(paths, progress=progress)


def scan_headers(loaded: Loaded, profile: str, progress: Progress) -> ScanResult:
    """What the header detectors find, within seconds; in a process, as imports hold up threads."""
    found: ScanResult = in_process(_scan_headers, loaded, profile, progress=progress)
    return found


def _scan_headers(loaded: Loaded, profile: str, progress: Progress) -> ScanResult:
    return detect.scan(loaded, load_profile(profile), text=False, face=False, progress=progress)


def scan_all(loaded: Loaded, profile: str, jobs: int, progress: Progress) -> ScanResult:
    """What all detectors find, in processes."""
    found: ScanResult = in_process(_scan_all, loaded, profile, jobs, progress=progress)
    return found


def _scan_all(loaded: Loaded, profile: str, jobs: int, progress: Progress) -> ScanResult:
    return detect.scan(loaded, load_profile(profile), jobs=jobs, progress=progress)


def look_again(
    loaded: Loaded, profile: str, result: ScanResult, jobs: int, progress: Progress
) -> ScanResult:
    """The result with what a thorough look at the pixels adds, in a process."""
    found: ScanResult = in_process(_look_again, loaded, profile, result, jobs, progress=progress)
    return found


def _look_again(
    loaded: Loaded, profile: str, result: ScanResult, jobs: int, progress: Progress
) -> ScanResult:
    if jobs == 1:
        give_way(9)  # somebody waits for what else runs
    return detect.look_again(loaded, load_profile(profile), result, jobs=jobs, progress=progress)


def export_study(order: ExportOrder, progress: Progress) -> Exported:
    """Publish and verify, in a process; raises RefusedError with every reason."""
    done: Exported = in_process(_export_study, order, progress=progress, keys=True)
    return done


def _export_study(order: ExportOrder, progress: Progress) -> Exported:
    with Vault.open(create=True) as vault:
        report = export.export(
            order.loaded,
            order.result,
            order.decisions,
            out=order.out,
            profile=load_profile(order.profile),
            vault=vault,
            jobs=order.jobs,
            zip=order.zip,
            reviewer_role=order.reviewer_role,
            overrides=order.overrides,
            sharing=order.sharing,
            opinions=order.opinions,
            progress=progress,
        )
        none = verify.PixelReading.NONE  # the export has just read them
        verified = verify.verify(report.out, vault=vault, pixels=none, progress=progress)
    return Exported(report, _noted(verified))


def verify_folder(folder: Path, progress: Progress) -> verify.VerifyReport:
    """Check an export as a stranger would, without the vault, in a process."""
    found: verify.VerifyReport = in_process(_verify_folder, folder, progress=progress)
    return found


def _verify_folder(folder: Path, progress: Progress) -> verify.VerifyReport:
    return _noted(verify.verify(folder, progress=progress))


def _noted(report: verify.VerifyReport) -> verify.VerifyReport:
    """A verification is in the audit log, whatever it says."""
    event = "export verified" if report.ok else "verification failed"
    AuditLog().append(event, signer=report.fingerprint[:16])
    return report


@dataclass(frozen=True, slots=True)
class Person:
    """What cleaning needs to know of a patient; made once per patient."""

    mapping: PatientMapping
    identifiers: Identifiers


def person(patient: Patient, progress: Progress) -> Person:
    """The mapping the export will use, and the values that identify the patient.

    Many files are read in a process, which would else hold up the window; starting one takes
    longer than reading a few.
    """
    series = (series for study in patient.studies for series in study.series)
    if sum(len(each.instances) for each in series) <= _FEW_FILES:
        return _person(patient, progress)
    found: Person = in_process(_person, patient, progress=progress, keys=True)
    return found


def _person(patient: Patient, progress: Progress) -> Person:
    with Vault.open(create=True) as vault:
        mapping = export.patient_mapping(patient, vault)
    return Person(mapping, detect.collect_patient(patient, progress))


def get_ready_to_clean() -> None:
    """Load the tables that cleaning a header needs, so that the first one is not slow."""
    clean.methods()
    is_safe_term("any text")
    is_benign("")


def cleaned_header(
    plan: clean.InstancePlan, who: Person, profile: str, series: Series, reader: FrameReader
) -> clean.CleanedInstance:
    """The header as the export will write it, without pixels; faces are left as they are."""
    context = clean.CleanContext(
        load_profile(profile), who.mapping, who.identifiers, reader, series
    )
    bare = replace(plan, boxes=(), deface=None)
    done = clean.clean_instance(bare, context, header_only=True)
    for tag in [each for each in done.dataset.keys() if each.group == _PIXELS]:  # noqa: SIM118
        del done.dataset[tag]
    return done


def plan_of(
    series: Series, result: ScanResult, decisions: Mapping[str, Decision], source: Source
) -> clean.InstancePlan:
    """The plan of one instance; undecided findings count as their proposal."""
    from viewer.model import Masked, Study

    study = Study(series.study_uid, Masked(""), Masked(""), (series,))
    loaded = Loaded((Patient("", Masked(""), Masked(""), (study,)),))
    here = [each for each in result.findings if source in each.location.sources]
    only = replace(result, findings=tuple(here))
    return clean.plan_instances(loaded, only, decisions)[source]


def picture(instance: Instance, frame: int, reader: FrameReader, box: Box | None = None) -> Pixels:
    """A frame as shown by default, or the part of it in and around a box."""
    if not instance.has_pixels:
        raise UnreadableError(tr("There are no pixels."))
    header = read_dataset(instance.source, pixels=False)
    shown: Pixels = to_display(reader.frame(instance.source, frame), header)
    if box is None:
        return shown[:: max(1, shown.shape[0] // 256), :: max(1, shown.shape[1] // 256)]
    return _around(shown, box)


def plane(instance: Instance, place: Location, reader: FrameReader) -> Pixels:
    """The picture inside an attribute in and around the place that a finding names."""
    header = read_dataset(instance.source, pixels=False)
    frame = reader.frame(instance.source, 0) if instance.has_pixels else None
    found = [each.pixels for each in planes_of(header, frame) if each.path == place.attribute]
    if not found or place.inside is None:
        raise UnreadableError(tr("There is no picture in this attribute."))
    return _around(np.maximum.reduce(found), place.inside)


def _around(shown: Pixels, box: Box) -> Pixels:
    margin = max(4, box.height // 3)
    top, left = max(0, box.y - margin), max(0, box.x - margin)
    return shown[top : box.bottom + margin, left : box.right + margin]
