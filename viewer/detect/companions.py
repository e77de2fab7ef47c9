"""What else shows a face beside a volume that does: outlines, scouts and captures of the study."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache

from pydicom.dataset import Dataset

from viewer import paths
from viewer.detect.carried_faces import FACES, LEAST_SLICES, frame_of
from viewer.detect.context import keyed_id
from viewer.dicom import read_dataset
from viewer.errors import UnreadableError
from viewer.model import (
    Action,
    AttributePath,
    Box,
    Category,
    Finding,
    Instance,
    Kind,
    Loaded,
    Location,
    Patient,
    ScanResult,
    Series,
)

_DETECTOR, _VERSION = "surface.face", "2"
_ROI_CONTOUR, _CONTOUR = 0x30060039, 0x30060040
_SCANS = frozenset({"CT", "MR", "PT"})


def companions(loaded: Loaded, result: ScanResult) -> Iterator[Finding]:
    """Findings a person decides about, for patients of whom a volume shows a face."""
    shown = {each.source for each in result.risks if each.grade in FACES}
    found = {s for each in result.findings if each.kind is Kind.FACE for s in each.location.sources}
    for patient in loaded.patients:
        faces = [each for each in _series(patient) if each.instances[0].source in shown]
        frames = {frame_of(each) for each in faces} - {""}
        studies = {each.study_uid for each in faces}
        for series in _series(patient) if faces else ():
            if series.instances[0].source not in found:
                yield from _of_series(series, frames, studies)


def _series(patient: Patient) -> list[Series]:
    return [series for study in patient.studies for series in study.series]


def _of_series(series: Series, frames: set[str], studies: set[str]) -> Iterator[Finding]:
    beside = frame_of(series) in frames
    if series.modality == "RTSTRUCT" and series.study_uid in studies:
        yield from _outlines(series)
    elif series.modality == "SEG" and (beside or series.study_uid in studies):
        yield from (_picture(series, each, "segment") for each in _outer_segments(series))
    elif series.modality in _SCANS and beside and series.frame_count < LEAST_SLICES:
        yield from (_picture(series, each, "scout") for each in series.instances if each.has_pixels)
    elif series.study_uid in studies:
        captures = (each for each in series.instances if _is_capture(each))
        yield from (_picture(series, each, "capture") for each in captures)


def _is_capture(instance: Instance) -> bool:
    """A Secondary Capture in colour: three-dimensional pictures of a head are."""
    is_capture = instance.sop_class_uid.startswith("1.2.840.10008.5.1.4.1.1.7")
    return is_capture and instance.has_pixels and instance.samples == 3


def _outlines(series: Series) -> Iterator[Finding]:
    """The contours of every region that is the outside of the body."""
    for instance in series.instances:
        dataset = _header(instance)
        outer = _outer_regions(dataset)
        for item, region in enumerate(dataset.get("ROIContourSequence") or ()):
            if region.get("ReferencedROINumber") in outer and region.get("ContourSequence"):
                path = AttributePath((_ROI_CONTOUR, _CONTOUR), (item,))
                yield _finding(series, instance, "outline", attribute=path)


def _outer_regions(dataset: Dataset) -> set[int]:
    named = {
        each.get("ROINumber")
        for each in dataset.get("StructureSetROISequence") or ()
        if _says_outside(str(each.get("ROIName") or ""))
    }
    typed = {
        each.get("ReferencedROINumber")
        for each in dataset.get("RTROIObservationsSequence") or ()
        if str(each.get("RTROIInterpretedType") or "").upper() == "EXTERNAL"
    }
    return {int(each) for each in named | typed if each is not None}


def _outer_segments(series: Series) -> Iterator[Instance]:
    for instance in series.instances:
        for segment in _header(instance).get("SegmentSequence") or ():
            types = segment.get("SegmentedPropertyTypeCodeSequence") or ()
            texts = [segment.get("SegmentLabel"), *(each.get("CodeMeaning") for each in types)]
            if any(_says_outside(str(text or "")) for text in texts):
                yield instance
                break


def _says_outside(text: str) -> bool:
    words = set(text.lower().replace("_", " ").replace("-", " ").split())
    return bool(words & _words()["outside"])


@cache
def _words() -> dict[str, frozenset[str]]:
    told = tomllib.loads(paths.resource("face-companions.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in told["words"].items()}


@cache
def _reasons() -> dict[str, str]:
    told = tomllib.loads(paths.resource("face-companions.toml").read_text("utf-8"))
    return dict(told["reasons"])


def _header(instance: Instance) -> Dataset:
    try:
        return read_dataset(instance.source, pixels=False)
    except UnreadableError:
        return Dataset()  # the header detectors report it


def _picture(series: Series, instance: Instance, what: str) -> Finding:
    return _finding(series, instance, what, box=Box(0, 0, instance.columns, instance.rows))


def _finding(
    series: Series,
    instance: Instance,
    what: str,
    *,
    attribute: AttributePath | None = None,
    box: Box | None = None,
) -> Finding:
    parts = (series.study_uid, series.series_uid, instance.sop_instance_uid, str(attribute))
    return Finding(
        id=keyed_id(_DETECTOR, what, *parts),
        detector=_DETECTOR,
        detector_version=_VERSION,
        kind=Kind.GRAPHIC if box else Kind.CONTAINER,
        location=Location(
            series.study_uid, series.series_uid, (instance.source,), attribute, None, box
        ),
        category=Category.FACE_PHOTO,
        confidence=0.5,
        reason=_reasons()[what],
        proposed=Action.REVIEW,
        keyword="ContourSequence" if attribute else "",
    )
