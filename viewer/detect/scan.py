"""Looks at everything that was loaded, series by series, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from viewer.detect.carried_faces import carried_faces
from viewer.detect.companions import companions
from viewer.detect.pool import shared
from viewer.detect.registry import detectors
from viewer.detect.series_scan import SeriesTask, failed_series, scan_series
from viewer.detect.survey import collect_values
from viewer.detect.surveys import known_of, series_of, survey_all
from viewer.dicom import FrameReader
from viewer.identifiers import Identifiers
from viewer.model import Loaded, Patient, Progress, ScanResult, silent
from viewer.profile import Profile

_DIED = "The process that looked at this series died; its files may be damaged or hostile."


def scan(
    loaded: Loaded,
    profile: Profile,
    *,
    header: bool = True,
    text: bool = True,
    face: bool = True,
    thorough: bool = False,
    jobs: int = 1,
    progress: Progress = silent,
    known: dict[str, Identifiers] | None = None,
) -> ScanResult:
    """Everything the detectors find; ``header``, ``text`` and ``face`` switch the kinds.

    ``thorough`` looks at every frame by itself and in more views, at many times the cost.

    A detector that crashes becomes a Failure. With ``jobs`` above 1 series are shared out to
    processes. ``known`` receives what identifies each patient, by the patient's key, for those who
    would have to collect it again; not where a header could not be read, as it may be incomplete.
    Raises CancelledError.
    """
    tasks: list[SeriesTask] = []
    for patient in loaded.patients:
        found = _tasks(patient, profile, jobs=jobs, progress=progress)
        if known is not None and not any(each.survey and each.survey.unreadable for each in found):
            known[patient.key] = found[0].identifiers
        tasks += found
    tasks = [
        replace(task, header=header, text=text, face=face, thorough=thorough) for task in tasks
    ]
    alone = jobs < 2 or len(tasks) < 2
    if alone:
        tasks = [replace(task, jobs=max(1, jobs)) for task in tasks]
    results = _alone(tasks, progress) if alone else _shared(tasks, jobs, progress)
    looked = tuple(each.id for each in detectors(header=header, text=text, face=face))
    whole = sum(results, ScanResult(detectors=looked))
    return whole + _beside_faces(loaded, whole) if face else whole


def _beside_faces(loaded: Loaded, result: ScanResult) -> ScanResult:
    found = *carried_faces(loaded, result), *companions(loaded, result)
    return ScanResult(found)


def _tasks(
    patient: Patient, profile: Profile, *, jobs: int, progress: Progress
) -> list[SeriesTask]:
    series = series_of(patient)
    surveys = survey_all(series, profile, jobs=jobs, progress=progress)
    known = known_of(surveys)
    return [
        SeriesTask(each, known, profile, survey=found)
        for each, found in zip(series, surveys, strict=True)
    ]


def collect_patient(patient: Patient, progress: Progress = silent) -> Identifiers:
    """The identifying values in every header of a patient; raises CancelledError."""
    sources = [each.source for series in series_of(patient) for each in series.instances]
    return collect_values(sources, progress)


def _alone(tasks: Sequence[SeriesTask], progress: Progress) -> Iterator[ScanResult]:
    with FrameReader() as reader:
        for number, task in enumerate(tasks):
            progress(number, len(tasks), f"Looking at series {number + 1} of {len(tasks)}")
            yield scan_series(task, progress, reader)
    progress(len(tasks), len(tasks), "Looked at every series")


def _shared(tasks: Sequence[SeriesTask], jobs: int, progress: Progress) -> list[ScanResult]:
    return shared(scan_series, tasks, _died, jobs=jobs, progress=progress, what="Looked at series")


def _died(task: SeriesTask) -> ScanResult:
    return failed_series(task, _DIED)
