"""What cleaning does to single instances."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pydicom import Dataset, dcmread
from pydicom.uid import EnhancedMRImageStorage

from tests.clean.header.builders import ct, save
from tests.clean.header.torture_run import MAPPING, Run, clean_all
from viewer.clean.dates import shift_date, shift_datetime
from viewer.clean.jpeg_markers import UnknownStructure, without_remarks
from viewer.model import Action, Decision


def _cleaned(ds: Dataset, folder: Path, **kwargs: object) -> Dataset:
    run = clean_all([save(ds, folder / "in")], folder / "out", **kwargs)  # type: ignore[arg-type]
    [path] = run.files.values()
    return dcmread(path)


def test_the_source_file_is_not_touched(tmp_path: Path) -> None:
    path = save(ct(), tmp_path / "in")
    before = path.read_bytes()
    clean_all([path], tmp_path / "out")
    assert path.read_bytes() == before


def test_pixels_stay_and_the_patient_goes(tmp_path: Path) -> None:
    after = _cleaned(ct(StudyDescription="CT chest Ottilie", PatientAge="093Y"), tmp_path)
    assert after.PixelData == ct().PixelData
    assert (after.PatientName, after.PatientID) == (MAPPING.patient_name, MAPPING.patient_id)
    assert after.StudyDescription == "CT chest"
    assert after.PatientAge == "090Y"
    assert after.PatientBirthDate == ""
    assert after.PatientSex == "F"
    assert after.StudyTime == "101112"


def test_absent_stays_absent_and_empty_stays_empty(tmp_path: Path) -> None:
    after = _cleaned(ct(ProtocolName="", AccessionNumber=""), tmp_path)
    assert after.ProtocolName in ("", None)
    assert after.AccessionNumber == ""
    assert "StationName" not in after
    assert "StudyID" not in after


def test_ids_become_keyed_codes(tmp_path: Path) -> None:
    after = _cleaned(ct(AccessionNumber="ACC-5512", DeviceSerialNumber="SN 77123"), tmp_path)
    assert after.AccessionNumber == MAPPING.code("AccessionNumber", "ACC-5512")
    assert "DeviceSerialNumber" not in after


def test_an_id_that_the_iod_demands_becomes_a_keyed_code(tmp_path: Path) -> None:
    enhanced = ct(DeviceSerialNumber="SN 77123", SOPClassUID=EnhancedMRImageStorage)
    after = _cleaned(enhanced, tmp_path)
    assert after.DeviceSerialNumber == MAPPING.code("DeviceSerialNumber", "SN 77123")


def test_the_same_uid_becomes_the_same_uid_everywhere(tmp_path: Path) -> None:
    reference = Dataset()
    reference.ReferencedSOPClassUID = ct().SOPClassUID
    reference.ReferencedSOPInstanceUID = "2.25.401"
    save(ct(1), tmp_path / "in", "a.dcm")
    save(ct(2, ReferencedImageSequence=[reference]), tmp_path / "in", "b.dcm")
    run = clean_all([tmp_path / "in"], tmp_path / "out")
    first, second = sorted(map(dcmread, run.files.values()), key=lambda each: each.InstanceNumber)
    assert second.ReferencedImageSequence[0].ReferencedSOPInstanceUID == first.SOPInstanceUID
    assert first.StudyInstanceUID == second.StudyInstanceUID != "2.25.41"
    assert first.file_meta.MediaStorageSOPInstanceUID == first.SOPInstanceUID
    assert first.SOPClassUID == ct().SOPClassUID


def test_deep_nesting_inside_kept_sequences_is_cleaned(tmp_path: Path) -> None:
    item = Dataset()
    item.PatientName, item.PatientComments = "Quastenflosser^O", "call her"
    for _ in range(12):
        outer = Dataset()
        outer.CodeValue, outer.CodingSchemeDesignator, outer.CodeMeaning = "T1", "SRT", "Chest"
        outer.AnatomicRegionModifierSequence = [item]
        item = outer
    after = _cleaned(ct(AnatomicRegionSequence=[item]), tmp_path)
    assert b"uastenflosser" not in (tmp_path / "out" / "00000.dcm").read_bytes()
    assert after.AnatomicRegionSequence[0].CodeMeaning == "Chest"


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("ISO_IR 100", "Bürgermeistér^Ünal"),
        ("ISO_IR 144", "Люксембург^Роза"),
        ("ISO_IR 192", "山田屋^太郎衛門"),
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎"),
    ],
)
def test_names_in_any_character_set_are_cut_from_descriptions(
    tmp_path: Path, charset: str | list[str], name: str
) -> None:
    surname = name.rpartition("=")[2].partition("^")[0]
    described = f"CT chest {surname}"
    ds = ct(SpecificCharacterSet=charset, PatientName=name, SeriesDescription=described)
    after = _cleaned(ds, tmp_path)
    assert after.SeriesDescription == "CT chest"


def test_cleaning_twice_changes_nothing_further(tmp_path: Path) -> None:
    ds = ct(StudyDescription="CT Ottilie", AccessionNumber="ACC-5512", StationName="CT77B")
    once = clean_all([save(ds, tmp_path / "in")], tmp_path / "once")
    twice = clean_all([tmp_path / "once"], tmp_path / "twice")
    first, second = (dcmread(path) for run in (once, twice) for path in run.files.values())
    assert first.to_json_dict() == second.to_json_dict()


def test_a_kept_finding_stays_and_a_removed_one_goes(tmp_path: Path) -> None:
    path = save(ct(StudyDescription="CT Ottilie", SeriesDescription="lung"), tmp_path / "in")
    first = clean_all([path], tmp_path / "first")
    kept = {
        each.id: _decision(each.id, Action.KEEP)
        for each in first.result.findings
        if each.keyword == "StudyDescription"
    }
    removed = {
        each.id: _decision(each.id, Action.REMOVE)
        for each in first.result.findings
        if each.keyword == "StudyDate"
    }
    second = clean_all([path], tmp_path / "second", decisions=kept | removed)
    [after] = [dcmread(each) for each in second.files.values()]
    assert after.StudyDescription == "CT Ottilie"
    assert "StudyDate" not in after
    assert after.SeriesDescription == "lung"


def test_changes_tell_the_rule_and_no_value(tmp_path: Path) -> None:
    run = clean_all([save(ct(StudyDescription="CT Ottilie"), tmp_path / "in")], tmp_path / "out")
    changes = _changes(run)
    assert ("cleaned", "(0008,1030)") in changes
    assert "Clean Descriptors" in changes["cleaned", "(0008,1030)"]
    assert "Ottilie" not in repr(run.cleaned)
    assert "Ottilie" not in repr(run.result)


def _changes(run: Run) -> dict[tuple[str, str], str]:
    [done] = run.cleaned.values()
    return {(each.what, str(each.attribute)): each.rule for each in done.changes}


def _decision(finding: str, action: Action) -> Decision:
    return Decision(finding, action, "R1", "2026-01-01T00:00:00Z", True, "harmless")


@given(st.dates().map(lambda day: day.strftime("%Y%m%d").rjust(8, "0")), st.integers(-3650, -1))
@settings(max_examples=200, deadline=None)
def test_shifted_dates_keep_their_distance(text: str, days: int) -> None:
    moved = shift_date(text, days)
    if int(text[:4]) > 11:
        distance = datetime.strptime(moved, "%Y%m%d") - datetime.strptime(text, "%Y%m%d")
        assert distance.days == days
    assert shift_datetime(text + "101112.5+0100", days) == moved + "101112.5+0100"


@pytest.mark.parametrize("text", ["", "yesterday", "20191345", "1", "99999999"])
def test_what_is_no_date_becomes_a_dummy(text: str) -> None:
    assert shift_date(text, -10) == "19000101"


def test_partial_dates_keep_their_precision() -> None:
    assert shift_date("2019", -365) == "2018"
    assert shift_date("201903", -31) == "201901"


def test_jpeg_remarks_go_and_pixels_stay() -> None:
    picture = np.arange(64 * 64, dtype=np.uint8).reshape(64, 64)
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "JPEG", comment=b"Ottilie", progressive=True)
    plain = stream.getvalue()
    exif = b"\xff\xe1\x00\x10Exif\0\0Ottilie\0"
    cleaned = without_remarks(plain[:2] + exif + plain[2:] + b"Ottilie")
    assert b"Ottilie" not in cleaned
    before, after = (np.asarray(Image.open(io.BytesIO(each))) for each in (plain, cleaned))
    assert np.array_equal(before, after)
    assert without_remarks(cleaned) == cleaned


def test_jpeg_2000_comments_go_and_pixels_stay() -> None:
    imagecodecs = pytest.importorskip("imagecodecs")
    picture = (np.arange(96 * 80).reshape(96, 80) % 4001).astype(np.uint16)
    plain = imagecodecs.jpeg2k_encode(picture, codecformat="j2k", level=0, reversible=True)
    at = plain.index(b"\xff\x90")
    remark = b"\xff\x64\x00\x0b\x00\x01Ottilie"
    cleaned = without_remarks(plain[:at] + remark + plain[at:])
    assert b"Ottilie" not in cleaned
    assert b"OpenJPEG" not in cleaned
    assert np.array_equal(imagecodecs.jpeg2k_decode(cleaned), picture)


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", b"\xff\xd8\xff\xe1\xff\xff", b"\xff\x4f\xff\x51\x00"]
)
def test_a_broken_codestream_is_told_apart(data: bytes) -> None:
    with pytest.raises(UnknownStructure):
        without_remarks(data)
