"""Archives and DICOMDIR media never reach outside themselves."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset, FileDataset
from pydicom.sequence import Sequence

from tests.dicom.made import file_bytes, image, ramp
from viewer.dicom import FrameReader, write_dataset
from viewer.load import archive as archives
from viewer.load import load


def _made(number: int = 1) -> FileDataset:
    return image(np.full((8, 8), number, np.uint8), SOPInstanceUID=f"1.2.3.9.{number}")


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_members_are_loaded_and_decoded_in_memory(tmp_path: Path) -> None:
    content = file_bytes(image(ramp()))
    path = _zip(tmp_path / "study.zip", {"a/one": content, "readme.txt": b"hello"})
    loaded = load([path])
    (instance,) = loaded.instances()
    assert instance.source.member == "a/one"
    assert [each.source.member for each in loaded.skipped] == ["readme.txt"]
    with FrameReader() as reader:
        assert np.array_equal(reader.frame(instance.source).array, ramp())
    assert [each.name for each in tmp_path.iterdir()] == ["study.zip"]


def test_archive_inside_a_searched_folder(shared_data: Path) -> None:
    loaded = load([shared_data / "burned_in"])
    inside = [each for each in loaded.instances() if each.source.member]
    assert inside
    assert all(each.source.path.suffix == ".zip" for each in inside)


@pytest.mark.parametrize("name", ["../evil.dcm", "/evil.dcm", "a/../../evil", "C:/evil", "a\\b"])
def test_an_unsafe_name_refuses_the_whole_archive(name: str, tmp_path: Path) -> None:
    _zip(tmp_path / "slip.zip", {"good.dcm": file_bytes(_made()), name: file_bytes(_made(2))})
    loaded = load([tmp_path])
    assert list(loaded.instances()) == []
    (refused,) = loaded.unreadable
    assert "refused" in refused.reason
    assert [each.name for each in tmp_path.iterdir()] == ["slip.zip"]


def test_a_link_in_an_archive_refuses_it(tmp_path: Path) -> None:
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    (refused,) = load([path]).unreadable
    assert "refused" in refused.reason


def test_a_bomb_is_not_inflated(tmp_path: Path) -> None:
    _zip(tmp_path / "bomb.zip", {"bomb.dcm": bytes(64 << 20)})
    (refused,) = load([tmp_path]).unreadable
    assert "larger than this program accepts" in refused.reason


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_ENTRIES", 5)
    path = _zip(tmp_path / "many.zip", {f"{i:0300}": b"" for i in range(9)})
    (refused,) = load([path]).unreadable
    assert "larger than this program accepts" in refused.reason


def test_archives_inside_archives_are_listed_and_not_opened(tmp_path: Path) -> None:
    inner = _zip(tmp_path / "inner.zip", {"one.dcm": file_bytes(_made())}).read_bytes()
    outer = _zip(tmp_path / "outer.zip", {"inner.zip": inner, "two.dcm": file_bytes(_made(2))})
    loaded = load([outer])
    assert [each.source.member for each in loaded.instances()] == ["two.dcm"]
    assert [each.source.member for each in loaded.unreadable] == ["inner.zip"]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_damaged_archives_are_listed(share: float, tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {f"{i}.dcm": file_bytes(_made(i)) for i in range(4)})
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    loaded = load([path])
    assert list(loaded.instances()) == []
    assert len(loaded.unreadable) == 1


def test_flipped_bytes_of_a_member_cost_only_that_member(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {f"{i}.dcm": file_bytes(_made(i)) for i in range(3)})
    content = bytearray(path.read_bytes())
    content[80:120] = bytes(40)
    path.write_bytes(content)
    loaded = load([path])
    assert [each.source.member for each in loaded.unreadable] == ["0.dcm"]
    assert len(list(loaded.instances())) == 2


def _dicomdir(folder: Path, *entries: Any) -> Path:
    ds = Dataset()
    records = []
    for entry in entries:
        record = Dataset()
        record.DirectoryRecordType, record.ReferencedFileID = "IMAGE", entry
        record.OffsetOfTheNextDirectoryRecord = 400
        records.append(record)
    ds.DirectoryRecordSequence = Sequence(records)
    made = image(ramp())
    made.SOPClassUID = "1.2.840.10008.1.3.10"
    made.DirectoryRecordSequence = ds.DirectoryRecordSequence
    del made.PixelData
    write_dataset(made, folder / "DICOMDIR")
    return folder / "DICOMDIR"


def test_a_dicomdir_stands_for_the_files_it_names(tmp_path: Path) -> None:
    (tmp_path / "IMAGES").mkdir()
    write_dataset(_made(1), tmp_path / "IMAGES" / "IM1")
    write_dataset(_made(2), tmp_path / "not_named")
    loaded = load([_dicomdir(tmp_path, ["IMAGES", "IM1"], "GONE")])
    assert [each.source.path.name for each in loaded.instances()] == ["IM1"]
    assert [each.source.path.name for each in loaded.unreadable] == ["GONE"]
    assert [each.source.path.name for each in loaded.skipped] == ["DICOMDIR"]


@pytest.mark.parametrize(
    "entry", [["..", "secret"], "../secret", "/etc/passwd", ["LINK", "secret"]]
)
def test_a_dicomdir_never_leads_outside(entry: Any, tmp_path: Path) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    write_dataset(_made(1), tmp_path / "secret")
    (medium / "LINK").symlink_to(tmp_path)
    loaded = load([_dicomdir(medium, entry)])
    assert list(loaded.instances()) == []
    (refused,) = loaded.unreadable
    assert "outside the medium" in refused.reason


def test_a_real_medium_loads_by_its_index_and_by_its_folder(shared_data: Path) -> None:
    folder = (shared_data / "dicomdir" / "pydicom__dicomdirtests").resolve()
    by_index, by_folder = load([folder / "DICOMDIR"]), load([folder])
    named = {each.source.path for each in by_index.instances()}
    assert len(named) == 31
    assert named <= {each.source.path for each in by_folder.instances()}
    assert not by_index.unreadable
    assert not by_folder.unreadable
