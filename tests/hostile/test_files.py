"""Rows 12 and 23 to 34: files that are too much, something else, or lie about themselves."""

from __future__ import annotations

import os
import struct
import time
from pathlib import Path

import pydicom
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.dicom.made import element, file_bytes, image, ramp
from tests.export.builders import exported, scanned, write_study
from tests.hostile.builders import loaded, put, reasons
from viewer.dicom import read_dataset, write_dataset
from viewer.errors import ScanveilError
from viewer.gui.desk import Desk
from viewer.model import Source

_NAME_AT = b"\x10\x00\x10\x00PN"


def _with(content: bytes, more: bytes) -> bytes:
    """A file with more elements in front of Patient's Name."""
    at = content.index(_NAME_AT)
    return content[:at] + more + content[at:]


def test_row_12_half_a_million_attributes_are_refused_at_once(tmp_path: Path) -> None:
    tags = ((group, number) for group in range(9, 15) for number in range(0x1000, 0xFFFF))
    many = b"".join(struct.pack("<HH2sH", *tag, b"LO", 0) for tag in tags)
    put(tmp_path, "a.dcm", _with(file_bytes(image(ramp())), many))
    began = time.process_time()
    found = loaded(tmp_path)
    assert time.process_time() - began < 10
    assert "attributes outside of sequences" in reasons(found)


def test_row_12_half_a_million_times_the_same_attribute_is_refused_at_once(tmp_path: Path) -> None:
    one = element(0x10, 0x0E, "LO", b"")
    put(tmp_path, "a.dcm", _with(file_bytes(image(ramp())), one * 500_000))
    began = time.process_time()
    found = loaded(tmp_path)
    assert time.process_time() - began < 10
    assert "attributes outside of sequences" in reasons(found)


def test_row_23_what_is_no_file_is_listed(tmp_path: Path) -> None:
    (tmp_path / "folder.dcm").mkdir()
    os.mkfifo(tmp_path / "pipe.dcm")
    (tmp_path / "zero.dcm").symlink_to("/dev/zero")
    for size in (0, 1, 131):
        put(tmp_path, f"{size}.dcm", bytes(size))
    found = loaded(tmp_path)
    assert not list(found.instances())
    assert {each.source.path.name for each in found.unreadable} == {"0.dcm", "1.dcm", "131.dcm"}
    assert {each.source.path.name for each in found.skipped} == {"pipe.dcm", "zero.dcm"}
    assert loaded(Path("/dev/null")).skipped


@pytest.mark.parametrize(
    "magic",
    [b"MZ\x90", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"PK\3\4", b"%PDF-1.7", b"<html>", b"II*\0"],
)
def test_row_24_a_second_life_as_another_file_is_told_and_ends(
    magic: bytes, tmp_path: Path
) -> None:
    (path,) = write_study(tmp_path / "in", instances=1).iterdir()
    content = path.read_bytes()
    path.write_bytes(magic.ljust(128, b"\x90") + content[128:] + magic * 20)
    _, result = scanned(tmp_path / "in")
    told = " ".join(each.reason for each in result.findings)
    assert "the preamble is not empty" in told
    assert "bytes after the data set" in told
    (written,) = (exported(tmp_path / "in", tmp_path / "out").out / "dicom").rglob("*.dcm")
    assert written.read_bytes()[:128] == bytes(128)
    assert magic * 2 not in written.read_bytes()


def test_row_26_attributes_twice_are_told_and_one_is_kept(tmp_path: Path) -> None:
    (path,) = write_study(tmp_path / "in", instances=1).iterdir()
    twice = element(0x8, 0x50, "SH", b"SECOND-ACC") + element(0x8, 0x50, "SH", b"THIRD-ACC ")
    content = _with(path.read_bytes(), element(0x10, 0x0E, "LO", b"") + twice)
    path.write_bytes(content.replace(b"Sankt Utopia Klinik ", b"of SECOND-ACC       "))
    found, result = scanned(tmp_path / "in")
    assert any("twice or out of order" in each for each in found.warnings)
    assert read_dataset(Source(path)).AccessionNumber == "ACC-99120"
    told = [each for each in result.findings if "stands twice" in each.reason]
    assert {each.reason.partition(" stands")[0] for each in told} == {"Accession Number"}
    (both,) = told
    assert (both.text and both.text.reveal(), both.distinct) == ("SECOND-ACC", 2)
    (written,) = (exported(tmp_path / "in", tmp_path / "out").out / "dicom").rglob("*.dcm")
    assert b"SECOND-ACC" not in written.read_bytes()
    assert b"THIRD-ACC" not in written.read_bytes()
    assert b"ACC-99120" not in written.read_bytes()


