"""Rows 13 to 22: pixels that are not what the header says, and codecs that crash or hang."""

from __future__ import annotations

import contextlib
import os
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

import imagecodecs
import numpy as np
import pytest

from tests.dicom.made import element, file_bytes, image, ramp
from tests.hostile.builders import (
    DELIMITER,
    JPEG,
    JPEG_2000,
    RLE,
    compressed,
    fragments,
    jpeg,
    loaded,
    put,
    reasons,
    refusal,
)
from viewer.dicom import FrameReader, read_dataset, to_display
from viewer.dicom.frame import Frame
from viewer.dicom.rle import encode_rle
from viewer.errors import UnreadableError
from viewer.model import Source
from viewer.processes import Work, work_of


@pytest.mark.parametrize("frames", [2**31 - 1, 10**6])
def test_row_13_frames_without_number_are_refused_before_decoding(
    frames: int, tmp_path: Path
) -> None:
    content = file_bytes(image(ramp(), NumberOfFrames=frames))
    put(tmp_path, "native.dcm", content)
    put(tmp_path, "jpeg.dcm", file_bytes(compressed(JPEG, jpeg(), NumberOfFrames=frames)))
    assert "ends in the middle" in reasons(loaded(tmp_path / "native.dcm"))
    for name in ("native.dcm", "jpeg.dcm"):
        assert refusal(tmp_path / name)


