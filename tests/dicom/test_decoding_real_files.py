"""Every real file decodes, to the same values as other decoders find."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pydicom.pixels import pixel_array

from viewer.dicom import FrameReader, NotDicomError, pixel_spec, read_dataset
from viewer.model import Source

FOLDERS = ("transfer_syntax", "breadth", "burned_in", "xray", "sr_seg_pdf")


@pytest.fixture(scope="module")
def reader() -> Iterator[FrameReader]:
    with FrameReader() as opened:
        yield opened


def _images(shared_data: Path) -> list[Path]:
    files = [p for folder in FOLDERS for p in sorted((shared_data / folder).iterdir())]
    files += [next((shared_data / head).glob("*/*")) for head in ("head_ct", "head_mr")]
    found = []
    for path in files:
        try:
            ds = read_dataset(Source(path))
        except NotDicomError:
            continue
        if pixel_spec(ds) is not None and "PixelData" in ds:
            found.append(path)
    return found


def test_every_image_decodes_and_agrees_with_pydicom(
    shared_data: Path, reader: FrameReader
) -> None:
    paths, compared = _images(shared_data), 0
    assert len(paths) >= 55
    for path in paths:
        frames = list(reader.frames(Source(path)))
        assert frames[0].array.shape[:2] == (frames[0].spec.rows, frames[0].spec.columns)
        assert any(frame.array.min() < frame.array.max() for frame in frames), path.name
        decoded_colour = frames[0].photometric == "RGB" != frames[0].spec.photometric
        try:
            theirs = pixel_array(path, raw=not decoded_colour, index=0)
        except Exception:  # noqa: BLE001 - what pydicom cannot decode here is compared below
            continue
        compared += 1
        difference = np.abs(theirs.astype(np.int64) - frames[0].array.astype(np.int64)).max()
        assert difference <= (2 if decoded_colour else 0), path.name
    assert compared >= 35


@pytest.mark.skipif(shutil.which("dcmdjpeg") is None, reason="dcmtk is not installed")
@pytest.mark.parametrize("ending", ["4.50", "4.51", "4.53", "4.55", "4.57", "4.70", "4.80", "4.81"])
def test_jpeg_agrees_with_dcmtk(
    ending: str, shared_data: Path, reader: FrameReader, tmp_path: Path
) -> None:
    (path,) = (shared_data / "transfer_syntax").glob(f"cornerstone*.2.{ending}.dcm")
    tool = "dcmdjpls" if ending in ("4.80", "4.81") else "dcmdjpeg"
    subprocess.run([tool, path, tmp_path / "plain.dcm"], check=True, capture_output=True)
    ours, theirs = reader.frame(Source(path)), reader.frame(Source(tmp_path / "plain.dcm"))
    lossless = ending in ("4.57", "4.70", "4.80", "4.81")
    difference = np.abs(ours.array.astype(int) - theirs.array.astype(int)).max()
    assert difference <= (0 if lossless else 1)


def test_decoded_ct_is_the_same_picture_in_every_lossless_syntax(
    shared_data: Path, reader: FrameReader
) -> None:
    folder = shared_data / "transfer_syntax"
    plain = reader.frame(Source(folder / "cornerstoneWADOImageLoader__CTImage.dcm")).array
    lossless = ("1.2.2", ".1.99", "4.90", "4.80", "4.70", "4.57", "1.2.5")
    for ending in lossless:
        (path,) = folder.glob(f"cornerstone*_1.2.840*{ending}.dcm")
        assert np.array_equal(reader.frame(Source(path)).array, plain), ending


def test_dark_text_on_jpeg_colour_is_rgb(shared_data: Path, reader: FrameReader) -> None:
    path = shared_data / "breadth" / "pydicom__GDCMJ2K_TextGBR.dcm"
    frame = reader.frame(Source(path))
    pixels = frame.array.reshape(-1, 3).astype(int)
    red = (pixels[:, 0] > 200) & (pixels[:, 1] < 60) & (pixels[:, 2] < 60)
    assert frame.photometric == "RGB"
    rows = np.flatnonzero(red.reshape(frame.array.shape[:2]).any(axis=1))
    assert rows.size
    assert rows.max() < frame.spec.rows / 2