@pytest.mark.parametrize("charset", [b"ISO 2022 IR 999", b"ISO_IR 192", b"\\\\\\\\", b"GB18030"])
@pytest.mark.parametrize("tail", [b"\x1b$)C\x1b", b"\xed\xa0\x80", b"\xff\xfe\x80"])
def test_row_27_text_that_cannot_be_decoded_is_searched_all_the_same(
    charset: bytes, tail: bytes, tmp_path: Path
) -> None:
    (path,) = write_study(tmp_path / "in", instances=1).iterdir()
    name = b"Quastenflosser^Wilhelmina" + tail
    head = path.read_bytes().index(b"\x08\x00\x16\x00UI")
    content = path.read_bytes().replace(
        element(0x10, 0x10, "PN", b"Quastenflosser^Wilhelmina "),
        element(0x10, 0x10, "PN", name + b" " * (len(name) % 2)),
    )
    assert tail in content
    padded = charset + b" " * (len(charset) % 2)
    path.write_bytes(content[:head] + element(8, 5, "CS", padded) + content[head:])
    (patient,) = loaded(tmp_path).patients
    assert "Quastenflosser" in patient.name.reveal()
    try:
        out = exported(tmp_path / "in", tmp_path / "out").out
    except ScanveilError:
        assert not (tmp_path / "out").exists()
        return
    for each in out.rglob("*"):
        if each.is_file():
            assert b"QUASTENFLOSSER" not in each.read_bytes().upper()


def test_row_28_a_value_of_a_million_letters_is_cut(tmp_path: Path) -> None:
    (path,) = write_study(tmp_path / "in", instances=1).iterdir()
    ds = read_dataset(Source(path))
    ds.ImageComments = "Quastenflosser " * 70_000
    ds.add_new(0x00104000, "LT", "\u202egnihtemos\u200b" * 10)
    write_dataset(ds, path)
    _, result = scanned(tmp_path / "in")
    assert result.findings
    assert max(len(str(each.text.reveal())) for each in result.findings if each.text) <= 20_000


def test_row_29_no_label_of_the_window_takes_a_value_for_markup(qtbot: QtBot) -> None:
    desk = Desk(None, "research")
    qtbot.addWidget(desk.window)
    labels = desk.window.findChildren(QLabel)
    assert len(labels) > 30
    formats = {each.text(): each.textFormat() for each in labels}
    assert set(formats.values()) == {Qt.TextFormat.PlainText}
    desk.window.close()


def test_row_32_one_uid_with_two_images_becomes_two_files(tmp_path: Path) -> None:
    first, second = sorted(write_study(tmp_path / "in", instances=2).iterdir())
    ds = read_dataset(Source(second))
    ds.SOPInstanceUID = read_dataset(Source(first)).SOPInstanceUID
    write_dataset(ds, second)
    found, _ = scanned(tmp_path / "in")
    assert len(list(found.instances())) == 2
    assert any("SOP Instance UID" in each for each in found.warnings)
    out = exported(tmp_path / "in", tmp_path / "out").out
    pixels = {pydicom.dcmread(each).PixelData for each in (out / "dicom").rglob("*.dcm")}
    assert len(pixels) == 2


def test_row_34_names_of_files_never_reach_the_export(tmp_path: Path) -> None:
    write_study(tmp_path / "in", instances=3)
    names = ["CON.dcm", "A" * 200 + ".dcm", "a.dcm"]
    for path, name in zip(sorted((tmp_path / "in").iterdir()), names, strict=True):
        path.rename(path.with_name(name))
    write_study(tmp_path / "in" / "A.DCM", instances=1, uid="1.2.10")
    out = exported(tmp_path / "in", tmp_path / "out").out
    written = [each.relative_to(out).as_posix() for each in out.rglob("*")]
    assert sum(each.endswith(".dcm") for each in written) == 4
    assert len({each.casefold() for each in written}) == len(written)
    assert max(map(len, written)) < 60
    assert not any("CON" in each or "AAAA" in each for each in written)