@pytest.mark.parametrize("size", [(60000, 60000), (8, 16), (17, 16)])
def test_row_14_a_codestream_of_another_size_is_refused(
    size: tuple[int, int], tmp_path: Path
) -> None:
    made = bytearray(jpeg())
    at = made.find(b"\xff\xc0")
    struct.pack_into(">HH", made, at + 5, *size)
    put(tmp_path, "a.dcm", file_bytes(compressed(JPEG, bytes(made))))
    assert "another size" in reasons(loaded(tmp_path))
    assert refusal(tmp_path / "a.dcm")


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: struct.pack("<L", 15) + data[4:],
        lambda data: data[:4] + struct.pack("<L", 0xFFFFFFF0) + data[8:],
        lambda data: data[:4] + struct.pack("<L", 3) + data[8:],
        lambda data: data[:66],
        lambda data: data[:40],
        lambda data: data[:64] + b"\x7f" + data[65:70],  # says 128 bytes and has five
    ],
)
def test_row_15_rle_segments_outside_the_frame_are_refused(
    damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    good = encode_rle(ramp(16, 16, "uint8"))
    assert refusal(put(tmp_path, "good.dcm", file_bytes(compressed(RLE, good)))) == ""
    put(tmp_path, "bad.dcm", file_bytes(compressed(RLE, damage(good))))
    assert refusal(tmp_path / "bad.dcm")


@pytest.mark.parametrize("descriptor", [[0, 0, 16], [65535, 0, 16], [4, 60000, 8], [4, 0, 255]])
def test_row_16_a_palette_that_lies_is_still_shown(descriptor: list[int]) -> None:
    ds = image(ramp(16, 16, "uint8"), PhotometricInterpretation="PALETTE COLOR")
    for colour in ("Red", "Green", "Blue"):
        setattr(ds, f"{colour}PaletteColorLookupTableDescriptor", descriptor)
        setattr(ds, f"{colour}PaletteColorLookupTableData", bytes(range(8)))
    read = read_dataset(file_bytes(ds))
    spec_frame = _frame(read)
    assert to_display(spec_frame, read).shape[:2] == (16, 16)


def _frame(ds: object) -> Frame:
    from viewer.dicom import pixel_spec

    spec = pixel_spec(ds)  # type: ignore[arg-type]
    assert spec is not None
    return Frame(ramp(16, 16, "uint8"), "PALETTE COLOR", spec, 0)


@pytest.mark.parametrize(("vr", "value"), [("UL", b"\x10\0\0\0"), ("FD", bytes(8)), ("LO", b"xx")])
def test_row_17_rows_of_another_vr_are_read_or_refused(
    vr: str, value: bytes, tmp_path: Path
) -> None:
    content = file_bytes(image(ramp(16, 16)))
    right = element(0x28, 0x10, "US", b"\x10\0")
    assert right in content
    put(tmp_path, "a.dcm", content.replace(right, element(0x28, 0x10, vr, value)))
    loaded(tmp_path)
    with FrameReader() as reader:
        try:
            assert reader.frame(Source(tmp_path / "a.dcm")).array.shape == (16, 16)
        except UnreadableError as error:
            assert vr != "UL", error


_THREE = tuple(
    bytes(imagecodecs.jpeg8_encode(np.random.default_rng(each).integers(0, 255, (16, 16), "uint8")))
    for each in range(3)
)


def _in_fragments(pixels: bytes, frames: int = 1) -> bytes:
    whole = file_bytes(compressed(JPEG, b"@@", NumberOfFrames=frames))
    return whole[: whole.index(b"\xfe\xff\x00\xe0")] + pixels


@pytest.mark.parametrize(
    ("pixels", "frames"),
    [
        (fragments(b"", *[b""] * 1_000_000), 1),
        (fragments(b"", jpeg(), delimited=False), 1),
        (fragments(struct.pack("<2L", 0, 1 << 30), jpeg(), jpeg(), jpeg()), 2),
        (fragments(b"", jpeg()), 3),
        (fragments(b""), 1),
        (DELIMITER, 1),
    ],
)
def test_row_18_fragments_that_do_not_fit_are_refused(
    pixels: bytes, frames: int, tmp_path: Path
) -> None:
    put(tmp_path, "a.dcm", _in_fragments(pixels, frames))
    began = time.process_time()
    found = loaded(tmp_path)
    assert time.process_time() - began < 10
    assert reasons(found) or refusal(tmp_path / "a.dcm", frames - 1)


def test_row_18_an_extended_offset_table_that_lies_shows_no_wrong_frame(tmp_path: Path) -> None:
    right = [imagecodecs.jpeg8_decode(each) for each in _THREE]
    first = len(_THREE[0]) // 2 * 2 + 16  # the two fragments of a frame with their headers
    tables = {
        "right": (0, first, first + len(_THREE[1]) // 2 * 2 + 16),
        "outside of the pixel data": (0, 1 << 40, 1 << 41),
        "backwards": (1 << 41, 1 << 40, 0),
        "inside of a fragment": (0, 3, 5),
        "at the second half of a frame": (0, 208, first),
        "too short": (0,),
        "nowhere": (0, 0, 0),
    }
    shown = []
    with FrameReader() as reader:
        for number, (kind, offsets) in enumerate(tables.items()):
            path = put(tmp_path, f"{number}.dcm", _with_extended_table(offsets))
            loaded(path)
            for index in range(3):
                with contextlib.suppress(UnreadableError):
                    array = reader.frame(Source(path), index).array
                    assert np.array_equal(array, right[index]), kind
                    shown.append((kind, index))
    assert shown == [(kind, index) for kind in tables for index in range(3)]


def _with_extended_table(offsets: tuple[int, ...]) -> bytes:
    """Three frames of two fragments each, the first one of 200 bytes."""
    halves = [half for each in _THREE for half in (each[:200], each[200:])]
    halves = [each + b"\0" * (len(each) % 2) for each in halves]
    ds = compressed(JPEG, b"@@", NumberOfFrames=3)
    ds.add_new(0x7FE00001, "OV", struct.pack(f"<{len(offsets)}Q", *offsets))
    lengths = [len(each) for each in _THREE][: len(offsets)]
    ds.add_new(0x7FE00002, "OV", struct.pack(f"<{len(offsets)}Q", *lengths))
    whole = file_bytes(ds)
    return whole[: whole.index(b"\xfe\xff\x00\xe0")] + fragments(b"", *halves)


def test_row_19_a_delimiter_inside_a_codestream_ends_nothing(tmp_path: Path) -> None:
    made = bytes(imagecodecs.jpeg2k_encode(np.zeros((16, 16), np.uint8), level=0))
    comment = b"\xff\x64" + struct.pack(">HH", 4 + len(DELIMITER), 1) + DELIMITER
    at = made.index(b"\xff\x90")
    with_delimiter = made[:at] + comment + made[at:]
    put(tmp_path, "a.dcm", file_bytes(compressed(JPEG_2000, with_delimiter)))
    assert len(list(loaded(tmp_path).instances())) == 1
    assert refusal(tmp_path / "a.dcm") == ""


@pytest.fixture
def ill_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    module = "tests.hostile.ill_decoder"
    command = [sys.executable, "-m", module]
    monkeypatch.setattr("viewer.dicom.frame_reader.command_for", lambda _: command)


def test_row_20_a_codec_that_crashes_costs_one_slice(ill_worker: None, tmp_path: Path) -> None:
    for name in ("crash.dcm", "good.dcm"):
        put(tmp_path, name, file_bytes(image(ramp())))
    with FrameReader() as reader:
        for _ in range(2):
            with pytest.raises(UnreadableError, match="ended the decoder"):
                reader.frame(Source(tmp_path / "crash.dcm"))
            assert np.array_equal(reader.frame(Source(tmp_path / "good.dcm")).array, ramp())


def test_row_21_a_codec_that_hangs_is_stopped(ill_worker: None, tmp_path: Path) -> None:
    put(tmp_path, "hang.dcm", file_bytes(image(ramp())))
    with FrameReader(seconds_per_frame=1.0) as reader, pytest.raises(UnreadableError) as told:
        reader.frame(Source(tmp_path / "hang.dcm"))
    assert "longer than 1 seconds" in str(told.value)


def test_row_21_a_decoder_that_a_busy_machine_keeps_waiting_gets_more_time(
    ill_worker: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "hang.dcm", file_bytes(image(ramp())))
    kept_waiting = iter([Work(0, True)] * 3 + [Work(1, True)])
    monkeypatch.setattr("viewer.dicom.frame_reader.work_of", lambda _: next(kept_waiting))
    began = time.monotonic()
    with FrameReader(seconds_per_frame=0.3) as reader, pytest.raises(UnreadableError):
        reader.frame(Source(tmp_path / "hang.dcm"))
    assert time.monotonic() - began >= 0.9
    assert next(kept_waiting, None) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux says it")
def test_row_21_the_work_of_a_process_is_told() -> None:
    before = work_of(os.getpid())
    while time.process_time() - (before.cpu_s if before else 0) < 0.1:
        sum(range(10_000))
    after = work_of(os.getpid())
    assert before and after and after.is_ready
    assert after.cpu_s >= before.cpu_s
    assert work_of(2**22 + 1) is None


def test_row_22_no_hundredth_of_a_file_is_half_an_image(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (16, 16), dtype=np.uint8)
    stream = bytes(imagecodecs.jpeg8_encode(noise))
    whole = [file_bytes(compressed(JPEG, stream)), file_bytes(compressed(RLE, encode_rle(noise)))]
    with FrameReader() as reader:
        for content in (*whole, file_bytes(image(noise))):
            for share in range(1, 100):
                put(tmp_path, "cut.dcm", content[: len(content) * share // 100])
                with pytest.raises(UnreadableError):
                    reader.frame(Source(tmp_path / "cut.dcm"))
