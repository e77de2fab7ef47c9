"""A synthetic head as CT slices on disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian

from tests.surface.heads import head
from viewer.load import load
from viewer.model import Series


def head_series(folder: Path, slices: slice = slice(None)) -> Series:
    """The series of the test head, 12 bits stored, intercept -1024."""
    phantom = head()
    chosen = range(*slices.indices(len(phantom.array)))
    write_slices(folder, phantom.array, phantom.affine, chosen)
    (series,) = load([folder]).series()
    return series


def write_slices(
    folder: Path, array: np.ndarray, affine: np.ndarray, chosen: Iterable[int]
) -> None:
    """Some slices of a CT volume [slice, row, column] in HU as files."""
    for index in chosen:
        place = folder / f"{index:03d}.dcm"
        _slice(array[index], affine, index).save_as(place, enforce_file_format=True)


def _slice(values: np.ndarray, affine: np.ndarray, index: int) -> FileDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = CTImageStorage
    meta.MediaStorageSOPInstanceUID = f"2.25.7.{index + 1}"
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    ds.SOPClassUID, ds.SOPInstanceUID = CTImageStorage, meta.MediaStorageSOPInstanceUID
    ds.StudyInstanceUID, ds.SeriesInstanceUID, ds.FrameOfReferenceUID = "2.25.8", "2.25.9", "2.25.6"
    ds.PatientID, ds.PatientName, ds.Modality = "PHANTOM", "Quastenflosser^Wilhelmina", "CT"
    ds.InstanceNumber = index + 1
    ds.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    ds.ImagePositionPatient = [float(v) for v in affine[:3, 3] + affine[:3, 2] * index]
    column, row, slab = (float(each) for each in np.linalg.norm(affine[:3, :3], axis=0))
    ds.PixelSpacing, ds.SliceThickness = [row, column], slab
    ds.Rows, ds.Columns = values.shape
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 12, 11, 0
    ds.RescaleSlope, ds.RescaleIntercept = 1, -1024
    ds.PixelData = (np.clip(values, -1024, 3071) + 1024).astype("<u2").tobytes()
    return ds
