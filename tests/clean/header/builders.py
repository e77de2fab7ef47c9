"""Small synthetic instances."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian


def ct(number: int = 1, **values: Any) -> Dataset:
    """A valid enough CT slice of 8 by 8 pixels of a patient made up for tests."""
    ds = Dataset()
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.SOPClassUID = CTImageStorage
    ds.SOPInstanceUID = f"2.25.40{number}"
    ds.StudyInstanceUID, ds.SeriesInstanceUID = "2.25.41", "2.25.42"
    ds.Modality = "CT"
    ds.PatientName, ds.PatientID = "Quastenflosser^Ottilie", "QF-99812"
    ds.PatientBirthDate, ds.PatientSex, ds.StudyDate = "19310704", "F", "20190213"
    ds.StudyTime = "101112"
    ds.InstanceNumber = number
    _pixels(ds)
    for keyword, value in values.items():
        setattr(ds, keyword, value)
    return ds


def save(ds: Dataset, folder: Path, name: str = "one.dcm") -> Path:
    """Write an instance as a DICOM file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    ds.file_meta.MediaStorageSOPClassUID = ds.SOPClassUID
    ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
    ds.save_as(path, enforce_file_format=True)
    return path


def _pixels(ds: Dataset) -> None:
    ds.Rows = ds.Columns = 8
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 16, 15, 0
    ds.PixelData = np.arange(64, dtype="<u2").tobytes()
    ds["PixelData"].VR = "OW"
