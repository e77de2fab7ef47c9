"""Splits an export into jobs and gives every instance a name of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from viewer import detect
from viewer.clean import InstancePlan
from viewer.dicom import read_dataset
from viewer.dicom_signature import SigningKey
from viewer.errors import UnreadableError
from viewer.export.job import Item, Job
from viewer.export.residue import must_vanish
from viewer.identifiers import Identifiers
from viewer.model import Loaded, Masked, Patient, PatientMapping, Progress, Series, Source
from viewer.profile import Profile
from viewer.provenance import StoredValue, Vault

_CHUNK = 64


@dataclass(frozen=True, slots=True)
class Subject:
    """A patient with mapping, identifying values, and those that must vanish."""

    patient: Patient
    mapping: PatientMapping
    identifiers: Identifiers
    residue: tuple[StoredValue, ...]


def subjects(
    loaded: Loaded,
    profile: Profile,
    vault: Vault,
    known: Mapping[str, Identifiers],
    progress: Progress,
) -> tuple[Subject, ...]:
    """Every patient with what the vault and the headers know; raises VaultError.

    ``known`` is what the scan already found to identify patients, by their keys.
    """
    found = []
    for patient in loaded.patients:
        mapping = patient_mapping(patient, vault)
        identifiers = known.get(patient.key) or detect.collect_patient(patient, progress)
        residue = must_vanish(identifiers, profile, mapping)
        found.append(Subject(patient, mapping, identifiers, residue))
    return tuple(found)


def split(
    subjects: Iterable[Subject],
    plans: Mapping[Source, InstancePlan],
    profile: Profile,
    folder: Path,
    signing: SigningKey,
    recipients: tuple[bytes, ...] = (),
) -> list[Job]:
    """The jobs; series to be defaced stay whole and come first, since they take longest."""
    jobs = [
        Job(
            series,
            items,
            profile,
            each.mapping,
            each.identifiers,
            each.residue,
            folder,
            signing,
            recipients,
        )
        for each, series, name in _numbered(subjects)
        for items in _chunks(_items(series, name, plans))
    ]
    return sorted(jobs, key=lambda job: not job.defaces)


def _numbered(subjects: Iterable[Subject]) -> Iterator[tuple[Subject, Series, str]]:
    number = 0
    for each in subjects:
        for study in each.patient.studies:
            for series in study.series:
                number += 1
                yield each, series, f"S{number:04d}"


def _items(series: Series, name: str, plans: Mapping[Source, InstancePlan]) -> tuple[Item, ...]:
    return tuple(
        Item(plans[each.source], f"dicom/{name}/{n:06d}.dcm")
        for n, each in enumerate(series.instances, 1)
    )


def _chunks(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    size = len(items) if any(each.plan.deface for each in items) else _CHUNK
    for start in range(0, len(items), max(1, size)):
        yield items[start : start + size]


def patient_mapping(patient: Patient, vault: Vault) -> PatientMapping:
    """The mapping an export uses for a patient; what a preview shows is made with the same one."""
    study = patient.studies[0]
    birth, issuer = _birth_and_issuer(study.series[0].instances[0].source)
    return vault.patient(
        patient.patient_id, patient.name, birth, issuer=issuer, study_uid=study.study_uid
    )


def _birth_and_issuer(source: Source) -> tuple[Masked, Masked]:
    try:
        header = read_dataset(source, pixels=False)
        birth, issuer = header.get("PatientBirthDate"), header.get("IssuerOfPatientID")
    except (UnreadableError, ValueError, TypeError, LookupError):
        birth = issuer = ""
    return Masked(str(birth or "")), Masked(str(issuer or ""))
