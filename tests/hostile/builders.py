"""What the tests of hostile inputs share: small files, and a scan or export of them."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate

from tests.dicom.made import image, ramp
from viewer import load
from viewer.dicom import FrameReader
from viewer.errors import UnreadableError
from viewer.model import Loaded, Source

JPEG, RLE, JPEG_2000 = "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.90"
ITEM = b"\xfe\xff\x00\xe0"
DELIMITER = b"\xfe\xff\xdd\xe0\0\0\0\0"


def put(folder: Path, name: str, content: bytes) -> Path:
    """A file with that content."""
    path = folder / name
    path.write_bytes(content)
    return path


def loaded(path: Path) -> Loaded:
    """What load makes of it; nothing may escape as an exception."""
    return load.load([path])


def reasons(found: Loaded) -> str:
    """All sentences about files that could not be read."""
    return " ".join(each.reason for each in found.unreadable)


def compressed(
    syntax: str, codestream: bytes, rows: int = 16, columns: int = 16, **attributes: Any
) -> FileDataset:
    """A grey 8-bit image whose pixel data is that codestream."""
    ds = image(ramp(16, 16, "uint8"), syntax, **attributes)
    ds.Rows, ds.Columns = rows, columns
    ds.PixelData = encapsulate([codestream])
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True
    return ds


def jpeg(rows: int = 16, columns: int = 16) -> bytes:
    """A JPEG baseline codestream."""
    return bytes(imagecodecs.jpeg8_encode(np.zeros((rows, columns), np.uint8)))


def fragments(*parts: bytes, delimited: bool = True) -> bytes:
    """Encapsulated pixel data item by item, the Basic Offset Table first."""
    items = b"".join(ITEM + struct.pack("<L", len(each)) + each for each in parts)
    return items + DELIMITER * delimited


def refusal(path: Path, index: int = 0) -> str:
    """Why the decoder gives no frame; empty when it gives one."""
    with FrameReader() as reader:
        try:
            reader.frame(Source(path), index)
        except UnreadableError as error:
            return str(error)
    return ""
