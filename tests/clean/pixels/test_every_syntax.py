"""A blanked box as other programs see it: solid inside, the same bits outside, the same syntax."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate, encapsulate_extended

from tests.clean.pixels.build import image, saved
from tests.clean.pixels.every_syntax import check, shared_files
from viewer.dicom import FrameReader

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("dcmdjpeg", "gdcmconv", "dciodvfy", "ojph_expand"))),
    reason="the independent decoders are not installed",
)
_PREFIX = "1.2.840.10008.1.2.4."
_LARGEST = 400_000


@pytest.fixture(scope="module")
def reader() -> Iterator[FrameReader]:
    with FrameReader() as opened:
        yield opened


@pytest.mark.slow
def test_every_transfer_syntax(shared_data: Path, tmp_path: Path, reader: FrameReader) -> None:
    paths = [each for each in shared_files(shared_data) if each.stat().st_size < _LARGEST]
    rows = [check(path, tmp_path, reader) for path in paths]
    assert len(rows) >= 30
    assert [(row.name, row.wrong) for row in rows if row is not None and row.wrong] == []
    assert sum(row is not None and row.changed > 0 for row in rows) >= 28


def _colour(rows: int = 45, columns: int = 66) -> np.ndarray[Any, Any]:
    return np.random.default_rng(5).integers(0, 256, (rows, columns, 3)).astype("u1")


def _grey(dtype: str, low: int, high: int) -> np.ndarray[Any, Any]:
    return np.random.default_rng(6).integers(low, high, (45, 66)).astype(dtype)


def _smooth(colour: bool) -> np.ndarray[Any, Any]:
    y, x = np.mgrid[:45, :66]
    grey = (120 + 60 * np.sin(x / 9) + 40 * np.cos(y / 7)).astype("u1")
    return np.dstack([grey, grey // 2, 255 - grey]) if colour else grey


def _jpeg(photometric: str, **more: Any) -> FileDataset:
    picture = _smooth(photometric != "MONOCHROME1")
    ds = image(picture, photometric=photometric)
    return _encapsulated(ds, [imagecodecs.jpeg8_encode(picture, level=85, **more)], "50")


def _encapsulated(ds: FileDataset, frames: list[bytes], ending: str) -> FileDataset:
    ds.PixelData = encapsulate(frames)
    return _marked(ds, ending)


def _marked(ds: FileDataset, ending: str) -> FileDataset:
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True
    ds.file_meta.TransferSyntaxUID = _PREFIX + ending
    return ds


def _planar() -> FileDataset:
    pixels = _colour()
    ds = image(pixels, photometric="RGB", PlanarConfiguration=1)
    ds.PixelData = pixels.transpose(2, 0, 1).tobytes()
    return ds


def _halved(photometric: str) -> FileDataset:
    """4:2:2 chroma as it lies uncompressed."""
    full = _colour()
    pairs = np.concatenate([full[:, ::2, :1], full[:, 1::2, :1], full[:, ::2, 1:]], axis=2)
    ds = image(full, photometric=photometric)
    ds.PixelData = pairs.tobytes()
    return ds


def _extended_offsets() -> FileDataset:
    frames = np.random.default_rng(7).integers(0, 200, (4, 45, 66)).astype("u1")
    ds = image(frames)
    coded = [imagecodecs.jpegls_encode(each) for each in frames]
    ds.PixelData, ds.ExtendedOffsetTable, ds.ExtendedOffsetTableLengths = encapsulate_extended(
        coded
    )
    return _marked(ds, "80")


def _fragments(*, table: bool) -> FileDataset:
    """Three fragments for each frame."""
    frames = np.random.default_rng(8).integers(0, 200, (3, 45, 66)).astype("u1")
    ds = image(frames)
    coded = [imagecodecs.jpeg8_encode(each, lossless=True, predictor=1) for each in frames]
    ds.PixelData = encapsulate(coded, fragments_per_frame=3, has_bot=table)
    return _marked(ds, "70")


MADE = {
    "monochrome1": lambda: image(_grey("u1", 10, 250), photometric="MONOCHROME1"),
    "signed": lambda: image(_grey("i2", -900, 2000)),
    "12 of 16 bits": lambda: image(_grey("u2", 0, 4096), BitsStored=12, HighBit=11),
    "12 of 16 bits on top": lambda: image(_grey("u2", 0, 4096) << 4, BitsStored=12, HighBit=15),
    "32 bits": lambda: image(_grey("u4", 0, 1 << 31)),
    "planar": _planar,
    "odd": lambda: image(_grey("u1", 0, 255)[:, :65].copy()),
    "422": lambda: _halved("YBR_FULL_422"),
    "partial 422": lambda: _halved("YBR_PARTIAL_422"),
    "ybr": lambda: image(_colour(), photometric="YBR_FULL"),
    "jpeg monochrome1": lambda: _jpeg("MONOCHROME1"),
    "jpeg 444": lambda: _jpeg("YBR_FULL", subsampling="444"),
    "jpeg 422": lambda: _jpeg("YBR_FULL_422", subsampling="422"),
    "jpeg 420": lambda: _jpeg("YBR_FULL_422", subsampling="420"),
    "jpeg rgb": lambda: _jpeg("RGB", outcolorspace="RGB"),
    "extended offsets": _extended_offsets,
    "fragments with table": lambda: _fragments(table=True),
    "fragments without": lambda: _fragments(table=False),
}


@pytest.mark.parametrize("kind", MADE)
def test_every_layout(kind: str, tmp_path: Path, reader: FrameReader) -> None:
    source = saved(MADE[kind](), tmp_path, f"{kind}.dcm")
    row = check(source.path, tmp_path, reader)
    assert row is not None
    assert row.wrong == ()
    assert row.changed > 0
