"""What refers to something still finds it after the export, also in another run or site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pydicom
import pytest
from pydicom.dataset import Dataset

from tests.clean.header.builders import ct, save
from tests.export.builders import exported

_CT, _STATE = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.11.1"
_SEG, _SR, _RT = (f"1.2.840.10008.5.1.4.1.1.{end}" for end in ("66.4", "88.33", "481.3"))
_KINDS = {_STATE: "PR", _SEG: "SEG", _SR: "SR", _RT: "RTSTRUCT"}
_FRAME = "2.25.600"


def _item(**values: object) -> Dataset:
    item = Dataset()
    for keyword, value in values.items():
        setattr(item, keyword, value)
    return item


def _image(number: int) -> Dataset:
    return _item(ReferencedSOPClassUID=_CT, ReferencedSOPInstanceUID=f"2.25.40{number}")


def _series(keyword: str = "ReferencedInstanceSequence") -> Dataset:
    return _item(SeriesInstanceUID="2.25.42", **{keyword: [_image(1), _image(2)]})


def _referring(number: int, sop_class: str) -> Dataset:
    ds = ct(number, SOPClassUID=sop_class, Modality=_KINDS[sop_class])
    del ds.PixelData
    ds.SeriesInstanceUID = f"2.25.50{number}"
    if sop_class == _STATE:
        ds.ReferencedSeriesSequence = [_series("ReferencedImageSequence")]
        text = _item(UnformattedTextValue="nodule, see Quastenflosser", AnchorPoint=[1.0, 2.0])
        line = _item(GraphicData=[0.0, 0.0, 4.0, 4.0], GraphicType="POLYLINE")
        note = _item(GraphicLayer="LAYER1", TextObjectSequence=[text], GraphicObjectSequence=[line])
        note.ReferencedImageSequence = [_image(2)]
        ds.GraphicAnnotationSequence = [note]
    elif sop_class == _SEG:
        ds.ReferencedSeriesSequence = [_series()]
        ds.FrameOfReferenceUID = _FRAME
        derived = _item(SourceImageSequence=[_image(1)])
        ds.PerFrameFunctionalGroupsSequence = [_item(DerivationImageSequence=[derived])]
    elif sop_class == _SR:
        study = _item(StudyInstanceUID="2.25.41")
        study.ReferencedSeriesSequence = [_series("ReferencedSOPSequence")]
        ds.CurrentRequestedProcedureEvidenceSequence = [study]
        ds.ContentSequence = [_item(ValueType="IMAGE", ReferencedSOPSequence=[_image(1)])]
    else:
        contours = _item(ContourImageSequence=[_image(1)])
        ds.ROIContourSequence = [_item(ContourSequence=[contours])]
        frame = _item(FrameOfReferenceUID=_FRAME)
        study = _item(ReferencedSOPInstanceUID="2.25.41")
        study.RTReferencedSeriesSequence = [_series("ContourImageSequence")]
        frame.RTReferencedStudySequence = [study]
        ds.ReferencedFrameOfReferenceSequence = [frame]
    return ds


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("study")
    for number in (1, 2):
        save(ct(number, FrameOfReferenceUID=_FRAME), folder, f"{number}.dcm")
    for number, sop_class in enumerate(_KINDS, 3):
        save(_referring(number, sop_class), folder, f"{number}.dcm")
    return folder


def _read(out: Path) -> list[Dataset]:
    return [pydicom.dcmread(path) for path in sorted(out.rglob("*.dcm"))]


def _uids(ds: Dataset, keyword: str) -> Iterator[str]:
    for element in ds.iterall():
        if element.keyword == keyword:
            yield str(element.value)


def test_every_reference_resolves_after_the_export(study: Path, tmp_path: Path) -> None:
    found = _read(exported(study, tmp_path / "out").out)
    assert {str(each.Modality) for each in found} == {"CT", *_KINDS.values()}
    instances = {str(each.SOPInstanceUID) for each in found}
    series = {str(each.SeriesInstanceUID) for each in found}
    studies = {str(each.StudyInstanceUID) for each in found}
    assert len(instances) == 6
    assert len(studies) == 1
    for ds in found:
        assert set(_uids(ds, "ReferencedSOPInstanceUID")) <= instances | studies
        assert set(_uids(ds, "SeriesInstanceUID")) <= series
        assert set(_uids(ds, "StudyInstanceUID")) <= studies
        if ds.Modality != "CT":
            assert len(list(_uids(ds, "ReferencedSOPInstanceUID"))) >= 2
    frames = {uid for ds in found for uid in _uids(ds, "FrameOfReferenceUID")}
    assert len(frames) == 1
    assert not frames & {_FRAME}


def test_texts_of_a_presentation_state_lose_names_and_keep_their_drawings(
    study: Path, tmp_path: Path
) -> None:
    found = _read(exported(study, tmp_path / "out").out)
    [state] = [each for each in found if each.Modality == "PR"]
    [note] = state.GraphicAnnotationSequence
    assert note.TextObjectSequence[0].UnformattedTextValue == "nodule, see"
    assert note.GraphicObjectSequence[0].GraphicData == [0.0, 0.0, 4.0, 4.0]
    assert note.GraphicLayer == "LAYER1"


def test_runs_and_sites_with_one_vault_agree_and_others_do_not(study: Path, tmp_path: Path) -> None:
    other = tmp_path / "later"
    for path in study.iterdir():
        ds = pydicom.dcmread(path)
        ds.AccessionNumber = "ACC-77120"
        save(ds, other, path.name)
    shared = tmp_path / "shared.db"
    runs = [
        _read(exported(folder, tmp_path / str(n), vault=vault).out)
        for n, (folder, vault) in enumerate(
            ((study, shared), (other, shared), (other, shared), (other, tmp_path / "own.db"))
        )
    ]
    keys = ("PatientID", "StudyInstanceUID", "SOPInstanceUID", "StudyDate")
    first, second, third, apart = ([each[0].get(key) for key in keys] for each in runs)
    assert first == second == third
    assert not {*map(str, first)} & {*map(str, apart)}
    codes = [run[0].AccessionNumber for run in runs[1:]]
    assert codes[0] == codes[1] != codes[2]
    assert "77120" not in codes[0]
