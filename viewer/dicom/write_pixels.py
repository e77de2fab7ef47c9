"""Puts decoded, edited frames back into a data set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Protocol

import numpy as np
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.tag import Tag
from pydicom.uid import UID, ExplicitVRLittleEndian

from viewer.dicom.encoders import encode_frames
from viewer.dicom.failures import damaged
from viewer.dicom.frame import Array
from viewer.dicom.pixel_attributes import follow_pixels
from viewer.dicom.pixel_spec import PixelSpec, pixel_spec

_TABLES = (0x7FE00001, 0x7FE00002, 0x7FE00003)
_FLOATS = {4: ("FloatPixelData", "OF"), 8: ("DoubleFloatPixelData", "OD")}


class Frames(Protocol):
    """Frames that can be iterated more than once."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Array]: ...


def write_pixels(ds: Dataset, arrays: Frames, photometric: str) -> list[str]:
    """Replace the pixel data of ``ds`` by frames of stored values, all of one shape and dtype.

    ``photometric`` belongs to the arrays (see Frame); they may be made while they are iterated,
    which happens more than once. A compressed source keeps its transfer syntax, or gets the
    lossless one of its family, when every frame decodes to the same values again; otherwise it
    becomes Explicit VR Little Endian. Returns notes for a person, without values. Raises
    UnreadableError when the data set announces no pixels or another number of frames.
    """
    spec = pixel_spec(ds)
    if spec is None or len(arrays) != spec.frames:
        raise damaged("its number of frames does not fit its header")
    compressed = UID(spec.transfer_syntax).is_encapsulated
    encoded = encode_frames(arrays, photometric, spec) if compressed else None
    if encoded is not None:
        photometric = encoded.photometric
        put_frames(ds, encoded.frames, encoded.syntax)
    else:
        _put_arrays(ds, arrays, spec)
    _describe(ds, next(iter(arrays)), photometric, spec)
    return follow_pixels(ds, arrays, spec) + _notes(ds, spec)


def put_frames(ds: Dataset, codestreams: list[bytes], syntax: str) -> None:
    """Encapsulate codestreams as the pixel data of ``ds``, one fragment each."""
    _drop_pixels(ds)
    total = sum(len(each) + 8 for each in codestreams)
    value = encapsulate(codestreams, has_bot=len(codestreams) > 1 and total < 0xFFFFFFFF)
    element = DataElement(Tag("PixelData"), "OB", value)
    element.is_undefined_length = True
    ds[element.tag] = element
    ds.file_meta.TransferSyntaxUID = UID(syntax)


def put_native(ds: Dataset, data: bytes | bytearray, bits_allocated: int) -> None:
    """Little endian Pixel Data of ``ds``, padded to even length."""
    _drop_pixels(ds)
    vr = "OB" if bits_allocated <= 8 else "OW"
    ds[Tag("PixelData")] = DataElement(Tag("PixelData"), vr, bytes(data) + b"\0" * (len(data) % 2))
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian


def _notes(ds: Dataset, spec: PixelSpec) -> list[str]:
    before, after = UID(spec.transfer_syntax), UID(ds.file_meta.TransferSyntaxUID)
    if before == after or not before.is_encapsulated:
        return []
    return [f"Transcoded from {before.name} to {after.name}; the decoded values are the same."]


def _drop_pixels(ds: Dataset) -> None:
    for tag in _TABLES:
        if tag in ds:
            del ds[tag]
    for keyword in ("PixelData", "FloatPixelData", "DoubleFloatPixelData"):
        if keyword in ds:
            delattr(ds, keyword)


def _put_arrays(ds: Dataset, arrays: Iterable[Array], spec: PixelSpec) -> None:
    if spec.floating:
        frames = [np.ascontiguousarray(each) for each in arrays]
        keyword, vr = _FLOATS[frames[0].dtype.itemsize]
        _drop_pixels(ds)
        ds[Tag(keyword)] = DataElement(Tag(keyword), vr, b"".join(_little(frames, spec)))
        ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        return
    if spec.bits_allocated == 1:
        bits = np.concatenate([each.reshape(-1) for each in arrays])
        data = bytearray(np.packbits(bits, bitorder="little").tobytes())
    else:
        data = bytearray()
        for piece in _little(arrays, spec):
            data += piece
    put_native(ds, data, spec.bits_allocated)


def _little(arrays: Iterable[Array], spec: PixelSpec) -> Iterator[bytes]:
    for each in arrays:
        arranged = each.transpose(2, 0, 1) if _is_planar(each, spec) else each
        yield arranged.astype(each.dtype.newbyteorder("<"), copy=False).tobytes()


def _is_planar(frame: Array, spec: PixelSpec) -> bool:
    compressed = UID(spec.transfer_syntax).is_encapsulated
    return frame.ndim == 3 and spec.planar == 1 and not compressed


def _describe(ds: Dataset, first: Array, photometric: str, spec: PixelSpec) -> None:
    """Every attribute of the image pixel module that depends on how the pixels lie."""
    ds.PhotometricInterpretation = photometric
    ds.SamplesPerPixel = 1 if first.ndim == 2 else first.shape[2]
    ds.Rows, ds.Columns = first.shape[:2]
    if spec.bits_allocated != 1:
        ds.BitsAllocated = first.dtype.itemsize * 8
    if first.ndim == 2:
        with suppress(AttributeError):
            del ds.PlanarConfiguration
    else:
        rle = ds.file_meta.TransferSyntaxUID == "1.2.840.10008.1.2.5"
        ds.PlanarConfiguration = spec.planar if rle or _is_planar(first, spec) else 0
