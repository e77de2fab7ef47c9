"""The demo study is one synthetic patient, the same bytes in every run."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from shutil import which

import numpy as np
import pydicom
import pytest

from viewer.demo import make_demo
from viewer.errors import CancelledError, UsageError

_UNKNOWN_TO_THE_CHECKER = ("(0008,001c)", "(0008,0999)")


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.dcm")
    }


def _read(folder: Path, series: str) -> list[pydicom.Dataset]:
    return [pydicom.dcmread(path) for path in sorted((folder / series).iterdir())]


def test_building_twice_gives_the_same_bytes(small_demo: Path, tmp_path: Path) -> None:
    again = make_demo(tmp_path / "again", size="small")
    assert len(_digests(again)) == 44
    assert _digests(again) == _digests(small_demo)


def test_building_over_an_earlier_demo_is_allowed(tmp_path: Path) -> None:
    make_demo(tmp_path, size="small")
    before = _digests(tmp_path)
    make_demo(tmp_path, size="small")
    assert _digests(tmp_path) == before


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError):
        make_demo(tmp_path, size="small")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_cancelling_stops_the_building(tmp_path: Path) -> None:
    def cancel(done: int, total: int, text: str) -> None:
        if done == 3:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        make_demo(tmp_path, size="small", progress=cancel)
    assert len(list(tmp_path.rglob("*.dcm"))) == 3


def test_every_instance_says_it_is_synthetic_and_of_one_patient(small_demo: Path) -> None:
    sets = [pydicom.dcmread(path) for path in small_demo.rglob("*.dcm")]
    assert {ds.SyntheticData for ds in sets} == {"YES"}
    assert {(str(ds.PatientName), ds.PatientID) for ds in sets} == {
        ("THORNWICK^ISOLDE^MAREN", "QH-204715")
    }
    assert len({ds.SOPInstanceUID for ds in sets}) == len(sets)
    assert {ds.Modality for ds in sets} == {"CT", "US", "OT", "SR", "DOC"}


def test_the_slices_lie_evenly_and_show_air_brain_and_bone(small_demo: Path) -> None:
    slices = _read(small_demo, "head")
    heights = [float(ds.ImagePositionPatient[2]) for ds in slices]
    assert np.allclose(np.diff(heights), float(slices[0].SliceThickness))
    volume = np.stack([ds.pixel_array * ds.RescaleSlope + ds.RescaleIntercept for ds in slices])
    assert np.percentile(volume, 1) < -900
    assert 20 < np.median(volume[(volume > 0) & (volume < 80)]) < 60
    assert volume.max() > 700


def test_the_nose_stands_out_of_the_face(small_demo: Path) -> None:
    volume = np.stack([ds.pixel_array for ds in _read(small_demo, "head")]).astype(int) - 1024
    skin = np.where((volume > -300).any(1), np.argmax(volume > -300, axis=1), 99)
    row, column = np.unravel_index(np.argmin(skin), skin.shape)
    assert abs(column - 32) <= 3
    assert skin[row, column + 8] - skin[row, column] >= 3


def test_speckle_moves_and_the_banner_stays(small_demo: Path) -> None:
    frames = _read(small_demo, "cine")[0].pixel_array.astype(int)
    assert frames.shape == (4, 600, 800, 3)
    banner, sector = frames[:, :70], frames[:, 200:400, 300:500]
    assert (banner > 150).sum() > 4000
    assert (banner[0] == banner[1]).all()
    assert (np.abs(sector[0] - sector[1]) > 10).mean() > 0.3


def test_the_form_shows_dark_text_after_decoding(small_demo: Path) -> None:
    page = _read(small_demo, "form")[0].pixel_array
    assert page.shape == (480, 720)
    assert (page[120:145, 40:380] < 90).sum() > 400
    assert (page[:30] > 230).all()


def test_an_independent_checker_finds_the_instances_valid(small_demo: Path) -> None:
    if not which("dciodvfy"):
        pytest.skip("dciodvfy is not installed")
    one_of_each = [sorted(folder.iterdir())[0] for folder in small_demo.iterdir()]
    complaints = []
    for path in one_of_each:
        ran = subprocess.run(["dciodvfy", "-new", path], capture_output=True, text=True)
        complaints += [line for line in ran.stderr.splitlines() if line.startswith("Error")]
    unexpected = [
        line for line in complaints if not any(tag in line for tag in _UNKNOWN_TO_THE_CHECKER)
    ]
    assert len(one_of_each) == 5
    assert unexpected == []
