"""Signed files that do not tell their VRs, or have their bytes the other way round."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.data import get_testdata_file
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset, FileDataset
from pydicom.tag import BaseTag

from tests.dicom_signature.builders import accepts, checked, signed_by_dcmsign
from tests.dicom_signature.conftest import Signer
from tests.dicom_signature.vr_table import TABLE, table
from viewer.dicom.dataset import parse_safely
from viewer.dicom_signature import Outcome
from viewer.paths import resource

_MAKER = "SIEMENS CT VA0  GEN"
_DICTIONARY = Path("/usr/share/libdcmtk17/private.dic")


def private(ds: Dataset) -> None:
    """VRs on which dictionaries differ, in the data set and in an item."""
    block = ds.private_block(0x19, _MAKER, create=True)
    block.add_new(0x20, "IS", "5")
    block.add_new(0x44, "UL", 5)
    ds.ReferencedImageSequence = [Dataset()]
    item = ds.ReferencedImageSequence[0]
    item.private_block(0x19, _MAKER, create=True).add_new(0x21, "IS", "5")


def signed_pixels(ds: Dataset) -> None:
    """US or SS, by the pixels of the data set or of nobody."""
    ds.PixelRepresentation = 1
    ds.add_new("SmallestImagePixelValue", "SS", -5)
    ds.add_new("RedPaletteColorLookupTableDescriptor", "SS", [256, -5, 16])
    ds.ModalityLUTSequence = [Dataset()]
    ds.ModalityLUTSequence[0].add_new("LUTDescriptor", "SS", [2, -5, 16])
    ds.ModalityLUTSequence[0].add_new("LUTData", "US", 7)


def words_or_bytes(ds: Dataset) -> None:
    """OB or OW: an overlay, a curve, an icon of eight bits."""
    ds.add_new(0x60003000, "OW", b"\1\0\2\0")
    ds.add_new(0x50003000, "OW", b"\1\0\2\0")
    ds.IconImageSequence = [Dataset()]
    icon = ds.IconImageSequence[0]
    icon.BitsAllocated = 8
    icon.add_new("PixelData", "OB", b"\1\2")


def idle_padding(ds: Dataset) -> None:
    """Spaces nobody needs, before and after."""
    for tag, vr, value in ((0x100010, "PN", b"A^B       "), (0x101030, "DS", b"  70")):
        raw = RawDataElement(BaseTag(tag), vr, len(value), value, 0, True, True, True)
        ds._dict[BaseTag(tag)] = raw


EDITS = (private, signed_pixels, words_or_bytes, idle_padding)


def implicit(path: Path, edit: Callable[[Dataset], None]) -> Path:
    ds = dcmread(str(get_testdata_file("MR_small_implicit.dcm")))
    edit(ds)
    ds.save_as(path)
    return path


@pytest.mark.parametrize("edit", EDITS)
def test_what_an_implicit_file_does_not_tell_is_found_out(
    edit: Callable[[Dataset], None], signer: Signer, tmp_path: Path
) -> None:
    source = implicit(tmp_path / "source.dcm", edit)
    path = signed_by_dcmsign(source, tmp_path / "s.dcm", signer.key_file, signer.pem, "+m2")
    assert accepts(path, signer.pem)
    (found,) = checked(path)
    assert found.outcome is Outcome.COMPLETE
    content = bytearray(path.read_bytes())
    content[parse_safely(bytes(content)).layout.elements[0x00100020].start] ^= 1
    path.write_bytes(content)
    assert not checked(path)[0].holds


def test_an_implicit_file_that_matches_no_reading_is_not_called_changed(
    signer: Signer, tmp_path: Path
) -> None:
    source = implicit(tmp_path / "source.dcm", private)
    path = signed_by_dcmsign(source, tmp_path / "s.dcm", signer.key_file, signer.pem, "+m2")
    path.write_bytes(path.read_bytes().replace(_MAKER.encode(), b"ANOTHER CREATOR 1.0"))
    (found,) = checked(path)
    assert found.outcome is Outcome.UNCHECKED
    assert "implicit VR" in found.reason


def big_endian(path: Path) -> Path:
    """Numbers of every width, texts with a space in front, items of both kinds of length."""
    ds: FileDataset = dcmread(str(get_testdata_file("MR_small_bigendian.dcm")))
    idle_padding(ds)
    ds.add_new("FrameIncrementPointer", "AT", 0x00181063)
    ds.add_new("SelectorFDValue", "FD", [1.5, -2.5])
    ds.add_new("SelectorFLValue", "FL", 0.25)
    ds.add_new("SelectorSLValue", "SL", -70000)
    ds.ReferencedImageSequence = [Dataset(), Dataset()]
    for number, item in enumerate(ds.ReferencedImageSequence):
        item.ReferencedFrameNumber = "1"
        item.add_new("SelectorULValue", "UL", 70000 + number)
        item.is_undefined_length_sequence_item = bool(number)
    ds.save_as(path)
    return path


def test_a_big_endian_file_is_swapped_and_not_written_anew(signer: Signer, tmp_path: Path) -> None:
    source = big_endian(tmp_path / "source.dcm")
    path = signed_by_dcmsign(source, tmp_path / "s.dcm", signer.key_file, signer.pem, "+m2")
    parsed = parse_safely(path.read_bytes())
    assert not parsed.encoding.little
    assert checked(path)[0].outcome is Outcome.COMPLETE
    for tag in (0x00081140, 0x00101030, 0x00280009, 0x7FE00010):
        content = bytearray(path.read_bytes())
        content[parsed.layout.elements[tag].end - 1] ^= 1
        (tmp_path / "c.dcm").write_bytes(content)
        assert checked(tmp_path / "c.dcm")[0].outcome is Outcome.CHANGED


@pytest.mark.skipif(not _DICTIONARY.exists(), reason="the dictionary of dcmtk is not here")
def test_the_table_of_private_vrs_is_what_dcmtk_knows() -> None:
    assert resource(TABLE).read_text("utf-8").splitlines() == list(table(_DICTIONARY))
