"""Strips comments, EXIF and trailing bytes from compressed frames without touching a pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate, generate_frames

from viewer.clean.change_log import ChangeLog
from viewer.clean.jpeg_markers import UnknownStructure, without_remarks
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom.elements import read_element
from viewer.dicom.pixel_spec import text
from viewer.model import Change

_PIXELS = 0x7FE00010
_OFFSETS = (0x7FE00001, 0x7FE00002)
_JPEG_FAMILY = ("1.2.840.10008.1.2.4.5", "1.2.840.10008.1.2.4.6", "1.2.840.10008.1.2.4.7")
_JPEG_FAMILY_2 = ("1.2.840.10008.1.2.4.8", "1.2.840.10008.1.2.4.9", "1.2.840.10008.1.2.4.20")
_TABLE_SOURCE = "a table of offsets that are none"
_SOURCE = "text inside compressed pixel data"


@dataclass(frozen=True, slots=True)
class Codestream:
    """Rebuilds the fragments of JPEG, JPEG-LS and JPEG 2000 frames, one per frame."""

    id: str = "header.codestream"
    version: str = "1"
    title: str = "Comments inside compressed frames"
    cleans: str = "COM and APPn segments, thumbnails, JPEG 2000 comments and boxes, trailing bytes"
    cannot: str = "clean MPEG and HEVC streams, or frames that break their own standard"
    order: int = 320

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Replace the pixel data when a frame carried remarks."""
        log = ChangeLog(self.id)
        meta = getattr(ds, "file_meta", None)
        syntax = text(meta, "TransferSyntaxUID") if meta is not None else ""
        has_frames = _PIXELS in ds and bool(ds[_PIXELS].value)
        if not all(_is_true(ds, tag) for tag in _OFFSETS):
            _drop_tables(ds)
            log.add("removed", _TABLE_SOURCE, _OFFSETS[:1])
        if has_frames and _is_jpeg(syntax) and (changed := _strip(ds)):
            log.add("removed", _SOURCE, (_PIXELS,), changed)
        return log.changes()


def _is_jpeg(syntax: str) -> bool:
    video = syntax.startswith("1.2.840.10008.1.2.4.10")
    return not video and syntax.startswith((*_JPEG_FAMILY, *_JPEG_FAMILY_2))


def _strip(ds: Dataset) -> int:
    element = ds[_PIXELS]
    count = int(ds.get("NumberOfFrames", 1) or 1)
    try:
        frames = list(generate_frames(element.value, number_of_frames=count))
        cleaned = [without_remarks(frame) for frame in frames]
    except (UnknownStructure, ValueError, RuntimeError):
        return 0
    changed = sum(one.rstrip(b"\0") != other for one, other in zip(frames, cleaned, strict=True))
    if changed:
        _put(ds, cleaned)
    return changed


def _put(ds: Dataset, frames: list[bytes]) -> None:
    padded = [frame + b"\0" * (len(frame) % 2) for frame in frames]
    element = DataElement(_PIXELS, "OB", encapsulate(padded))
    element.is_undefined_length = True
    ds[_PIXELS] = element
    _drop_tables(ds)


def _is_true(ds: Dataset, tag: int) -> bool:
    """Whether a table of offsets or lengths is absent or could be one of these frames."""
    element = read_element(ds, tag) if tag in ds else None
    if element is None:
        return tag not in ds
    pixels, count = ds.get("PixelData"), int(ds.get("NumberOfFrames", 1) or 1)
    if not isinstance(element.value, bytes) or len(element.value) != 8 * count or not pixels:
        return False
    return int(np.frombuffer(element.value, "<u8").max()) <= len(pixels)


def _drop_tables(ds: Dataset) -> None:
    for tag in _OFFSETS:
        if tag in ds:
            del ds[tag]


METHOD = Codestream()
