"""Takes out of an export what cannot be decoded, so that the rest can go on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from viewer.dicom import FrameReader
from viewer.errors import UnreadableError
from viewer.model import Loaded, Patient, Progress, ScanResult, Series, Source, Study, Unreadable


def undecodable(
    result: ScanResult, reader: FrameReader, progress: Progress
) -> tuple[Unreadable, ...]:
    """Files on which a detector failed because their pixels cannot be decoded at all."""
    sources = list(dict.fromkeys(each.source for each in result.failures))
    found = []
    for done, source in enumerate(sources):
        progress(done, len(sources), "looking again at files that failed")
        if reason := _reason(source, reader):
            found.append(Unreadable(source, reason))
    return tuple(found)


def without(loaded: Loaded, held_back: Iterable[Unreadable]) -> Loaded:
    """The same without some instances, which are listed as unreadable instead."""
    held_back = tuple(held_back)
    sources = {each.source for each in held_back}
    if not sources:
        return loaded
    patients = tuple(_patient(each, sources) for each in loaded.patients)
    kept = tuple(each for each in patients if each.studies)
    return replace(loaded, patients=kept, unreadable=(*loaded.unreadable, *held_back))


def without_failures(result: ScanResult, held_back: Iterable[Unreadable]) -> ScanResult:
    """The scan without failures on instances that are not exported anyway.

    What failed for a whole series stays: the instances that are left were not looked at either.
    """
    sources = {each.source for each in held_back}
    left = (each for each in result.failures if each.whole_series or each.source not in sources)
    return replace(result, failures=tuple(left))


def _patient(patient: Patient, sources: Collection[Source]) -> Patient:
    studies = (_study(each, sources) for each in patient.studies)
    return replace(patient, studies=tuple(each for each in studies if each.series))


def _study(study: Study, sources: Collection[Source]) -> Study:
    series = (_series(each, sources) for each in study.series)
    return replace(study, series=tuple(each for each in series if each.instances))


def _series(series: Series, sources: Collection[Source]) -> Series:
    left = tuple(each for each in series.instances if each.source not in sources)
    return series if len(left) == len(series.instances) else replace(series, instances=left)


def _reason(source: Source, reader: FrameReader) -> str:
    try:
        for _ in reader.frames(source):
            pass
    except UnreadableError as error:
        return error.message
    return ""
