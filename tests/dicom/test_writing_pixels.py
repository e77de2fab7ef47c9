"""Edited frames go back without loss, in their own syntax where it can be written."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from tests.dicom.made import image, ramp
from viewer.dicom import FrameReader, read_dataset, write_dataset, write_pixels
from viewer.errors import UnreadableError
from viewer.model import Source

LOSSLESS = {"1.2.840.10008.1.2.5", *(f"1.2.840.10008.1.2.4.{n}" for n in (57, 70, 80, 90, 201))}
EXPLICIT = "1.2.840.10008.1.2.1"
FAMILY = {"50": "70", "51": "70", "53": "70", "55": "70", "81": "80", "91": "90"}
NAMES = (
    "transfer_syntax/cornerstone*",
    "transfer_syntax/pydicom-data__[!J]*",
    "breadth/pydicom__SC_*",
    "breadth/pydicom__J2K_*",
    "breadth/*Palette*",
    "breadth/pydicom__liver*",
    "breadth/pydicom__rtdose*",
    "burned_in/dcm4che*",
    "burned_in/dcm_qa_ct__I40",
    "sr_seg_pdf/highdicom__seg*",
)


@pytest.fixture(scope="module")
def reader() -> Iterator[FrameReader]:
    with FrameReader() as opened:
        yield opened


@pytest.mark.parametrize("pattern", NAMES)
def test_a_filled_box_survives_and_nothing_else_changes(
    pattern: str, shared_data: Path, reader: FrameReader, tmp_path: Path
) -> None:
    paths = sorted(shared_data.glob(pattern))
    assert paths
    for path in paths:
        frames = list(reader.frames(Source(path)))
        edited = [frame.array.copy() for frame in frames]
        for array in edited:
            array[1:9, 2:7] = 0
        ds = read_dataset(Source(path))
        write_pixels(ds, edited, frames[0].photometric)
        write_dataset(ds, tmp_path / "out.dcm")
        back = list(reader.frames(Source(tmp_path / "out.dcm")))
        assert len(back) == len(edited)
        for mine, its in zip(edited, back, strict=True):
            assert np.array_equal(mine, its.array), path.name
        assert back[0].photometric == frames[0].photometric, path.name
        before, after = frames[0].spec.transfer_syntax, back[0].spec.transfer_syntax
        assert after == lossless(before), path.name


def lossless(syntax: str) -> str:
    """What decoded frames of a syntax are written in."""
    if syntax in LOSSLESS:
        return syntax
    family, _, ending = syntax.rpartition(".")
    return f"{family}.{FAMILY[ending]}" if ending in FAMILY and ".2.4." in syntax else EXPLICIT


@pytest.mark.skipif(shutil.which("dcmdjpeg") is None, reason="dcmtk is not installed")
@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "uint8 colour"])
@pytest.mark.parametrize("ending", ["4.57", "4.70", "4.80"])
def test_dcmtk_decodes_what_was_encoded(
    ending: str, dtype: str, reader: FrameReader, tmp_path: Path
) -> None:
    kind, _, colour = dtype.partition(" ")
    array = np.random.default_rng(3).integers(0, 200, (40, 50, 3) if colour else (40, 50))
    array = array.astype(kind)
    stored = {"BitsStored": 12, "HighBit": 11} if kind == "uint16" else {}
    ds = image(array, f"1.2.840.10008.1.2.{ending}", **stored)
    assert write_pixels(ds, [array], ds.PhotometricInterpretation) == []
    assert ds.file_meta.TransferSyntaxUID == f"1.2.840.10008.1.2.{ending}"
    write_dataset(ds, tmp_path / "coded.dcm")
    tool = "dcmdjpls" if ending == "4.80" else "dcmdjpeg"
    command = [tool, tmp_path / "coded.dcm", tmp_path / "plain.dcm"]
    subprocess.run(command, check=True, capture_output=True)
    assert np.array_equal(reader.frame(Source(tmp_path / "plain.dcm")).array, array)


def test_lossy_sources_stay_marked_as_lossy(shared_data: Path, reader: FrameReader) -> None:
    (path,) = (shared_data / "transfer_syntax").glob("cornerstone*4.50.dcm")
    frame, ds = reader.frame(Source(path)), read_dataset(Source(path))
    notes = write_pixels(ds, [frame.array], frame.photometric)
    assert ds.LossyImageCompression == "01"
    assert ds.file_meta.TransferSyntaxUID == "1.2.840.10008.1.2.4.70"
    assert len(notes) == 1
    assert "JPEG Baseline" in notes[0]


def test_dependent_attributes_follow_the_pixels() -> None:
    array = ramp()
    ds = image(array, SmallestImagePixelValue=1, LargestImagePixelValue=2)
    ds["SmallestImagePixelValue"].VR = ds["LargestImagePixelValue"].VR = "US"
    write_pixels(ds, [array], "MONOCHROME2")
    assert (ds.SmallestImagePixelValue, ds.LargestImagePixelValue) == (0, int(array.max()))
    assert ds["PixelData"].VR == "OW"


def test_the_icon_of_the_old_pixels_goes() -> None:
    ds = image(ramp(), IconImageSequence=Sequence([Dataset()]))
    notes = write_pixels(ds, [ramp()], "MONOCHROME2")
    assert "IconImageSequence" not in ds
    assert notes == ["The icon image showed the pixels as they were and was removed."]


def test_planar_pixels_stay_planar(shared_data: Path, reader: FrameReader) -> None:
    path = shared_data / "burned_in" / "dcm_qa_ct__I40"
    frame, ds = reader.frame(Source(path)), read_dataset(Source(path))
    before = ds.PixelData
    write_pixels(ds, [frame.array], frame.photometric)
    assert ds.PlanarConfiguration == 1
    assert ds.PixelData == before


def test_values_a_codec_cannot_hold_fall_back() -> None:
    array = ramp(dtype="uint32") * 100_000
    ds = image(array, "1.2.840.10008.1.2.4.80")
    notes = write_pixels(ds, [array], "MONOCHROME2")
    assert ds.file_meta.TransferSyntaxUID == EXPLICIT
    assert np.array_equal(np.frombuffer(ds.PixelData, "<u4"), array.ravel())
    assert len(notes) == 1


def test_another_number_of_frames_is_refused() -> None:
    with pytest.raises(UnreadableError):
        write_pixels(image(ramp()), [ramp(), ramp()], "MONOCHROME2")
