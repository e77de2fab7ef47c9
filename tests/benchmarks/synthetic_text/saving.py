"""Synthetic pictures as DICOM files."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import ExplicitVRLittleEndian, JPEGBaseline8Bit, generate_uid

from tests.benchmarks.synthetic_text.picture import Picture
from tests.benchmarks.synthetic_text.strings import Person

_JPEG_QUALITY = 80
_SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"


def save(picture: Picture, path: Path) -> Path:
    """Write a picture with its person in the header."""
    ds = _named(picture.who)
    ds.SOPInstanceUID = ds.file_meta.MediaStorageSOPInstanceUID = generate_uid(
        entropy_srcs=[picture.name]
    )
    ds.StudyInstanceUID, ds.SeriesInstanceUID = generate_uid(), generate_uid()
    ds.Modality = picture.background.modality
    _describe(ds, picture)
    if picture.as_jpeg:
        ds.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
        ds.PhotometricInterpretation = "YBR_FULL_422"
        ds.LossyImageCompression = "01"
        ds.PixelData = encapsulate([_jpeg(picture)])
    else:
        ds.PixelData = picture.stored.tobytes()
    ds.save_as(path, enforce_file_format=True)
    return path


def _named(who: Person) -> FileDataset:
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID = _SECONDARY_CAPTURE
    ds = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    ds.SOPClassUID = _SECONDARY_CAPTURE
    ds.PatientName = f"{who.family}^{who.given}"
    ds.PatientID = who.number
    ds.PatientBirthDate = "{:04}{:02}{:02}".format(*who.born)
    ds.StudyDate = "{:04}{:02}{:02}".format(*who.studied)
    ds.StudyTime = "{:02}{:02}{:02}".format(*who.time)
    ds.AccessionNumber = who.accession
    ds.InstitutionName = who.place
    ds.ReferringPhysicianName = "^".join(who.physician)
    return ds


def _describe(ds: Dataset, picture: Picture) -> None:
    ground, stored = picture.background, picture.stored
    ds.Rows, ds.Columns = stored.shape[:2]
    ds.SamplesPerPixel = 3 if ground.is_colour else 1
    ds.BitsAllocated = stored.dtype.itemsize * 8
    ds.BitsStored = ds.BitsAllocated if np.iinfo(stored.dtype).min < 0 else _bits(ground.ceiling)
    ds.HighBit = ds.BitsStored - 1
    ds.PixelRepresentation = int(np.iinfo(stored.dtype).min < 0)
    if ground.is_colour:
        ds.PhotometricInterpretation, ds.PlanarConfiguration = "RGB", 0
        return
    ds.PhotometricInterpretation = "MONOCHROME1" if ground.monochrome1 else "MONOCHROME2"
    ds.WindowCenter = (ground.black + ground.white) / 2
    ds.WindowWidth = ground.white - ground.black


def _bits(ceiling: int) -> int:
    return max(8, ceiling.bit_length())


def _jpeg(picture: Picture) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(picture.stored).save(stream, "JPEG", quality=_JPEG_QUALITY, subsampling=1)
    return stream.getvalue()
