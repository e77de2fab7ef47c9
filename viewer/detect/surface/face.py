"""A face that can be rebuilt from the slices of a CT, MR or PET head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from viewer.detect.context import DetectContext
from viewer.dicom.volume import stack
from viewer.errors import UnreadableError
from viewer.model import (
    Action,
    Category,
    FaceGrade,
    FaceRisk,
    Finding,
    Instance,
    Kind,
    Location,
    Series,
)
from viewer.surface import LEAST_SLICES, FaceAssessment, assess_series

_CERTAINTY = {FaceGrade.RECOGNISABLE: 0.95, FaceGrade.PARTIAL: 0.6}


class FaceDetector:
    """Computes the skin, lays a template on it, and grades what is there of a face."""

    id = "surface.face"
    version = "2"
    title = "Face in a CT, MR or PET volume"
    finds = "a face, whole or in part, that a CT, MR or PET volume of 8 slices up lets rebuild"
    misses = (
        "faces in ultrasound and single pictures; teeth, ears and profile on their own; implants "
        "and holes of the skull outside CT; heads whose scanner coordinates are wrong by more than "
        "about 40 degrees"
    )

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding | FaceRisk]:
        """A risk for every CT, MR and PET series with pixels, and a finding for a face."""
        if series.modality not in {"CT", "MR", "PT"} or not series.frame_count:
            return
        if why := _no_volume(series):
            yield from _unassessed(series, why, context, asks=series.frame_count >= LEAST_SLICES)
            return
        try:
            assessment = assess_series(series, context.reader, context.progress)
        except UnreadableError as error:
            left = tuple(each for each in series.instances if _decodes(each, context))
            if len(left) < len(series.instances):
                # What cannot be decoded is not exported; the face in the rest still is.
                yield from self.detect(replace(series, instances=left), context)
                return
            why = f"The volume could not be read. {error.message}"
            yield from _unassessed(series, why, context, asks=True)
            return
        yield replace(assessment.risk, source=series.instances[0].source)
        if assessment.risk.grade in _CERTAINTY:
            yield _finding(series, assessment, context)


def _unassessed(
    series: Series, why: str, context: DetectContext, *, asks: bool
) -> Iterator[Finding | FaceRisk]:
    """A risk, and a question to the reviewer where somebody else could rebuild a face."""
    grade = FaceGrade.NOT_ASSESSED
    yield FaceRisk(series.series_uid, grade, 0.0, (why,), source=series.instances[0].source)
    if asks:
        reason = f"Nobody looked for a face. {why} A person should look."
        yield _found(series, context, 0.3, reason, Action.REVIEW)


def _decodes(instance: Instance, context: DetectContext) -> bool:
    try:
        for _ in context.reader.frames(instance.source) if instance.has_pixels else ():
            pass
    except UnreadableError:
        return False
    return True


def _no_volume(series: Series) -> str:
    images = [each for each in series.instances if each.has_pixels]
    if len(images) == 1 and images[0].frames >= LEAST_SLICES:
        return ""
    count = len(stack(series))
    return "" if count >= LEAST_SLICES else f"{count} parallel slices are no volume."


def _finding(series: Series, assessment: FaceAssessment, context: DetectContext) -> Finding:
    risk, sure = assessment.risk, assessment.is_confident
    certainty = _CERTAINTY[risk.grade] * (1.0 if sure else 0.7)
    reason = f"The face is {risk.grade}. {' '.join(risk.why)}"
    return _found(series, context, certainty, reason, Action.CLEAN if sure else Action.REVIEW)


def _found(
    series: Series, context: DetectContext, certainty: float, reason: str, proposed: Action
) -> Finding:
    sources = tuple(each.source for each in series.instances if each.has_pixels)
    return Finding(
        id=context.finding_id(DETECTOR.id, *series.uids()),
        detector=DETECTOR.id,
        detector_version=DETECTOR.version,
        kind=Kind.FACE,
        location=Location(series.study_uid, series.series_uid, sources),
        category=Category.FACE_PHOTO,
        confidence=certainty,
        reason=reason,
        proposed=proposed,
    )


DETECTOR = FaceDetector()
