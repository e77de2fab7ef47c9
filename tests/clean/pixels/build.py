"""Small images made in code, written to files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

from viewer.model import Source

US_IMAGE = "1.2.840.10008.5.1.4.1.1.6.1"


def image(pixels: NDArray[Any], *, photometric: str = "MONOCHROME2", **more: Any) -> FileDataset:
    """A data set of (rows, columns), (frames, rows, columns) or (rows, columns, 3) pixels."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID = US_IMAGE
    meta.MediaStorageSOPInstanceUID = generate_uid()
    ds = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    ds.SOPClassUID, ds.SOPInstanceUID = US_IMAGE, meta.MediaStorageSOPInstanceUID
    ds.StudyInstanceUID, ds.SeriesInstanceUID = generate_uid(), generate_uid()
    ds.Modality, ds.PatientName, ds.PatientID = "US", "ROSENTHAL^MARIELLE", "QX4471902"
    ds.ImageType = ["ORIGINAL", "PRIMARY"]
    _pixels(ds, pixels, photometric)
    for keyword, value in more.items():
        setattr(ds, keyword, value)
    return ds


def _pixels(ds: Dataset, pixels: NDArray[Any], photometric: str) -> None:
    colour = pixels.shape[-1] == 3
    frames = pixels.ndim == (4 if colour else 3)
    ds.Rows, ds.Columns = pixels.shape[1:3] if frames else pixels.shape[:2]
    if frames:
        ds.NumberOfFrames = pixels.shape[0]
    ds.SamplesPerPixel, ds.PhotometricInterpretation = (3 if colour else 1), photometric
    if colour:
        ds.PlanarConfiguration = 0
    bits = pixels.dtype.itemsize * 8
    ds.BitsAllocated = ds.BitsStored = bits
    ds.HighBit = bits - 1
    ds.PixelRepresentation = int(pixels.dtype.kind == "i")
    ds.PixelData = pixels.tobytes() + b"\0" * (pixels.nbytes % 2)
    ds["PixelData"].VR = "OB" if bits == 8 else "OW"


def saved(ds: FileDataset, folder: Path, name: str = "image.dcm") -> Source:
    """The data set in a file."""
    path = folder / name
    ds.save_as(path, enforce_file_format=True)
    return Source(path)
