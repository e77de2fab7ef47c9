"""Words where dates, times, numbers or UIDs belong do not leave, and true values stay."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from pydicom import Dataset, dcmread
from pydicom._dicom_dict import DicomDictionary
from pydicom.uid import RLELossless

from tests.clean.header.builders import ct, save
from tests.clean.header.torture_run import clean_all
from viewer.dicom.swallowed import holds_elements
from viewer.dicom.value_forms import MISPLACED, fits
from viewer.dicom.vr import LONG_VRS
from viewer.model import Action, Decision

_FORMED = ("AS", "CS", "DA", "DS", "DT", "IS", "TM", "UI", "UR")
_BINARY = ("AT", "FD", "FL", "OB", "OD", "OF", "OL", "OV", "OW", "SL", "SS", "UL", "US", "UV")
_STRUCTURE = {0x0000, 0x0002, 0x0004, 0x0028, 0x5400, 0x7FE0}
_WORDS = (b"zq%05d", b"1.5 zq%05d", b"20190213zq%05d", b"1\\zq%05d")
_NAME = b"Quastenflosser"  # the patient of these instances


def _public(vrs: tuple[str, ...]) -> list[tuple[int, bytes]]:
    """Every public attribute of these VRs that says nothing about pixels."""
    rows = ((tag, row[0].split(" or ")[0]) for tag, row in DicomDictionary.items())
    return [
        (tag, vr.encode())
        for tag, vr in rows
        if vr in vrs and tag >> 16 not in _STRUCTURE and tag & 0xFFFF and tag not in _needed()
    ]


def _needed() -> set[int]:
    return {int(tag) for tag in ct().keys()}  # noqa: SIM118 - tags, not elements


def _file(folder: Path, plants: list[tuple[int, bytes, bytes]]) -> Path:
    """An instance with values of any bytes in attributes of any kind."""
    path = save(ct(), folder)
    content = path.read_bytes()
    meta_end = content.index(b"\x08\x00\x05\x00CS")
    parts = {tag: _element(tag, vr, value) for tag, vr, value in plants}
    for element in dcmread(path):
        alone = Dataset()
        alone[element.tag] = element
        parts[int(element.tag)] = _encoded(alone)
    path.write_bytes(content[:meta_end] + b"".join(parts[tag] for tag in sorted(parts)))
    return path


def _element(tag: int, vr: bytes, value: bytes) -> bytes:
    value += b" " * (len(value) & 1)
    head = struct.pack("<HH2s", tag >> 16, tag & 0xFFFF, vr)
    size = struct.pack("<2xL" if vr in LONG_VRS else "<H", len(value))
    return head + size + value


def _encoded(ds: Dataset, implicit: bool = False) -> bytes:
    from pydicom.filebase import DicomBytesIO
    from pydicom.filewriter import write_dataset

    stream = DicomBytesIO()
    stream.is_little_endian, stream.is_implicit_VR = True, implicit
    write_dataset(stream, ds)
    return stream.getvalue()


@pytest.mark.parametrize("profile", ["research", "keep-dates"])
@pytest.mark.parametrize("turn", [0, 2])
def test_no_word_leaves_in_any_attribute_for_dates_numbers_or_codes(
    tmp_path: Path, profile: str, turn: int
) -> None:
    tags = _public(_FORMED)
    assert len(tags) > 1500
    words = [_WORDS[(n + turn) % len(_WORDS)] % n for n, _ in enumerate(tags)]
    _file(tmp_path / "in", [(*each, word) for each, word in zip(tags, words, strict=True)])
    [path] = clean_all([tmp_path / "in"], tmp_path / "out", profile).files.values()
    written = path.read_bytes()
    assert [f"{tag:08X}" for n, (tag, _) in enumerate(tags) if b"zq%05d" % n in written] == []


def test_a_known_name_leaves_in_no_binary_attribute(tmp_path: Path) -> None:
    tags = _public(_BINARY)
    assert len(tags) > 900
    plain, wide = _NAME.ljust(24), _NAME.decode().encode("utf-16-le").ljust(32)
    plants = [(tag, vr, wide if n % 5 == 0 else plain) for n, (tag, vr) in enumerate(tags)]
    _file(tmp_path / "in", plants)
    run = clean_all([tmp_path / "in"], tmp_path / "out")
    [path] = run.files.values()
    assert plain.strip() not in path.read_bytes()
    assert wide.strip() not in path.read_bytes()
    found = {each.location.attribute.tag for each in run.result.findings if each.location.attribute}
    assert {tag for tag, _ in tags if tag >> 24 not in (0x50, 0x60)} <= found


def test_pixels_stay_when_a_name_stands_in_their_bytes(tmp_path: Path) -> None:
    ds = ct()
    ds.PixelData = _NAME + bytes(ds.PixelData)[len(_NAME) :]
    save(ds, tmp_path / "in")
    [path] = clean_all([tmp_path / "in"], tmp_path / "out").files.values()
    assert dcmread(path).PixelData == ds.PixelData


def test_numbers_stay_when_the_bytes_look_like_letters_of_nobody(tmp_path: Path) -> None:
    table = struct.pack("<64H", *range(0x4141, 0x4181))
    _file(tmp_path / "in", [(0x00283006, b"US", table), (0x00181271, b"FD", b"Ostrakod")])
    [path] = clean_all([tmp_path / "in"], tmp_path / "out").files.values()
    after = dcmread(path)
    assert after.LUTData == list(range(0x4141, 0x4181))
    assert after.WaterEquivalentDiameter == struct.unpack("<d", b"Ostrakod")[0]


def test_such_a_value_is_a_finding_that_a_person_may_keep(tmp_path: Path) -> None:
    source = _file(tmp_path / "in", [(0x00180050, b"DS", b"thick"), (0x00180088, b"DS", b"2.5 ")])
    run = clean_all([source], tmp_path / "out")
    by_keyword = {each.keyword: each for each in run.result.findings}
    assert "SpacingBetweenSlices" not in by_keyword
    finding = by_keyword["SliceThickness"]
    assert (finding.proposed, finding.text.reveal()) == (Action.CLEAN, "thick")
    assert dcmread(*run.files.values()).SliceThickness in (None, "")
    kept = {finding.id: Decision(finding.id, Action.KEEP, "R1", "", True, "why")}
    again = clean_all([source], tmp_path / "again", decisions=kept)
    assert b"thick" in Path(*again.files.values()).read_bytes()


@pytest.mark.parametrize("seed", range(3))
def test_numbers_and_noise_hold_no_elements(seed: int) -> None:
    chance = np.random.default_rng(seed)
    for values in (
        chance.integers(0, 256, 300_000, np.uint8),
        chance.integers(0, 40, 150_000).astype("<u2"),
        np.arange(0, 65_536, dtype="<u2"),
        chance.normal(0, 300, 40_000),
        chance.normal(40, 300, 60_000).astype("<f4"),
    ):
        assert not holds_elements(values.tobytes())


def test_a_uid_with_words_becomes_a_uid(tmp_path: Path) -> None:
    source = _file(tmp_path / "in", [(0x00200052, b"UI", b"1.2.Quasten")])
    [path] = clean_all([source], tmp_path / "out").files.values()
    assert dcmread(path).FrameOfReferenceUID.startswith("2.25.")


@pytest.mark.parametrize(
    ("vr", "text"),
    [
        *[("DS", each) for each in ("1.5", "-1e-05", "0.12345678901234567", "1,5", "NaN", "1\\2")],
        *[("TM", each) for each in ("101112.123456", "10:11:12", "1011-1213")],
        *[("DA", each) for each in ("20190213", "2019.02.13", "2019-02-13", "")],
        *[("DT", each) for each in ("20190213101112.5+0100", "2019")],
        *[("IS", each) for each in ("12 ", "+7", "1.0")],
        ("LO", "anything"),
    ],
)
def test_what_devices_write_fits(vr: str, text: str) -> None:
    assert fits(vr, text)


@pytest.mark.parametrize("implicit", [True, False])
@pytest.mark.parametrize("vr", [b"US", b"OB", b"FD", b"UN"])
def test_a_value_that_swallowed_a_header_does_not_leave(
    tmp_path: Path, vr: bytes, implicit: bool
) -> None:
    inner = Dataset()
    inner.PatientName, inner.PatientID = "Zander^Rosa", "QX-55"
    inner.PatientBirthDate, inner.PatientSex = "19500101", "F"
    source = _file(tmp_path / "in", [(0x00181271, vr, b"\1\2" + _encoded(inner, implicit))])
    run = clean_all([source], tmp_path / "out")
    assert b"Zander" in source.read_bytes()
    assert b"Zander" not in Path(*run.files.values()).read_bytes()
    [found] = [each for each in run.result.findings if each.keyword == "WaterEquivalentDiameter"]
    assert found.text.reveal() == MISPLACED


@pytest.mark.parametrize("vr", [b"SS", b"FD", b"OB", b"AT"])
def test_a_description_that_claims_to_be_numbers_does_not_leave(tmp_path: Path, vr: bytes) -> None:
    source = _file(tmp_path / "in", [(0x00081030, vr, b"Kopf Zanderkrebs"), (0x0008103E, vr, b"")])
    run = clean_all([source], tmp_path / "out")
    assert b"Zander" not in Path(*run.files.values()).read_bytes()
    assert [each.keyword for each in run.result.findings].count("StudyDescription") == 1


@pytest.mark.parametrize("fits_the_frame", [True, False])
def test_a_table_of_offsets_stays_only_when_it_could_be_one(
    tmp_path: Path, fits_the_frame: bool
) -> None:
    ds = ct()
    ds.compress(RLELossless, generate_instance_uid=False)
    size = len(ds.PixelData) - 16
    ds.ExtendedOffsetTable = struct.pack("<Q", 0) if fits_the_frame else b"Zanderxy"
    ds.ExtendedOffsetTableLengths = struct.pack("<Q", size) if fits_the_frame else b"Ottilie "
    [path] = clean_all([save(ds, tmp_path / "in")], tmp_path / "out").files.values()
    assert ("ExtendedOffsetTable" in dcmread(path)) is fits_the_frame
    assert ("ExtendedOffsetTableLengths" in dcmread(path)) is fits_the_frame


@pytest.mark.parametrize("name", ["Zqx", "Quastenflosser"])
def test_a_known_name_leaves_in_no_unknown_bytes_however_short(tmp_path: Path, name: str) -> None:
    private = [(0x00990010, b"LO", b"NQHeader"), (0x00991001, b"UN", b"\x00Zqx\x00\x01")]
    source = _file(tmp_path / "in", private)
    ds = dcmread(source)
    ds.PatientName = f"{name}^Ottilie"
    ds.save_as(source)
    [path] = clean_all([source], tmp_path / "out").files.values()
    assert (b"Zqx" in path.read_bytes()) is (name != "Zqx")


def test_unknown_bytes_stay_when_they_are_empty_or_long_and_name_nobody(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, 60_000, np.uint8).tobytes()
    private = [(0x00990010, b"LO", b"NQHeader"), (0x00991001, b"UN", b"")]
    source = _file(tmp_path / "in", [*private, (0x00991002, b"UN", noise)])
    ds = dcmread(source)
    ds.PatientName = "Ng^Zoe"
    ds.save_as(source)
    [path] = clean_all([source], tmp_path / "out").files.values()
    cleaned = dcmread(path)
    assert 0x00991001 in cleaned
    assert cleaned[0x00991002].value == noise
