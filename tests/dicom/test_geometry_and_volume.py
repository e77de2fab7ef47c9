"""Slices lie where their positions say, tilted, irregular, oblique or in one multi-frame file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.tag import BaseTag

from tests.dicom.made import image
from viewer.dicom import (
    FrameReader,
    frame_geometry,
    read_volume,
    series_geometry,
    sort_instances,
    write_dataset,
)
from viewer.errors import CancelledError, UnreadableError
from viewer.load import load
from viewer.model import Instance, Loaded, Series, Source

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


@pytest.fixture(scope="module")
def reader() -> Iterator[FrameReader]:
    with FrameReader() as opened:
        yield opened


def _instance(
    position: tuple[float, float, float] | None,
    number: int = 1,
    orientation: tuple[float, ...] | None = AXIAL,
) -> Instance:
    return Instance(
        Source(Path(f"{number}.dcm")), f"1.{number}", "", "1.2", "1", "CT", "", 1, 4, 5,
        instance_number=number, position=position, orientation=orientation, spacing=(0.5, 0.25),
    )  # fmt: skip


def test_slices_are_sorted_along_the_normal_and_not_by_number() -> None:
    heights = [3.0, 1.0, 2.0]
    instances = [_instance((0, 0, z), number) for number, z in enumerate(heights)]
    ordered = sort_instances(instances)
    assert [each.position[2] for each in ordered if each.position] == [1.0, 2.0, 3.0]


def test_without_positions_the_number_sorts() -> None:
    ordered = sort_instances([_instance(None, 10), _instance(None, 9), _instance((0, 0, 1), 2)])
    assert [each.instance_number for each in ordered] == [2, 9, 10]


def test_regular_and_irregular_spacing_are_told_apart() -> None:
    def regular(heights: list[float]) -> bool:
        found = series_geometry([_instance((0, 0, z), i) for i, z in enumerate(heights)])
        assert found is not None
        return found.is_regular

    assert regular([0, 1.5, 3.001, 4.5])
    assert not regular([0, 1.5, 4.5, 6])
    assert not regular([0, 1.5, 1.5, 3])


def test_gantry_tilt_is_measured() -> None:
    shift = math.tan(math.radians(20))
    found = series_geometry([_instance((0, z * shift, z), int(z)) for z in range(5)])
    assert found is not None
    assert found.tilt_degrees == pytest.approx(20, abs=0.01)
    assert found.slice_spacing == pytest.approx(1)


def test_oblique_normal_is_the_cross_product() -> None:
    a = math.cos(math.radians(30)), math.sin(math.radians(30))
    found = series_geometry([_instance((0, 0, 0), 1, (1, 0, 0, 0, a[0], a[1]))])
    assert found is not None
    assert found.normal == pytest.approx((0, -a[1], a[0]))
    assert found.tilt_degrees == 0


def test_localizer_among_slices_is_no_stack() -> None:
    sagittal = _instance((0, 0, 0), 9, (0, 1, 0, 0, 0, -1))
    assert series_geometry([_instance((0, 0, 1), 1), sagittal]) is None
    assert series_geometry([_instance((0, 0, 1), 1, (0, 0, 0, 0, 0, 0))]) is None


def _slice_file(folder: Path, index: int, position: list[float], **more: object) -> None:
    array = np.full((4, 5), index * 10, np.int16)
    ds = image(array, SOPInstanceUID=f"1.2.9.{index}", InstanceNumber=100 - index)
    ds.ImagePositionPatient, ds.ImageOrientationPatient = position, list(AXIAL)
    ds.PixelSpacing, ds.RescaleSlope, ds.RescaleIntercept = [0.5, 0.25], "1", "-1000"
    for name, value in more.items():
        setattr(ds, name, value)
    write_dataset(ds, folder / f"{index}.dcm")


def _only(loaded: Loaded) -> Series:
    (series,) = loaded.series()
    return series


def test_volume_of_a_tilted_stack(tmp_path: Path, reader: FrameReader) -> None:
    for index in (3, 0, 2, 1):
        _slice_file(tmp_path, index, [7.0, index * 0.5, index * 2.0])
    volume = read_volume(_only(load([tmp_path])), reader)
    assert volume.array.dtype == np.int16
    assert volume.array[:, 0, 0].tolist() == [-1000, -990, -980, -970]
    assert [source.path.name for source in volume.sources] == [f"{i}.dcm" for i in range(4)]
    corner = volume.affine @ [4, 3, 2, 1]
    assert corner[:3] == pytest.approx([7 + 4 * 0.25, 1.0 + 3 * 0.5, 4.0])
    assert volume.spacing == pytest.approx((2.0, 0.5, 0.25))


def test_fractional_values_make_a_float_volume(tmp_path: Path, reader: FrameReader) -> None:
    _slice_file(tmp_path, 1, [0, 0, 0])
    _slice_file(tmp_path, 2, [0, 0, 1], RescaleSlope="0.125")
    volume = read_volume(_only(load([tmp_path])), reader)
    assert volume.array.dtype == np.float32
    assert volume.array[:, 0, 0].tolist() == [-990, -997.5]


def test_two_slices_in_one_place_count_once(tmp_path: Path, reader: FrameReader) -> None:
    for index, height in enumerate((0, 1, 1, 2)):
        _slice_file(tmp_path, index, [0, 0, height])
    volume = read_volume(_only(load([tmp_path])), reader)
    assert volume.array.shape[0] == 3
    assert volume.geometry.is_regular


def _enhanced(heights: list[float]) -> Dataset:
    array = np.stack([np.full((4, 5), 10 * i, np.uint16) for i in range(len(heights))])
    ds = image(array[0], NumberOfFrames=len(heights))
    ds.PixelData = array.tobytes()
    measures, plane, shared = Dataset(), Dataset(), Dataset()
    measures.PixelSpacing, plane.ImageOrientationPatient = [0.5, 0.25], list(AXIAL)
    shared.PixelMeasuresSequence = Sequence([measures])
    shared.PlaneOrientationSequence = Sequence([plane])
    ds.SharedFunctionalGroupsSequence = Sequence([shared])
    frames = []
    for height in heights:
        position, frame = Dataset(), Dataset()
        position.ImagePositionPatient = [0, 0, height]
        frame.PlanePositionSequence = Sequence([position])
        frames.append(frame)
    ds.PerFrameFunctionalGroupsSequence = Sequence(frames)
    return ds


def test_frames_of_an_enhanced_file_are_sorted_by_their_own_positions(
    tmp_path: Path, reader: FrameReader
) -> None:
    ds = _enhanced([4.0, 0.0, 2.0])
    found = frame_geometry(ds)
    assert found is not None
    assert found.offsets == (0.0, 2.0, 4.0)
    write_dataset(ds, tmp_path / "enhanced.dcm")
    series = _only(load([tmp_path]))
    assert series.geometry == found
    assert series.instances[0].spacing == (0.5, 0.25)
    volume = read_volume(series, reader)
    assert volume.frames == (1, 2, 0)
    assert volume.array[:, 0, 0].tolist() == [10, 20, 0]


def test_damaged_functional_groups_have_no_geometry() -> None:
    ds, tag, value = Dataset(), BaseTag(0x52009230), b"\xfe\xff\0"
    raw = RawDataElement(tag, "SQ", len(value), value, 0, False, True)
    ds._dict[tag] = raw  # type: ignore[assignment]
    assert frame_geometry(ds) is None


def test_a_series_without_positions_is_no_volume(tmp_path: Path, reader: FrameReader) -> None:
    write_dataset(image(np.zeros((4, 5), np.uint8)), tmp_path / "flat.dcm")
    with pytest.raises(UnreadableError, match="no positions"):
        read_volume(_only(load([tmp_path])), reader)


def test_reading_a_volume_can_be_cancelled(tmp_path: Path, reader: FrameReader) -> None:
    for index in range(3):
        _slice_file(tmp_path, index, [0, 0, index])

    def stop(done: int, total: int, text: str) -> None:
        if done == 1:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        read_volume(_only(load([tmp_path])), reader, stop)


def test_real_head_stands_upright(shared_data: Path, reader: FrameReader) -> None:
    volume = read_volume(_only(load([shared_data / "head_mr"])), reader)
    assert volume.array.shape == (35, 256, 256)
    assert volume.geometry.is_regular
    assert np.linalg.det(volume.affine[:3, :3]) > 0
