"""All detectors over one series; what a worker process runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.detect.context import DetectContext, Detector
from viewer.detect.registry import detectors
from viewer.detect.survey import Survey
from viewer.dicom import FrameReader
from viewer.errors import CancelledError, ScanveilError
from viewer.identifiers import Identifiers
from viewer.model import (
    FaceRisk,
    Failure,
    Finding,
    Progress,
    ScanResult,
    Series,
    silent,
)
from viewer.profile import Profile


@dataclass(frozen=True, slots=True)
class SeriesTask:
    """One series and all that is needed to look at it in another process."""

    series: Series
    identifiers: Identifiers
    profile: Profile
    header: bool = True
    text: bool = True
    face: bool = True
    thorough: bool = False
    jobs: int = 1
    survey: Survey | None = None


def scan_series(
    task: SeriesTask, progress: Progress = silent, reader: FrameReader | None = None
) -> ScanResult:
    """Findings, risks and failures of one series; only cancelling gets out of here."""
    if reader is None:
        with FrameReader() as own:
            return scan_series(task, progress, own)
    context = DetectContext(
        task.profile, task.identifiers, reader, progress, task.jobs, task.thorough
    )
    if task.survey:
        context.knows(task.series, task.survey)
    found: list[Finding | FaceRisk | Failure] = []
    for detector in detectors(header=task.header, text=task.text, face=task.face):
        found.extend(_run(detector, task.series, context))
    return ScanResult(
        tuple(each for each in found if isinstance(each, Finding)),
        tuple(each for each in found if isinstance(each, FaceRisk)),
        tuple(each for each in found if isinstance(each, Failure)),
    )


def failed_series(task: SeriesTask, error: str) -> ScanResult:
    """The result of a series whose process died."""
    return ScanResult(failures=(_failure("scan", task.series, error),))


def _run(
    detector: Detector, series: Series, context: DetectContext
) -> Iterator[Finding | FaceRisk | Failure]:
    try:
        yield from detector.detect(series, context)
    except CancelledError:
        raise
    except ScanveilError as error:
        yield _failure(detector.id, series, str(error))
    except Exception as error:  # noqa: BLE001 - one broken detector must not hide the others' findings
        yield _failure(detector.id, series, f"stopped by an internal error: {_place(error)}")


def _failure(detector: str, series: Series, error: str) -> Failure:
    return Failure(detector, series.instances[0].source, error, whole_series=True)


def _place(error: Exception) -> str:
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return type(error).__name__
    module = last.tb_frame.f_globals.get("__name__", "?")
    return f"{type(error).__name__} at {module}:{last.tb_lineno}"
