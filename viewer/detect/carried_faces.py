"""Series in the frame of reference of a face: the mask of one holds for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.detect.context import keyed_id
from viewer.model import (
    Action,
    Category,
    FaceGrade,
    Finding,
    Kind,
    Loaded,
    Location,
    Patient,
    ScanResult,
    Series,
)

_VOLUMES = frozenset({"CT", "MR", "PT", "RTDOSE"})
FACES = frozenset({FaceGrade.PARTIAL, FaceGrade.RECOGNISABLE})
LEAST_SLICES = 8
_DETECTOR, _VERSION = "surface.face", "2"
_WHY = (
    "It lies in the frame of reference of a series that shows a face, so it may show it too: "
    "the mask of that series is carried over."
)


def carried_faces(loaded: Loaded, result: ScanResult) -> Iterator[Finding]:
    """A finding for every volume without one of its own beside a series that shows a face."""
    shown = {each.source for each in result.risks if each.grade in FACES}
    sure = {
        source
        for each in result.findings
        if each.kind is Kind.FACE and each.proposed is Action.CLEAN
        for source in each.location.sources
    }
    known = {s for each in result.findings if each.kind is Kind.FACE for s in each.location.sources}
    for patient in loaded.patients:
        for series, beside in _companions(patient):
            donors = [each for each in beside if each.instances[0].source in shown]
            if donors and not known.intersection(each.source for each in series.instances):
                certain = any(each.instances[0].source in sure for each in donors)
                yield _finding(series, Action.CLEAN if certain else Action.REVIEW)


def frame_of(series: Series) -> str:
    """The Frame of Reference UID of a series, empty when it has none."""
    return next((each.frame_of_reference_uid for each in series.instances), "")


def _companions(patient: Patient) -> Iterator[tuple[Series, list[Series]]]:
    """Volumes with the other series of their frame of reference."""
    every = [series for study in patient.studies for series in study.series]
    for series in every:
        frame = frame_of(series)
        if frame and series.modality in _VOLUMES and series.frame_count >= LEAST_SLICES:
            yield series, [each for each in every if each is not series and frame_of(each) == frame]


def _finding(series: Series, proposed: Action) -> Finding:
    sources = tuple(each.source for each in series.instances if each.has_pixels)
    return Finding(
        id=keyed_id(_DETECTOR, "carried", *series.uids()),
        detector=_DETECTOR,
        detector_version=_VERSION,
        kind=Kind.FACE,
        location=Location(series.study_uid, series.series_uid, sources),
        category=Category.FACE_PHOTO,
        confidence=0.5,
        reason=_WHY,
        proposed=proposed,
    )
