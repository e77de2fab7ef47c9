"""The decode worker is disposable: it may lie, hang or die and only its frame is lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pydicom.encaps import encapsulate

from tests.dicom.made import file_bytes, image, ramp
from viewer.dicom import Frame, FrameReader, read_dataset, write_dataset
from viewer.dicom.fragments import fragment_spans, frame_spans, join
from viewer.errors import CancelledError, UnreadableError
from viewer.model import Source


@pytest.fixture(scope="module")
def reader() -> Iterator[FrameReader]:
    with FrameReader() as opened:
        yield opened


@pytest.fixture
def saved(tmp_path: Path) -> Source:
    write_dataset(image(ramp()), tmp_path / "image.dcm")
    return Source(tmp_path / "image.dcm")


def test_a_killed_worker_is_replaced(saved: Source) -> None:
    with FrameReader() as reader:
        reader.frame(saved)
        process = reader._process
        assert process is not None
        process.kill()
        process.wait()
        assert np.array_equal(reader.frame(saved).array, ramp())
        assert reader._process is not process


def test_a_frame_that_takes_too_long_is_stopped(saved: Source) -> None:
    with FrameReader(seconds_per_frame=0.001) as reader:
        with pytest.raises(UnreadableError, match="longer than"):
            reader.frame(saved)
        assert reader._process is None


def test_many_threads_share_one_worker(saved: Source, reader: FrameReader) -> None:
    frames: list[Frame] = []
    threads = [
        threading.Thread(target=lambda: frames.append(reader.frame(saved))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(frames) == 8
    assert all(np.array_equal(frame.array, ramp()) for frame in frames)


def test_a_closed_reader_cancels(saved: Source) -> None:
    reader = FrameReader()
    reader.frame(saved)
    reader.close()
    with pytest.raises(CancelledError):
        reader.frame(saved)


def test_a_changed_file_is_read_again(saved: Source, reader: FrameReader) -> None:
    reader.frame(saved)
    write_dataset(image(ramp(30, 40)), saved.path)
    assert reader.frame(saved).array.shape == (30, 40)


def test_missing_frames_files_and_pixels_are_unreadable(
    saved: Source, reader: FrameReader, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableError, match="fewer frames"):
        reader.frame(saved, 1)
    with pytest.raises(UnreadableError):
        reader.frame(Source(tmp_path / "missing.dcm"))
    ds = image(ramp())
    del ds.PixelData
    write_dataset(ds, tmp_path / "header.dcm")
    with pytest.raises(UnreadableError, match="no pixel data"):
        reader.frame(Source(tmp_path / "header.dcm"))


def test_native_pixels_that_are_too_few_give_no_half_image(
    reader: FrameReader, tmp_path: Path
) -> None:
    (tmp_path / "short.dcm").write_bytes(file_bytes(image(ramp(), Rows=25)))
    with pytest.raises(UnreadableError, match="middle of the pixel data"):
        reader.frame(Source(tmp_path / "short.dcm"))


@pytest.mark.parametrize("size", [(60000, 60000), (65535, 65535)])
def test_huge_announced_size_is_refused_before_allocating(
    size: tuple[int, int], reader: FrameReader, tmp_path: Path
) -> None:
    ds = image(ramp(), Rows=size[0], Columns=size[1])
    (tmp_path / "huge.dcm").write_bytes(file_bytes(ds))
    with pytest.raises(UnreadableError, match="larger than this program accepts"):
        reader.frame(Source(tmp_path / "huge.dcm"))


@pytest.mark.parametrize("ending", ["4.50", "4.70", "4.80", "4.90", "1.2.5"])
def test_a_cut_codestream_gives_no_half_image(
    ending: str, shared_data: Path, reader: FrameReader, tmp_path: Path
) -> None:
    (path,) = (shared_data / "transfer_syntax").glob(f"cornerstone*{ending}.dcm")
    ds = read_dataset(Source(path))
    data = ds.PixelData
    whole = join(data, frame_spans(data, fragment_spans(data), 1)[0])
    for share in (0.2, 0.5, 0.9):
        ds.PixelData = encapsulate([whole[: int(len(whole) * share)]])
        write_dataset(ds, tmp_path / "cut.dcm")
        with pytest.raises(UnreadableError):
            reader.frame(Source(tmp_path / "cut.dcm"))


def test_codestream_of_another_size_is_refused(
    shared_data: Path, reader: FrameReader, tmp_path: Path
) -> None:
    (path,) = (shared_data / "transfer_syntax").glob("cornerstone*4.90.dcm")
    ds = read_dataset(Source(path))
    ds.Rows = 256
    write_dataset(ds, tmp_path / "lie.dcm")
    with pytest.raises(UnreadableError, match="another size"):
        reader.frame(Source(tmp_path / "lie.dcm"))


def test_unused_high_bits_stay_in_array_and_not_in_values(
    reader: FrameReader, tmp_path: Path
) -> None:
    cells = ramp() | 0x8000
    write_dataset(image(cells, BitsStored=12, HighBit=11), tmp_path / "bits.dcm")
    frame = reader.frame(Source(tmp_path / "bits.dcm"))
    assert np.array_equal(frame.array, cells)
    assert np.array_equal(frame.values, ramp())


def test_sign_is_extended_from_the_stored_bits(reader: FrameReader, tmp_path: Path) -> None:
    cells = np.array([[0x0FFF, 0x0001], [0x0800, 0x07FF]], "<i2")
    write_dataset(image(cells, BitsStored=12, HighBit=11), tmp_path / "sign.dcm")
    assert reader.frame(Source(tmp_path / "sign.dcm")).values.tolist() == [[-1, 1], [-2048, 2047]]
