"""Synthetic series and findings."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import numpy as np
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

from viewer.dicom import Frame, PixelSpec
from viewer.errors import UnreadableError
from viewer.model import (
    Action,
    Box,
    Category,
    Finding,
    Instance,
    Kind,
    Location,
    Masked,
    Series,
    Source,
)

ROWS, COLUMNS = 60, 80


def instance(
    name: str,
    folder: Path = Path(),
    *,
    frames: int = 1,
    rows: int = ROWS,
    columns: int = COLUMNS,
    modality: str = "CT",
    spacing: tuple[float, float] | None = None,
    frame_time_ms: float | None = None,
) -> Instance:
    return Instance(
        Source(folder / f"{name}.dcm"),
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        modality,
        ExplicitVRLittleEndian,
        1,
        rows,
        columns,
        frames,
        spacing=spacing,
        frame_time_ms=frame_time_ms,
    )


def series(*instances: Instance, modality: str = "CT") -> Series:
    return Series("1.3", "1.4", modality, Masked("x"), 1, instances)


def finding(
    finding_id: str, source: Source, box: Box, frames: tuple[int, ...] | None = None
) -> Finding:
    return Finding(
        finding_id,
        "text",
        "1",
        Kind.TEXT,
        Location("1.4", "1.3", (source,), frames=frames, box=box),
        Category.NAME,
        0.9,
        "equals the patient's name",
        Action.BLANK,
        text=Masked("Canary"),
    )


def write_header(one: Instance) -> None:
    """A file with the attributes the view reads, and pixels that it must not need."""
    ds = Dataset()
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.file_meta.MediaStorageSOPClassUID = ds.SOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID = "1.1"
    ds.Modality = one.modality
    ds.Rows, ds.Columns, ds.SamplesPerPixel = one.rows, one.columns, 1
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 16, 15, 1
    ds.PhotometricInterpretation = "MONOCHROME2"
    ds.WindowCenter, ds.WindowWidth = "50", "100"
    ds.save_as(one.source.path, enforce_file_format=True)


class FakeReader:
    """Frames of one grey each: 10 per frame; ``broken`` ones fail, ``gate`` holds them back."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.broken: set[str] = set()
        self.gate = Event()
        self.gate.set()

    def frame(self, source: Source, index: int = 0) -> Frame:
        self.asked.append((source.path.stem, index))
        assert self.gate.wait(20)
        if source.path.stem in self.broken:
            raise UnreadableError("Its pixels are cut off.", "Ask for the file again.")
        array = np.full((ROWS, COLUMNS), 10 * (index + 1), np.int16)
        spec = PixelSpec(
            ROWS, COLUMNS, 1, 1, 16, 16, 15, True, "MONOCHROME2", 0, ExplicitVRLittleEndian
        )
        return Frame(array, "MONOCHROME2", spec, index)
