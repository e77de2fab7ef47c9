"""What shows a face beside a defaced volume is found and offered, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

from viewer.clean import plan_instances
from viewer.detect.companions import companions
from viewer.model import (
    Action,
    FaceGrade,
    FaceRisk,
    Finding,
    Instance,
    Kind,
    Loaded,
    Masked,
    Patient,
    ScanResult,
    Series,
    Source,
    Study,
)
from viewer.review import accept_proposals

_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"


def _series(uid: str, modality: str, path: Path, count: int = 1, **more: object) -> Series:
    images = tuple(
        Instance(
            Source(path.with_name(f"{path.name}{number}") if count > 1 else path),
            f"{uid}.{number}",
            str(more.get("sop_class", "4")),
            uid,
            "1",
            modality,
            str(ExplicitVRLittleEndian),
            9,
            rows=8,
            columns=6,
            samples=int(str(more.get("samples", 1))),
            frame_of_reference_uid=str(more.get("frame", "1.9")),
        )
        for number in range(count)
    )
    return Series(uid, "1", modality, Masked(""), 1, images)


def _found(tmp_path: Path, *others: Series) -> list[Finding]:
    return list(companions(*_study(tmp_path, *others)))


def _study(tmp_path: Path, *others: Series) -> tuple[Loaded, ScanResult]:
    face = _series("1.1", "CT", tmp_path / "ct", 9)
    study = Study("1", Masked(""), Masked(""), (face, *others))
    risk = FaceRisk("1.1", FaceGrade.RECOGNISABLE, 0.9, (), source=face.instances[0].source)
    loaded = Loaded((Patient("p", Masked(""), Masked(""), (study,)),))
    return loaded, ScanResult(risks=(risk,))


def _structures(path: Path) -> Path:
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.481.3"
    meta.MediaStorageSOPInstanceUID = "1.7.0"
    ds = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    ds.SOPClassUID, ds.SOPInstanceUID = meta.MediaStorageSOPClassUID, "1.7.0"
    ds.StudyInstanceUID, ds.SeriesInstanceUID, ds.Modality = "1", "1.7", "RTSTRUCT"
    names = ("Lens_L", "outer contour", "Z1")
    ds.StructureSetROISequence = [_item(ROINumber=n, ROIName=name) for n, name in enumerate(names)]
    contour = _item(ContourGeometricType="CLOSED_PLANAR", ContourData=[0, 0, 0])
    ds.ROIContourSequence = [
        _item(ReferencedROINumber=n, ContourSequence=[contour]) for n in range(3)
    ]
    kinds = ("ORGAN", "", "EXTERNAL")
    ds.RTROIObservationsSequence = [
        _item(ReferencedROINumber=n, RTROIInterpretedType=kind) for n, kind in enumerate(kinds)
    ]
    ds.save_as(path, enforce_file_format=True)
    return path


def _item(**values: object) -> Dataset:
    item = Dataset()
    for name, value in values.items():
        setattr(item, name, value)
    return item


def test_outer_contours_of_a_structure_set_are_offered_for_removal(tmp_path: Path) -> None:
    series = _series("1.7", "RTSTRUCT", _structures(tmp_path / "rt.dcm"))
    found = _found(tmp_path, series)
    assert [str(each.location.attribute) for each in found] == [
        "(3006,0039)[1]>(3006,0040)",
        "(3006,0039)[2]>(3006,0040)",
    ]
    assert {each.proposed for each in found} == {Action.REVIEW}
    loaded, result = _study(tmp_path, series)
    result = replace(result, findings=tuple(found))
    plans = plan_instances(loaded, result, accept_proposals(found))
    assert set(plans[series.instances[0].source].actions.values()) == {Action.REMOVE}


@pytest.mark.parametrize(
    ("modality", "count", "more", "offered"),
    [
        ("CT", 2, {}, 2),
        ("CT", 2, {"frame": "1.8"}, 0),
        ("CT", 9, {}, 0),
        ("OT", 1, {"sop_class": _CAPTURE, "samples": 3, "frame": ""}, 1),
        ("OT", 1, {"sop_class": _CAPTURE, "frame": ""}, 0),
        ("US", 1, {"samples": 3}, 0),
    ],
)
def test_scouts_and_colour_captures_are_offered_to_be_blanked(
    tmp_path: Path, modality: str, count: int, more: dict[str, object], offered: int
) -> None:
    found = _found(tmp_path, _series("1.5", modality, tmp_path / "other", count, **more))
    assert len(found) == offered
    for each in found:
        box = each.location.box
        assert box is not None
        assert (box.width, box.height) == (6, 8)
        assert (each.kind, each.proposed) == (Kind.GRAPHIC, Action.REVIEW)


def test_without_a_face_nothing_is_a_companion(tmp_path: Path) -> None:
    loaded, result = _study(tmp_path, _series("1.5", "CT", tmp_path / "other", 2))
    none = replace(result.risks[0], grade=FaceGrade.NONE)
    assert list(companions(loaded, replace(result, risks=(none,)))) == []
