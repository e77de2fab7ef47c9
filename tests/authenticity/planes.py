"""Synthetic planes and series that look enough like scans for the checks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
from pydicom.data import get_testdata_file
from scipy.ndimage import gaussian_filter

from viewer.authenticity.subject import Plane

SIDE = 256


def scan_plane(seed: int = 0, side: int = SIDE, noise: float = 12.0) -> Plane:
    """A round body of soft structures on air with noise, 12 bits (rows, cols)."""
    random = np.random.default_rng(seed)
    rows, columns = np.indices((side, side)) - side / 2
    body = (rows**2 + columns**2) < (0.42 * side) ** 2
    shapes = gaussian_filter(random.standard_normal((side, side)), side / 40)
    tissue = 1000 + 120 * shapes / shapes.std()
    grain = gaussian_filter(random.standard_normal((side, side)), 0.6)
    clean = gaussian_filter(np.where(body, tissue, 60.0), 0.8)
    return np.rint(np.clip(clean + noise * grain / grain.std(), 0, 4095)).astype(np.int64)


def write_series(folder: Path, planes: list[Plane], *, uid: str = "2.25.77", **header: str) -> Path:
    """Files of one evenly spaced CT series made of planes, all values synthetic."""
    folder.mkdir(parents=True, exist_ok=True)
    ds = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 12, 11, 0
    ds.RescaleIntercept, ds.PixelSpacing = -1024, [0.7, 0.7]
    ds.SeriesInstanceUID, ds.StudyInstanceUID = uid, header.pop("study", "2.25.76")
    ds.PatientName, ds.PatientID = "Made^Up", "0"
    for keyword in ("PixelPaddingValue", "ReconstructionDiameter", "SliceLocation"):
        if keyword in ds:
            del ds[keyword]
    for keyword, value in header.items():
        setattr(ds, keyword, value)
    for number, plane in enumerate(planes, 1):
        ds.Rows, ds.Columns = plane.shape
        ds.SOPInstanceUID = ds.file_meta.MediaStorageSOPInstanceUID = f"{uid}.{number}"
        ds.InstanceNumber, ds.ImagePositionPatient = number, [0, 0, 2.0 * number]
        ds.PixelData = plane.astype(np.uint16).tobytes()
        ds.save_as(folder / f"{number:03d}.dcm")
    return folder
