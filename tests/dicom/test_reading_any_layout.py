"""Data sets are read from every byte layout, and hostile bytes are refused with a reason."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from tests.dicom.made import META, element, file_bytes, image, implicit, meta, ramp
from viewer.dicom import NotDicomError, read_container, read_dataset
from viewer.errors import UnreadableError
from viewer.model import Source

IDENTITY = element(8, 0x16, "UI", b"1.2.840.10008.5.1.4.1.1.7\0") + element(
    8, 0x18, "UI", b"1.2.3\0"
)
ITEM, ITEM_END = b"\xfe\xff\x00\xe0", b"\xfe\xff\x0d\xe0\0\0\0\0"
SEQUENCE_END = b"\xfe\xff\xdd\xe0\0\0\0\0"
ENDLESS = b"\xff\xff\xff\xff"


def test_explicit_without_preamble_and_meta() -> None:
    assert read_dataset(IDENTITY).SOPInstanceUID == "1.2.3"


def test_implicit_without_preamble_and_meta() -> None:
    content = implicit(8, 0x18, b"1.2.3\0") + implicit(0x10, 0x20, b"ID12")
    ds = read_dataset(content)
    assert (ds.SOPInstanceUID, ds.PatientID) == ("1.2.3", "ID12")
    assert ds.file_meta.TransferSyntaxUID == "1.2.840.10008.1.2"


def test_big_endian_without_meta_becomes_little_endian() -> None:
    content = element(8, 0x18, "UI", b"1.2.3\0", ">") + element(0x28, 0x10, "US", b"\1\2", ">")
    content += element(0x7FE0, 0x10, "OW", b"\1\2\3\4", ">")
    ds = read_dataset(content)
    assert ds.Rows == 0x0102
    assert ds.PixelData == b"\2\1\4\3"
    assert ds.file_meta.TransferSyntaxUID == "1.2.840.10008.1.2.1"


def test_meta_that_lies_about_implicit_is_not_believed() -> None:
    assert read_dataset(meta("1.2.840.10008.1.2") + IDENTITY).SOPInstanceUID == "1.2.3"


def _deflated(content: bytes) -> bytes:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflater.compress(content) + deflater.flush()


def test_deflated_data_set_is_inflated() -> None:
    content = meta("1.2.840.10008.1.2.1.99") + _deflated(IDENTITY)
    assert read_dataset(content).SOPInstanceUID == "1.2.3"


def test_deflate_bomb_is_refused_at_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.dicom.encoding._FREE_INFLATED", 1 << 20)
    bomb = _deflated(IDENTITY + element(9, 0x10, "OB", bytes(64 << 20)))
    with pytest.raises(UnreadableError, match="larger than this program accepts"):
        read_dataset(meta("1.2.840.10008.1.2.1.99") + bomb)


def test_cut_deflate_stream_is_truncated() -> None:
    packed = _deflated(IDENTITY + element(9, 0x10, "OB", np.random.default_rng(1).bytes(5000)))
    with pytest.raises(UnreadableError, match="ends in the middle"):
        read_dataset(meta("1.2.840.10008.1.2.1.99") + packed[:-400])


def _nested(depth: int, *, defined: bool) -> bytes:
    body = b""
    head = struct.pack("<HH", 0x40, 0xA730) + b"SQ\0\0"
    if not defined:
        return (head + ENDLESS + ITEM + ENDLESS) * depth + (ITEM_END + SEQUENCE_END) * depth
    for _ in range(depth):
        item = ITEM + struct.pack("<L", len(body)) + body
        body = head + struct.pack("<L", len(item)) + item
    return body


@pytest.mark.parametrize("depth", [65, 300, 3000, 20000])
@pytest.mark.parametrize("defined", [True, False])
def test_sequences_nested_too_deep_are_refused(depth: int, defined: bool) -> None:
    with pytest.raises(UnreadableError, match="nested deeper than 64"):
        read_dataset(META + IDENTITY + _nested(depth, defined=defined))


@pytest.mark.parametrize("defined", [True, False])
def test_deep_but_possible_nesting_is_read(defined: bool) -> None:
    ds = read_dataset(META + IDENTITY + _nested(60, defined=defined))
    depth, items = 0, ds.ContentSequence
    while items:
        depth, items = depth + 1, items[0].get("ContentSequence")
    assert depth == 60


@pytest.mark.parametrize("vr", ["UN", "OB", "SQ"])
def test_length_beyond_the_file_is_refused_before_allocating(vr: str) -> None:
    lying = struct.pack("<HH2sHL", 9, 0x1010, vr.encode(), 0, 0xFFFFFFF0)
    with pytest.raises(UnreadableError, match="ends in the middle"):
        read_dataset(META + IDENTITY + lying + b"abc")


def test_no_truncation_gives_pixels() -> None:
    content = file_bytes(image(ramp()))
    survived = 0
    for size in range(1, len(content)):
        try:
            survived += "PixelData" in read_dataset(content[:size])
        except UnreadableError:
            continue
    assert survived == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"x", bytes(131), b"%PDF-1.7 and so on " * 20, b"<html>" + b"a" * 500, b"PK\3\4" * 99],
)
def test_what_is_no_dicom_says_so(content: bytes) -> None:
    with pytest.raises(NotDicomError):
        read_dataset(content)


def test_bytes_after_the_data_set_are_reported_and_not_read() -> None:
    content = file_bytes(image(ramp())) + b"HIDDEN TEXT BEHIND THE PIXELS" * 3
    assert read_container(content).trailing.startswith(b"HIDDEN TEXT")
    assert read_dataset(content).Rows == 24


def test_duplicate_and_unordered_tags_are_reported() -> None:
    twice = element(0x10, 0x20, "LO", b"ONE ") + element(0x10, 0x20, "LO", b"TWO ")
    found = read_container(META + IDENTITY + twice + element(8, 0x60, "CS", b"CT"))
    assert [each.PatientID for each in found.duplicates] == ["TWO"]
    assert found.out_of_order


def test_preamble_is_reported() -> None:
    content = b"MZ" + bytes(126) + b"DICM" + IDENTITY
    assert read_container(content).preamble.startswith(b"MZ")


def test_error_texts_hold_no_value() -> None:
    content = (
        META + IDENTITY + element(0x10, 0x10, "PN", b"Canary^Name ") + b"\x11\0\x10\0UN\0\0\xff"
    )
    with pytest.raises(UnreadableError) as caught:
        read_dataset(content + b"\xff\xff\x7f")
    assert "Canary" not in str(caught.value)


def test_reading_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        read_dataset(Source(tmp_path))
    with pytest.raises(UnreadableError):
        read_dataset(Source(tmp_path / "missing.dcm"))


def test_delimiter_bytes_inside_a_codestream_end_nothing(shared_data: Path) -> None:
    name = "pydicom__JPEG2000-embedded-sequence-delimiter.dcm"
    ds = read_dataset(Source(shared_data / "corrupt" / name))
    assert SEQUENCE_END[:4] in ds.PixelData
    assert (ds.Rows, ds.Columns) == (1024, 256)
