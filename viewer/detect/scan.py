"""Looks at everything that was loaded, series by series, in this process or in several."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from pydicom.dataset import Dataset

from viewer.detect.registry import detectors
from viewer.detect.series_scan import SeriesTask, failed_series, scan_series
from viewer.dicom import FrameReader, read_dataset
from viewer.errors import UnreadableError
from viewer.identifiers import Identifiers, collect
from viewer.model import Loaded, Patient, Progress, ScanResult, Source, silent
from viewer.profile import Profile

_BATCH = 64
_DIED = "The process that looked at this series died; its files may be damaged or hostile."


def scan(
    loaded: Loaded,
    profile: Profile,
    *,
    text: bool = True,
    face: bool = True,
    jobs: int = 1,
    progress: Progress = silent,
) -> ScanResult:
    """Everything the detectors find; ``text`` and ``face`` switch the slow kinds.

    A detector that crashes becomes a Failure. With ``jobs`` above 1 series are shared out to
    processes. Raises CancelledError.
    """
    tasks = [
        SeriesTask(series, identifiers, profile, text, face)
        for patient in loaded.patients
        for identifiers in [collect_patient(patient, progress)]
        for study in patient.studies
        for series in study.series
    ]
    alone = jobs < 2 or len(tasks) < 2
    if alone:
        tasks = [replace(task, jobs=max(1, jobs)) for task in tasks]
    results = _alone(tasks, progress) if alone else _shared(tasks, jobs, progress)
    looked = tuple(each.id for each in detectors(text=text, face=face))
    return sum(results, ScanResult(detectors=looked))


def collect_patient(patient: Patient, progress: Progress = silent) -> Identifiers:
    """The identifying values in every header of a patient; raises CancelledError."""
    sources = [
        each.source
        for study in patient.studies
        for series in study.series
        for each in series.instances
    ]
    found = Identifiers()
    for start in range(0, len(sources), _BATCH):
        progress(start, len(sources), "Collecting what identifies the patient")
        batch = sources[start : start + _BATCH]
        found = found.merge(collect(_headers(batch)))
    return found


def _headers(sources: Sequence[Source]) -> Iterator[Dataset]:
    for source in sources:
        try:
            yield read_dataset(source, pixels=False)
        except UnreadableError:
            continue  # the detectors meet it again and report it


def _alone(tasks: Sequence[SeriesTask], progress: Progress) -> Iterator[ScanResult]:
    with FrameReader() as reader:
        for number, task in enumerate(tasks):
            progress(number, len(tasks), f"Looking at series {number + 1} of {len(tasks)}")
            yield scan_series(task, progress, reader)
    progress(len(tasks), len(tasks), "Looked at every series")


def _shared(tasks: Sequence[SeriesTask], jobs: int, progress: Progress) -> list[ScanResult]:
    results, died = _pooled(tasks, jobs, progress)
    for place in died:
        again, dead = _pooled([tasks[place]], 1, silent)
        results[place] = failed_series(tasks[place], _DIED) if dead else again[0]
    return [results[place] for place in range(len(tasks))]


def _pooled(
    tasks: Sequence[SeriesTask], jobs: int, progress: Progress
) -> tuple[dict[int, ScanResult], list[int]]:
    spawn = multiprocessing.get_context("spawn")
    results: dict[int, ScanResult] = {}
    died: list[int] = []
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=spawn) as pool:
        futures: dict[Future[ScanResult], int] = {
            pool.submit(scan_series, task): place for place, task in enumerate(tasks)
        }
        try:
            for done, future in enumerate(as_completed(futures), 1):
                try:
                    results[futures[future]] = future.result()
                except BrokenProcessPool:
                    died.append(futures[future])
                progress(done, len(tasks), f"Looked at series {done} of {len(tasks)}")
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return results, sorted(died)
