"""DICOM files made in code, down to the byte where that matters."""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian

from viewer.dicom import encode_dataset

META = bytes(128) + b"DICM"


def element(group: int, number: int, vr: str, value: bytes, order: str = "<") -> bytes:
    """One explicit VR element."""
    tag = struct.pack(order + "HH", group, number)
    if vr in ("OB", "OW", "SQ", "UN", "UT"):
        return tag + vr.encode() + struct.pack(order + "HL", 0, len(value)) + value
    return tag + vr.encode() + struct.pack(order + "H", len(value)) + value


def implicit(group: int, number: int, value: bytes) -> bytes:
    """One implicit VR little endian element."""
    return struct.pack("<HHL", group, number, len(value)) + value


def meta(syntax: str) -> bytes:
    """Preamble, prefix and the transfer syntax."""
    uid = syntax.encode() + b"\0" * (len(syntax) % 2)
    return META + element(2, 0x10, "UI", uid)


def image(
    array: np.ndarray[Any, Any], syntax: str = ExplicitVRLittleEndian, **attributes: Any
) -> FileDataset:
    """A minimal image of one frame, (rows, columns[, 3]), uncompressed."""
    ds = FileDataset("", Dataset(), None, FileMetaDataset(), False, True)
    ds.file_meta.TransferSyntaxUID = UID(syntax)
    ds.SOPClassUID, ds.SOPInstanceUID = "1.2.840.10008.5.1.4.1.1.7", "1.2.3.4"
    ds.StudyInstanceUID, ds.SeriesInstanceUID = "1.2.3", "1.2.3.1"
    ds.PatientID, ds.PatientName, ds.Modality = "P1", "Test^Case", "OT"
    ds.Rows, ds.Columns = array.shape[:2]
    ds.SamplesPerPixel = 3 if array.ndim == 3 else 1
    ds.PhotometricInterpretation = "RGB" if array.ndim == 3 else "MONOCHROME2"
    if array.ndim == 3:
        ds.PlanarConfiguration = 0
    ds.BitsAllocated = ds.BitsStored = array.dtype.itemsize * 8
    ds.HighBit = ds.BitsStored - 1
    ds.PixelRepresentation = int(array.dtype.kind == "i")
    ds.PixelData = array.tobytes() + b"\0" * (array.nbytes % 2)
    for name, value in attributes.items():
        setattr(ds, name, value)
    return ds


def file_bytes(ds: Dataset) -> bytes:
    """The bytes of a file."""
    return b"".join(encode_dataset(ds))


def ramp(rows: int = 24, columns: int = 31, dtype: str = "uint16") -> np.ndarray[Any, Any]:
    """Values that differ everywhere."""
    return np.arange(rows * columns).reshape(rows, columns).astype(dtype)
