"""Entries to patients, studies and series."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable
from dataclasses import replace

from viewer.dicom import frame_geometry, read_dataset, series_geometry, sort_instances
from viewer.errors import UnreadableError
from viewer.load.instance import Entry
from viewer.model import Geometry, Instance, Patient, Series, Study

Groups = dict[str, list[Entry]]


def group_patients(entries: Iterable[Entry], key: bytes) -> tuple[Patient, ...]:
    """Patients in the order they were met; ``key`` keys every id made from a value."""

    def patient_key(entry: Entry) -> str:
        if entry.patient_id:
            return _keyed(key, "id", entry.patient_id.reveal())
        name, birth = entry.patient_name.reveal(), entry.birth_date.reveal()
        if name:
            return _keyed(key, "name", name, birth)
        return _keyed(key, "study", _study_key(entry, key))

    groups = _grouped(entries, patient_key)
    return tuple(_patient(found, group, key) for found, group in groups.items())


def _patient(patient_key: str, entries: list[Entry], key: bytes) -> Patient:
    studies = _grouped(entries, lambda entry: _study_key(entry, key))
    first = entries[0]
    made = tuple(_study(uid, group, key) for uid, group in studies.items())
    return Patient(patient_key, first.patient_id, first.patient_name, made)


def _study(uid: str, entries: list[Entry], key: bytes) -> Study:
    groups = _grouped(entries, lambda entry: _series_key(entry, key))
    series = [_series(found, uid, group) for found, group in groups.items()]
    series.sort(key=lambda each: (each.number is None, each.number or 0))
    first = entries[0]
    return Study(uid, first.study_description, first.study_date, tuple(series))


def _series(uid: str, study_uid: str, entries: list[Entry]) -> Series:
    first = entries[0]
    instances = [entry.instance for entry in entries]
    geometry: Geometry | None = None
    if len(entries) == 1 and instances[0].frames > 1 and instances[0].has_pixels:
        geometry = _frame_geometry(instances[0])
        instances = [_with_geometry(instances[0], geometry)]
    else:
        instances = list(sort_instances(instances))
        geometry = series_geometry(instances)
    return Series(
        uid,
        study_uid,
        first.instance.modality,
        first.series_description,
        first.series_number,
        tuple(instances),
        geometry,
    )


def _frame_geometry(instance: Instance) -> Geometry | None:
    try:
        return frame_geometry(read_dataset(instance.source, pixels=False))
    except UnreadableError:
        return None


def _with_geometry(instance: Instance, geometry: Geometry | None) -> Instance:
    if geometry is None or instance.orientation is not None:
        return instance
    return replace(
        instance, orientation=(*geometry.row, *geometry.column), spacing=geometry.spacing
    )


def _study_key(entry: Entry, key: bytes) -> str:
    return entry.instance.study_uid or _missing(entry, key, "study")


def _series_key(entry: Entry, key: bytes) -> str:
    return entry.instance.series_uid or _missing(entry, key, "series")


def _missing(entry: Entry, key: bytes, what: str) -> str:
    """A key per file where the header has no UID, so that nothing is thrown together."""
    return f"no-{what}-uid-{_keyed(key, what, entry.instance.source.key)}"


def _keyed(key: bytes, *parts: str) -> str:
    message = "\0".join(parts).encode("utf-8", "surrogateescape")
    return hmac.new(key, message, hashlib.sha256).hexdigest()[:20]


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], str]) -> Groups:
    groups: Groups = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return groups
