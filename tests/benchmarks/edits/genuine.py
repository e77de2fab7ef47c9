"""The genuine images that checks are measured on, and which of them thresholds were set on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from viewer.authenticity import Subject
from viewer.authenticity.header_check import known
from viewer.authenticity.subject import Plane
from viewer.dicom import FrameReader
from viewer.errors import UnreadableError
from viewer.load import load
from viewer.model import Series

TUNED, HELD_OUT = "tuned", "held out"
_TUNED_ON = ("head_ct", "head_mr")
_NOT_SCANS = ("visual-nlp", "charset", "TestPattern", "image_dfl", "SC_rgb", "SC_ybr", "GDCMJ2K")
_SCANNERS = ("CT", "MR", "CR", "DX", "PT", "US", "NM", "XA", "MG", "XC")
_SHRUNK = 64


@dataclass(frozen=True)
class Image:
    """One unique frame; ``is_scan``: of a scanner, at full size, nothing lossy, nothing drawn."""

    plane: Plane
    bits: int
    modality: str
    is_lossy: bool
    is_scan: bool
    group: str

    @property
    def is_deep(self) -> bool:
        """Whether it can be edited as a raw image of more than 8 bits."""
        return self.is_scan and 8 < self.bits <= 16 and min(self.plane.shape) >= 128


def images(folder: Path, reader: FrameReader) -> list[Image]:
    """Every frame that can be decoded, each picture once."""
    found: dict[bytes, Image] = {}
    for series in load([folder]).series():
        if series.modality in ("SEG", "RTDOSE"):
            continue
        subject = Subject(series, reader)
        for place in subject.places:
            try:
                plane, header = subject.plane(place), subject.header(place.instance)
            except UnreadableError:
                continue
            digest = hashlib.sha256(plane.tobytes()).digest()
            declared = str(header.get("LossyImageCompression", "")) == "01"
            is_lossy = declared or place.instance.transfer_syntax in known()["lossy"]["syntaxes"]
            name = place.instance.source.path.as_posix()
            is_drawn = any(each in name for each in _NOT_SCANS)
            is_scan = series.modality in _SCANNERS and not is_drawn and not is_lossy
            is_scan = is_scan and min(plane.shape) >= _SHRUNK
            bits = int(header.get("BitsStored", 0) or 0)
            group = group_of(place.instance.source.path, folder)
            image = Image(plane, bits, series.modality, is_lossy, is_scan, group)
            if digest not in found or not is_lossy:
                found[digest] = image
    return list(found.values())


def group_of(path: Path, folder: Path) -> str:
    """Whether thresholds were set on images of this scanner."""
    return TUNED if path.relative_to(folder).parts[0] in _TUNED_ON else HELD_OUT


def scanner_series(folder: Path) -> list[tuple[str, Series]]:
    """Series of scanners whose pictures are at full size, with their group."""
    return [
        (group_of(series.instances[0].source.path, folder), series)
        for series in load([folder]).series()
        if series.modality in _SCANNERS
        and not any(each in series.instances[0].source.path.as_posix() for each in _NOT_SCANS)
        and max(min(each.rows, each.columns) for each in series.instances) >= _SHRUNK
    ]


def spread(found: list[Image], most: int) -> list[Image]:
    """At most so many, evenly over the list."""
    steps = np.unique(np.linspace(0, len(found) - 1, most).round().astype(int))
    return [found[step] for step in steps] if found else []
