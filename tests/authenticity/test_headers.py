"""Header facts, disclosure and signatures, on headers made for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydicom.dataset import Dataset

from tests.authenticity.planes import scan_plane, write_series
from viewer.authenticity import Level, Sign, Subject, look
from viewer.dicom import FrameReader
from viewer.load import load
from viewer.provenance import (
    SIGNATURE,
    STATEMENT,
    encode_statement,
    sha256_file,
    sign_detached,
    workstation_identity,
)


def _signs(folder: Path) -> list[Sign]:
    with FrameReader() as reader:
        return [sign for each in load([folder]).series() for sign in look(Subject(each, reader))]


def _rules(folder: Path) -> dict[str, Level]:
    return {each.rule: each.level for each in _signs(folder)}


def test_a_software_root_is_a_fact_and_no_alarm(tmp_path: Path) -> None:
    rules = _rules(write_series(tmp_path / "a", [scan_plane(0)]))
    assert rules["uid-roots.software"] is Level.FACT


def test_a_field_of_view_that_does_not_fit_is_told_once_per_series(tmp_path: Path) -> None:
    folder = write_series(
        tmp_path / "a", [scan_plane(s) for s in (0, 1)], ReconstructionDiameter="90"
    )
    (found,) = [each for each in _signs(folder) if each.rule == "geometry.field-of-view"]
    assert found.measured.endswith("(2 of 2 images)")


def test_dates_that_run_backwards_are_a_fact_without_the_dates(tmp_path: Path) -> None:
    header = {"StudyDate": "20210203", "AcquisitionDate": "20200101"}
    folder = write_series(tmp_path / "a", [scan_plane(0)], **header)
    (found,) = [each for each in _signs(folder) if each.rule == "date-order"]
    assert found.level is Level.FACT
    assert not any(date in found.measured for date in header.values())


def test_a_converted_picture_lacks_the_acquisition(tmp_path: Path) -> None:
    header = {"KVP": None, "ConvolutionKernel": None}
    folder = write_series(tmp_path / "a", [scan_plane(0)])
    path = folder / "001.dcm"
    import pydicom

    ds = pydicom.dcmread(path)
    ds.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    for keyword in header:
        if keyword in ds:
            del ds[keyword]
    ds.save_as(path)
    assert _rules(folder)["acquisition.missing"] is Level.SIGN


def test_what_the_file_says_of_itself_is_a_statement(tmp_path: Path) -> None:
    import pydicom

    folder = write_series(tmp_path / "a", [scan_plane(0)], LossyImageCompression="01")
    path = folder / "001.dcm"
    ds = pydicom.dcmread(path)
    ds.add_new(0x0008001C, "CS", "YES")
    code, item = Dataset(), Dataset()
    code.CodeValue, code.CodingSchemeDesignator = "109102", "DCM"
    code.CodeMeaning = "Processing Equipment"
    item.PurposeOfReferenceCodeSequence = [code]
    ds.ContributingEquipmentSequence = [item]
    ds.save_as(path)
    rules = _rules(folder)
    for kind in ("synthetic", "equipment", "lossy"):
        assert rules[f"disclosure.{kind}"] is Level.STATEMENT


def _signed(folder: Path) -> None:
    digests = {each.name: sha256_file(each) for each in folder.glob("*.dcm")}
    statement = encode_statement(digests, {"created": "2026-03-04T05:06:07+00:00"})
    (folder / STATEMENT).write_bytes(statement)
    (folder / SIGNATURE).write_bytes(sign_detached(statement, workstation_identity()))


def test_a_signature_that_holds_says_what_it_proves_and_what_not(tmp_path: Path) -> None:
    folder = write_series(tmp_path / "a", [scan_plane(0)])
    _signed(folder)
    (found,) = [each for each in _signs(folder) if each.check == "signatures"]
    assert found.level is Level.STATEMENT
    assert "not changed since 2026-03-04" in found.measured
    assert "does not prove the scan was true before" in found.measured


@pytest.mark.parametrize("harm", ["changed", "unlisted", "broken"])
def test_a_signed_folder_that_was_changed_is_a_sign(tmp_path: Path, harm: str) -> None:
    folder = write_series(tmp_path / "a", [scan_plane(0)])
    _signed(folder)
    if harm == "changed":
        write_series(folder, [scan_plane(1)])
    elif harm == "unlisted":
        (folder / "001.dcm").rename(folder / "009.dcm")
    else:
        told = json.loads((folder / STATEMENT).read_bytes())
        told["predicate"]["created"] = "2020-01-01"
        (folder / STATEMENT).write_text(json.dumps(told))
    (found,) = [each for each in _signs(folder) if each.check == "signatures"]
    assert (found.level, found.rule) == (Level.SIGN, f"signatures.{harm}")
