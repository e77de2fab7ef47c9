"""Rows 1 to 8: media and archives that lead elsewhere, lie or never end."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from tests.dicom.made import file_bytes, image, ramp
from tests.export.builders import exported, write_study
from tests.hostile.builders import loaded, put, reasons
from viewer.dicom import read_dataset, write_dataset
from viewer.model import Source
from viewer.provenance import AuditLog
from viewer.review.audited import log_opened


def test_row_03_records_that_point_at_each_other_end(tmp_path: Path) -> None:
    records = []
    for _ in range(3):
        record = Dataset()
        record.DirectoryRecordType, record.ReferencedFileID = "IMAGE", "IM1"
        record.OffsetOfTheNextDirectoryRecord = 400
        record.OffsetOfReferencedLowerLevelDirectoryEntity = 400
        records.append(record)
    index = image(ramp(), SOPClassUID="1.2.840.10008.1.3.10")
    index.DirectoryRecordSequence = Sequence(records)
    del index.PixelData
    write_dataset(index, tmp_path / "DICOMDIR")
    write_dataset(image(ramp()), tmp_path / "IM1")
    found = loaded(tmp_path / "DICOMDIR")
    assert [each.source.path.name for each in found.instances()] == ["IM1"]


@pytest.mark.parametrize("uid", ["../../../x", "/tmp/x", "..\\..\\x", "a\0b", "CON"])
def test_row_04_a_uid_never_becomes_a_path(uid: str, tmp_path: Path) -> None:
    (path,) = write_study(tmp_path / "in", instances=1).iterdir()
    ds = read_dataset(Source(path))
    ds.SOPInstanceUID = ds.SeriesInstanceUID = ds.StudyInstanceUID = uid
    write_dataset(ds, path)
    out = exported(tmp_path / "in", tmp_path / "out").out
    names = [each.relative_to(out).as_posix() for each in (out / "dicom").rglob("*.dcm")]
    assert names == ["dicom/S0001/000001.dcm"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in", "out"]


def test_row_05_a_name_with_a_zero_byte_refuses_the_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("goodXevil.dcm", file_bytes(image(ramp())))
    content = (tmp_path / "a.zip").read_bytes()
    put(tmp_path, "a.zip", content.replace(b"goodXevil", b"good\0evil"))
    found = loaded(tmp_path)
    assert not list(found.instances())
    assert "refused" in reasons(found)
    log_opened(AuditLog(), found)
    assert AuditLog().last_event() == "files not read"


@pytest.mark.parametrize("forged", [1, 100, 5 << 30])
def test_row_07_a_forged_size_is_no_half_file(forged: int, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.dcm", file_bytes(image(ramp())))
    content = bytearray((tmp_path / "a.zip").read_bytes())
    directory = content.rfind(b"PK\1\2")
    struct.pack_into("<L", content, directory + 24, min(forged, 0xFFFFFFFE))
    put(tmp_path, "a.zip", bytes(content))
    found = loaded(tmp_path)
    assert not list(found.instances())
    assert len(found.unreadable) == 1


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2"])
def test_row_08_other_archives_are_listed_and_not_opened(mode: str, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]
        info = tarfile.TarInfo("../evil.dcm")
        info.size = 8 << 20
        archive.addfile(info, io.BytesIO(bytes(8 << 20)))
    put(tmp_path, "a.tar.gz", stream.getvalue())
    put(tmp_path, "b.dcm.gz", gzip.compress(bytes(8 << 20)))
    found = loaded(tmp_path)
    assert not list(found.instances())
    assert {each.source.path.name for each in found.skipped} == {"a.tar.gz", "b.dcm.gz"}
    assert {each.name for each in tmp_path.iterdir()} == {"a.tar.gz", "b.dcm.gz"}
