"""Whatever lies under a path is listed: grouped, left out with a reason, or unreadable."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import FileDataset

from tests.dicom.made import file_bytes, image
from viewer.dicom import read_dataset, write_dataset
from viewer.errors import CancelledError
from viewer.load import load
from viewer.model import Loaded
from viewer.paths import local_key, user_data


def _made(number: int = 1, **attributes: Any) -> FileDataset:
    array = np.full((8, 8), number, np.uint8)
    return image(array, SOPInstanceUID=f"1.2.3.9.{number}", InstanceNumber=number, **attributes)


def _sources(loaded: Loaded) -> list[str]:
    return sorted(instance.source.path.name for instance in loaded.instances())


def _skipped(loaded: Loaded) -> list[str]:
    return sorted(each.source.path.name for each in loaded.skipped)


def test_folders_are_searched_to_the_bottom_whatever_names_files_have(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b.dir"
    deep.mkdir(parents=True)
    write_dataset(_made(1), tmp_path / "IM0001")
    write_dataset(_made(2), deep / "picture.jpg")
    (deep / "notes.txt").write_text("nothing")
    loaded = load([tmp_path])
    assert _sources(loaded) == ["IM0001", "picture.jpg"]
    assert _skipped(loaded) == ["notes.txt"]
    (series,) = loaded.series()
    assert [each.instance_number for each in series.instances] == [1, 2]


def test_header_values_arrive_in_the_instance(tmp_path: Path) -> None:
    write_dataset(_made(3, FrameTime="40.5", PixelSpacing=[0.5, 0.25]), tmp_path / "one")
    (instance,) = load([tmp_path / "one"]).instances()
    assert (instance.rows, instance.columns, instance.samples) == (8, 8, 1)
    assert (instance.modality, instance.photometric) == ("OT", "MONOCHROME2")
    assert instance.spacing == (0.5, 0.25)
    assert instance.frame_time_ms == 40.5
    assert instance.size == (tmp_path / "one").stat().st_size


def test_text_is_decoded_in_its_character_set_and_stays_masked(shared_data: Path) -> None:
    (patient,) = load([shared_data / "charset" / "pydicom__chrGerm.dcm"]).patients
    assert patient.name.reveal().startswith("Äneas")
    assert "Äneas" not in repr(patient)


def test_the_same_file_given_twice_counts_once(tmp_path: Path) -> None:
    write_dataset(_made(), tmp_path / "one.dcm")
    assert _sources(load([tmp_path, tmp_path / "one.dcm"])) == ["one.dcm"]


def test_identical_copies_are_left_out_and_listed(tmp_path: Path) -> None:
    write_dataset(_made(), tmp_path / "one.dcm")
    write_dataset(_made(), tmp_path / "two.dcm")
    loaded = load([tmp_path])
    assert _sources(loaded) == ["one.dcm"]
    assert _skipped(loaded) == ["two.dcm"]
    assert loaded.warnings == ()


def test_one_uid_with_different_bytes_lists_both_and_warns(tmp_path: Path) -> None:
    write_dataset(_made(1), tmp_path / "one.dcm")
    write_dataset(_made(1, PatientComments="other"), tmp_path / "two.dcm")
    loaded = load([tmp_path])
    assert _sources(loaded) == ["one.dcm", "two.dcm"]
    assert any("SOP Instance UID" in warning for warning in loaded.warnings)


def test_two_patients_in_one_folder_warn_without_their_names(tmp_path: Path) -> None:
    write_dataset(_made(1), tmp_path / "one.dcm")
    other = {"PatientID": "SECRET", "StudyInstanceUID": "1.9", "SeriesInstanceUID": "1.9.1"}
    write_dataset(_made(2, **other), tmp_path / "two.dcm")
    loaded = load([tmp_path])
    assert len(loaded.patients) == 2
    (warning,) = loaded.warnings
    assert "2 patients" in warning
    assert "SECRET" not in warning
    assert str(tmp_path) not in warning


def test_missing_uids_do_not_throw_files_together(tmp_path: Path) -> None:
    for number in (1, 2):
        ds = _made(number)
        del ds.StudyInstanceUID, ds.SeriesInstanceUID
        write_dataset(ds, tmp_path / f"{number}.dcm")
    loaded = load([tmp_path])
    keys = [series.series_uid for series in loaded.series()]
    assert len(set(keys)) == 2
    assert all(keys)
    assert all(instance.series_uid == "" for instance in loaded.instances())


def test_patient_key_is_keyed_and_stable(tmp_path: Path) -> None:
    write_dataset(_made(), tmp_path / "one.dcm")
    first, again = load([tmp_path]).patients[0].key, load([tmp_path]).patients[0].key
    assert first == again
    assert "P1" not in first
    (user_data() / "local.key").unlink()
    assert load([tmp_path]).patients[0].key != first


def test_local_key_is_private_and_random() -> None:
    key = local_key()
    assert key == local_key()
    assert len(set(key)) > 4
    assert (user_data() / "local.key").stat().st_mode & 0o777 == 0o600


def test_header_without_pixels_has_no_matrix(tmp_path: Path) -> None:
    ds = _made()
    del ds.PixelData
    write_dataset(ds, tmp_path / "one.dcm")
    loaded = load([tmp_path])
    (instance,) = loaded.instances()
    assert not instance.has_pixels
    assert "announce pixels" in loaded.warnings[0]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_truncated_files_are_unreadable_and_the_rest_is_loaded(
    share: float, tmp_path: Path
) -> None:
    whole = file_bytes(_made(1))
    (tmp_path / "cut.dcm").write_bytes(whole[: int(len(whole) * share) + 3])
    write_dataset(_made(2), tmp_path / "whole.dcm")
    loaded = load([tmp_path])
    assert [each.source.path.name for each in loaded.unreadable] == ["cut.dcm"]
    assert _sources(loaded) == ["whole.dcm"]


def test_corrupt_files_end_readable_or_listed(shared_data: Path) -> None:
    loaded = load([shared_data / "corrupt"])
    files = {path.name for path in (shared_data / "corrupt").iterdir()}
    unreadable = {each.source.path.name for each in loaded.unreadable}
    assert unreadable | set(_sources(loaded)) == files
    assert {"pydicom__MR_truncated.dcm", "pydicom__rtplan_truncated.dcm"} <= unreadable
    assert "pydicom__ExplVR_BigEndNoMeta.dcm" in _sources(loaded)


def test_headers_that_load_agree_with_pydicom(shared_data: Path) -> None:
    loaded = load([shared_data / name for name in ("breadth", "charset", "transfer_syntax")])
    instances = list(loaded.instances())
    assert len(instances) > 45
    for instance in instances:
        ds = read_dataset(instance.source, pixels=False)
        assert instance.sop_instance_uid == ds.get("SOPInstanceUID", "")
        assert instance.modality == (ds.get("Modality") or "")
        if instance.has_pixels:
            assert (instance.rows, instance.columns) == (ds.Rows, ds.Columns)
            assert instance.frames == int(ds.get("NumberOfFrames") or 1)


def test_links_pipes_and_missing_paths(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    write_dataset(_made(1), inside / "one.dcm")
    write_dataset(_made(2), outside / "two.dcm")
    (inside / "loop").symlink_to(inside)
    (inside / "elsewhere").symlink_to(outside)
    (inside / "file").symlink_to(outside / "two.dcm")
    os.mkfifo(inside / "pipe.dcm")
    loaded = load([inside, tmp_path / "missing"])
    assert _sources(loaded) == ["one.dcm"]
    assert _skipped(loaded) == ["elsewhere", "file", "loop", "pipe.dcm"]
    assert [each.source.path.name for each in loaded.unreadable] == ["missing"]


@pytest.mark.parametrize("content", [b"", b"x", bytes(131)])
def test_tiny_files_named_like_dicom_are_unreadable(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "tiny.dcm").write_bytes(content)
    loaded = load([tmp_path])
    assert len(loaded.unreadable) == 1


def test_progress_reports_and_cancels(tmp_path: Path) -> None:
    for number in range(120):
        write_dataset(_made(number), tmp_path / f"{number}.dcm")
    calls: list[tuple[int, int]] = []
    load([tmp_path], lambda done, total, text: calls.append((done, total)))
    steps = [done for done, total in calls if total == 120]
    assert max(b - a for a, b in pairwise(steps)) <= 50
    assert steps[-1] == 120

    def stop(done: int, total: int, text: str) -> None:
        if done:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        load([tmp_path], stop)


def test_reasons_hold_no_value(tmp_path: Path) -> None:
    content = file_bytes(_made(1, PatientComments="Canary " * 20))
    (tmp_path / "cut.dcm").write_bytes(content[: content.index(b"Canary") + 40])
    (unreadable,) = load([tmp_path]).unreadable
    assert "Canary" not in unreadable.reason
