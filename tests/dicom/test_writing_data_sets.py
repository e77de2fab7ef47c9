"""Files are written one way, and what nobody touched keeps its bytes."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from tests.dicom.made import META, element, file_bytes, image, implicit, meta, ramp
from viewer.dicom import NotDicomError, read_container, read_dataset, write_dataset
from viewer.model import Source

IDENTITY = element(8, 0x16, "UI", b"1.2.840.10008.5.1.4.1.1.7\0") + element(
    8, 0x18, "UI", b"1.2.3\0"
)


def _rewritten(content: bytes) -> bytes:
    return file_bytes(read_dataset(content))


def test_implicit_becomes_explicit_with_the_same_values_and_no_idle_padding() -> None:
    odd_number = b"1A  "
    content = meta("1.2.840.10008.1.2") + implicit(8, 0x18, b"1.2.3\0")
    written = _rewritten(content + implicit(0x20, 0x13, odd_number) + implicit(0x28, 0x10, b"\2\0"))
    assert element(0x20, 0x13, "IS", odd_number.rstrip()) in written
    assert element(0x28, 0x10, "US", b"\2\0") in written


def test_ambiguous_vr_follows_pixel_representation() -> None:
    head = meta("1.2.840.10008.1.2") + implicit(8, 0x18, b"1.2.3\0")
    for sign, vr in ((0, "US"), (1, "SS")):
        body = implicit(0x28, 0x103, struct.pack("<H", sign)) + implicit(0x28, 0x120, b"\xd0\xf8")
        assert element(0x28, 0x120, vr, b"\xd0\xf8") in _rewritten(head + body)


def test_unknown_vr_is_named_where_the_dictionary_knows_it() -> None:
    written = _rewritten(META + IDENTITY + element(0x10, 0x20, "UN", b"ID12"))
    assert element(0x10, 0x20, "LO", b"ID12") in written


def test_unknown_sequence_is_written_explicitly() -> None:
    item = b"\xfe\xff\x00\xe0" + struct.pack("<L", 12) + implicit(8, 0x100, b"CODE")
    written = _rewritten(META + IDENTITY + element(8, 0x1032, "UN", item))
    assert element(8, 0x100, "SH", b"CODE") in written
    assert read_dataset(written).ProcedureCodeSequence[0].CodeValue == "CODE"


def test_private_values_keep_their_bytes() -> None:
    private = element(9, 0x10, "LO", b"SOMEBODY") + element(9, 0x1001, "UN", b"\1\2\3\4")
    assert private in _rewritten(META + IDENTITY + private)


def test_group_lengths_padding_and_tail_are_dropped() -> None:
    content = META + element(8, 0, "UL", b"\4\0\0\0") + IDENTITY
    content += element(0xFFFC, 0xFFFC, "OB", b"HIDDEN")
    written = _rewritten(content)
    assert b"HIDDEN" not in written
    assert b"\x08\0\0\0UL" not in written
    assert b"TAIL" not in _rewritten(file_bytes(image(ramp())) + b"TAIL" * 9)


def test_bytes_behind_the_last_pixel_are_dropped() -> None:
    ds = image(ramp())
    ds.PixelData += b"HIDDEN IN PIXEL DATA"
    written = file_bytes(ds)
    assert b"HIDDEN" not in written
    assert read_dataset(written).PixelData == ramp().tobytes()


def test_preamble_and_meta_are_ours_alone() -> None:
    secret = element(2, 0x16, "AE", b"HOSPITAL") + element(2, 0x0100, "UI", b"1.2.3.4\0")
    body = element(2, 0x10, "UI", b"1.2.840.10008.1.2.1\0") + secret + IDENTITY
    found = read_container(_rewritten(b"MZ" + bytes(126) + b"DICM" + body))
    assert found.preamble == bytes(128)
    assert b"HOSPITAL" not in found.meta
    assert b"1.2.3.4" not in found.meta
    assert b"SCANVEIL" in found.meta


def test_text_is_encoded_anew_when_the_character_set_changes() -> None:
    content = META + element(8, 5, "CS", b"ISO_IR 100") + IDENTITY
    ds = read_dataset(content + element(0x10, 0x10, "PN", "Müller".encode("latin-1")))
    ds.SpecificCharacterSet = "ISO_IR 192"
    assert "Müller".encode() in file_bytes(ds)


def test_long_text_does_not_overflow_a_short_length() -> None:
    ds = read_dataset(META + IDENTITY)
    ds.add_new(0x00091010, "UN", b"x" * 70_000)
    assert read_dataset(file_bytes(ds))[0x00091010].value == b"x" * 70_000


def test_untouched_encapsulated_pixels_are_copied(shared_data: Path, tmp_path: Path) -> None:
    for ending in ("4.50", "4.80", "4.90", "1.2.5"):
        (path,) = (shared_data / "transfer_syntax").glob(f"cornerstone*{ending}.dcm")
        before = read_dataset(Source(path))
        write_dataset(read_dataset(Source(path)), tmp_path / "out.dcm")
        after = read_dataset(Source(tmp_path / "out.dcm"))
        assert after.PixelData == before.PixelData
        assert after.file_meta.TransferSyntaxUID == before.file_meta.TransferSyntaxUID


def test_every_real_file_keeps_every_attribute(shared_data: Path, tmp_path: Path) -> None:
    folders = ("charset", "private_nested", "sr_seg_pdf", "breadth", "burned_in")
    count = 0
    for path in (p for folder in folders for p in sorted((shared_data / folder).iterdir())):
        try:
            before = read_dataset(Source(path))
        except NotDicomError:
            continue
        write_dataset(read_dataset(Source(path)), tmp_path / "out.dcm")
        after = read_dataset(Source(tmp_path / "out.dcm"))
        kept = [e for e in before.iterall() if e.tag.element != 0 and e.tag.group != 0xFFFC]
        assert [e.tag for e in kept] == [e.tag for e in after.iterall()], path.name
        texts = ("PN", "LO", "SH", "UI", "DA", "DS", "IS", "LT", "ST", "UT")
        pairs = zip(kept, after.iterall(), strict=True)
        assert all(a.value == b.value for a, b in pairs if a.VR in texts), path.name
        count += 1
    assert count >= 60


def _errors(path: Path) -> set[str]:
    found = subprocess.run(["dciodvfy", path], capture_output=True, check=False)
    lines = (found.stdout + found.stderr).decode("latin-1").splitlines()
    return {line for line in lines if line.startswith("Error")}


@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="dicom3tools is not installed")
def test_writing_adds_no_conformance_error(shared_data: Path, tmp_path: Path) -> None:
    paths = [p for p in sorted((shared_data / "burned_in").iterdir()) if p.suffix in ("", ".dcm")]
    paths += [next((shared_data / head).glob("*/*")) for head in ("head_ct", "head_mr")]
    for path in paths:
        write_dataset(read_dataset(Source(path)), tmp_path / "out.dcm")
        assert _errors(tmp_path / "out.dcm") <= _errors(path), path.name
