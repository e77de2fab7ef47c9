"""Writes a data set the one way an export may look."""

from __future__ import annotations

import struct
from pathlib import Path

from pydicom.dataset import Dataset
from pydicom.uid import UID, ExplicitVRLittleEndian

from viewer import __version__
from viewer.dicom.explicit import EncodedElement, EncodedPart, ExplicitEncoder
from viewer.dicom.pixel_spec import PixelSpec, pixel_bytes, pixel_spec, text

IMPLEMENTATION_CLASS_UID = "2.25.156482967209468133415903237458721593846"
IMPLEMENTATION_VERSION = f"SCANVEIL_{__version__}"[:16]
_PREAMBLE = bytes(128) + b"DICM"


def write_dataset(ds: Dataset, path: Path) -> None:
    """Write ``ds`` as Explicit VR Little Endian, or encapsulated when its pixel data is.

    Zero preamble, file meta information of our own, no group lengths, nothing after the last
    element. Whoever publishes the file syncs it to disk. Raises OSError.
    """
    chunks = encode_dataset(ds)
    with path.open("wb") as stream:
        stream.writelines(chunks)


def encode_dataset(ds: Dataset) -> list[bytes]:
    """The file as chunks of bytes; untouched pixel data is passed on, not copied."""
    head, parts, _ = encode_parts(ds)
    return [head, *(chunk for _, chunks in parts for chunk in chunks)]


def encode_parts(ds: Dataset) -> tuple[bytes, list[EncodedPart], str]:
    """What stands before the data set, its encoded elements by rising tag, the transfer syntax."""
    syntax = _syntax(ds)
    encapsulated = UID(syntax).is_encapsulated
    if not encapsulated:
        _trim_pixels(ds)
    parts = list(ExplicitEncoder(encapsulated=encapsulated).elements(ds))
    return _PREAMBLE + _file_meta(ds, syntax), parts, syntax


def settled_element(ds: Dataset, tag: int) -> EncodedElement:
    """An element of ``ds`` in the form it will be written in, to be put into other data sets.

    They must have the character set, pixel representation and transfer syntax of ``ds``.
    """
    encapsulated = UID(_syntax(ds)).is_encapsulated
    return ExplicitEncoder(encapsulated=encapsulated).settle(ds, tag)


def _syntax(ds: Dataset) -> str:
    current = str(ds.file_meta.get("TransferSyntaxUID", ""))
    if "PixelData" in ds and current and UID(current).is_encapsulated:
        return current
    return str(ExplicitVRLittleEndian)


def _trim_pixels(ds: Dataset) -> None:
    """Bytes after the last pixel belong to nothing."""
    spec: PixelSpec | None = pixel_spec(ds)
    if spec is None or "PixelData" not in ds:
        return
    needed = -(-spec.frame_bits * spec.frames // 8)
    value = pixel_bytes(ds)
    if len(value) > needed:
        ds["PixelData"].value = value[:needed] + b"\0" * (needed % 2)


def _file_meta(ds: Dataset, syntax: str) -> bytes:
    """Group 0002 with nothing in it that the standard does not require (PS3.10 7.1)."""
    uids = ((0x0002, text(ds, "SOPClassUID")), (0x0003, text(ds, "SOPInstanceUID")))
    elements = b"".join(
        (
            struct.pack("<HH2sHL", 2, 1, b"OB", 0, 2) + b"\0\1",
            *(_short(element, b"UI", uid, b"\0") for element, uid in uids if uid),
            _short(0x0010, b"UI", syntax, b"\0"),
            _short(0x0012, b"UI", IMPLEMENTATION_CLASS_UID, b"\0"),
            _short(0x0013, b"SH", IMPLEMENTATION_VERSION, b" "),
        )
    )
    return struct.pack("<HH2sHL", 2, 0, b"UL", 4, len(elements)) + elements


def _short(element: int, vr: bytes, value: str, pad: bytes) -> bytes:
    raw = value.encode("ascii", "replace")
    raw += pad * (len(raw) % 2)
    return struct.pack("<HH2sH", 2, element, vr, len(raw)) + raw
