"""Rows 35 to 37: pictures beside the picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
from pydicom.dataset import Dataset

from tests.dicom.made import file_bytes
from tests.export.builders import SIDE, exported, write_study
from viewer.dicom import read_dataset
from viewer.model import Source


def test_rows_35_36_37_planes_and_icons_are_not_in_the_export(tmp_path: Path) -> None:
    (path,) = write_study(tmp_path / "in", instances=1).iterdir()
    ds = read_dataset(Source(path))
    icon = Dataset()
    icon.Rows = icon.Columns = 8
    icon.SamplesPerPixel, icon.PhotometricInterpretation, icon.BitsAllocated = 1, "MONOCHROME2", 8
    icon.PixelData = b"Quastenflosser^Wilhelmina".ljust(64, b"!")
    ds.IconImageSequence = [icon]
    ds.add_new(0x60000010, "US", 8)
    ds.add_new(0x60003000, "OW", b"Quastenflosser^Wilhelmina!")
    ds.add_new(0x60004000, "LT", "Quastenflosser")
    ds.add_new(0x50003000, "OW", b"Quastenflosser")
    ds.BitsStored, ds.HighBit = 12, 11
    cells = np.frombuffer(ds.PixelData, "<u2") & 0x0FFF
    ds.PixelData = (cells | 0x4000).astype("<u2").tobytes()
    path.write_bytes(file_bytes(ds))
    (written,) = (exported(tmp_path / "in", tmp_path / "out").out / "dicom").rglob("*.dcm")
    cleaned = pydicom.dcmread(written)
    assert "IconImageSequence" not in cleaned
    assert not [tag for tag in cleaned if tag.tag.group in (0x5000, 0x6000)]
    assert np.array_equal(np.frombuffer(cleaned.PixelData, "<u2"), cells)
    assert cells.size == SIDE * SIDE
    assert b"Quastenflosser" not in written.read_bytes()
