"""Puts decoded, edited frames back into a data set."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import numpy as np
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.tag import Tag
from pydicom.uid import UID, ExplicitVRLittleEndian

from viewer.dicom.encoders import encode_frames
from viewer.dicom.failures import damaged
from viewer.dicom.frame import Array, image_values
from viewer.dicom.pixel_spec import PixelSpec, number, pixel_spec

_TABLES = (0x7FE00001, 0x7FE00002, 0x7FE00003)
_FLOATS = {4: ("FloatPixelData", "OF"), 8: ("DoubleFloatPixelData", "OD")}
_LOSSY = frozenset(f"1.2.840.10008.1.2.4.{number}" for number in (50, 51, 53, 55, 81, 91, 93, 203))


def write_pixels(ds: Dataset, arrays: Sequence[Array], photometric: str) -> list[str]:
    """Replace the pixel data of ``ds`` by frames of stored values, all of one shape and dtype.

    ``photometric`` belongs to the arrays (see Frame). The transfer syntax stays where it is
    lossless and every frame decodes to the same values again; otherwise, and for all uncompressed
    sources, it becomes Explicit VR Little Endian. Returns notes for a person, without values.
    Raises UnreadableError when the data set announces no pixels or another number of frames.
    """
    spec = pixel_spec(ds)
    if spec is None or len(arrays) != spec.frames:
        raise damaged("its number of frames does not fit its header")
    frames = [np.ascontiguousarray(array) for array in arrays]
    compressed = UID(spec.transfer_syntax).is_encapsulated
    encoded = encode_frames(frames, photometric, spec) if compressed else None
    _drop_pixels(ds)
    if encoded is not None:
        photometric = encoded.photometric
        _set_encapsulated(ds, encoded.frames)
    else:
        _set_native(ds, frames, spec)
        ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    _describe(ds, frames, photometric, spec)
    return _drop_icon(ds) + _notes(spec, kept=encoded is not None)


def _drop_icon(ds: Dataset) -> list[str]:
    """A thumbnail shows the pixels as they were."""
    if "IconImageSequence" not in ds:
        return []
    del ds.IconImageSequence
    return ["The icon image showed the pixels as they were and was removed."]


def _notes(spec: PixelSpec, *, kept: bool) -> list[str]:
    if kept or not UID(spec.transfer_syntax).is_compressed:
        return []
    name = UID(spec.transfer_syntax).name
    if spec.transfer_syntax in _LOSSY:
        return [f"Transcoded from {name}, which cannot be written without further loss."]
    return [f"Transcoded from {name}, which could not be written without loss."]


def _drop_pixels(ds: Dataset) -> None:
    for tag in _TABLES:
        if tag in ds:
            del ds[tag]
    for keyword in ("PixelData", "FloatPixelData", "DoubleFloatPixelData"):
        if keyword in ds:
            delattr(ds, keyword)


def _set_encapsulated(ds: Dataset, frames: list[bytes]) -> None:
    total = sum(len(frame) + 8 for frame in frames)
    value = encapsulate(frames, has_bot=len(frames) > 1 and total < 0xFFFFFFFF)
    element = DataElement(Tag("PixelData"), "OB", value)
    element.is_undefined_length = True
    ds[element.tag] = element


def _set_native(ds: Dataset, frames: list[Array], spec: PixelSpec) -> None:
    if spec.floating:
        keyword, vr = _FLOATS[frames[0].dtype.itemsize]
        ds[Tag(keyword)] = DataElement(Tag(keyword), vr, _packed(frames, spec))
        return
    vr = "OB" if spec.bits_allocated <= 8 else "OW"
    ds[Tag("PixelData")] = DataElement(Tag("PixelData"), vr, _packed(frames, spec))


def _packed(frames: list[Array], spec: PixelSpec) -> bytes:
    """Native little endian bytes of all frames, padded to even length."""
    if spec.bits_allocated == 1:
        bits = np.concatenate([frame.reshape(-1) for frame in frames])
        data = np.packbits(bits, bitorder="little").tobytes()
    else:
        parts = []
        for frame in frames:
            arranged = frame.transpose(2, 0, 1) if _is_planar(frame, spec) else frame
            little = arranged.astype(frame.dtype.newbyteorder("<"), copy=False)
            parts.append(little.tobytes())
        data = b"".join(parts)
    return data + b"\0" if len(data) % 2 else data


def _is_planar(frame: Array, spec: PixelSpec) -> bool:
    compressed = UID(spec.transfer_syntax).is_encapsulated
    return frame.ndim == 3 and spec.planar == 1 and not compressed


def _describe(ds: Dataset, frames: list[Array], photometric: str, spec: PixelSpec) -> None:
    """Every attribute of the image pixel module that depends on how the pixels lie."""
    first = frames[0]
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
    if spec.transfer_syntax in _LOSSY and not ds.get("LossyImageCompression"):
        ds.LossyImageCompression = "01"
    _update_extremes(ds, frames, spec)


def _update_extremes(ds: Dataset, frames: list[Array], spec: PixelSpec) -> None:
    """Smallest and largest values that an edit may have changed."""
    names = ("SmallestImagePixelValue", "LargestImagePixelValue")
    if frames[0].ndim != 2 or frames[0].dtype.itemsize > 2 or not any(n in ds for n in names):
        return
    values = [image_values(frame, spec) for frame in frames]
    extremes = min(int(v.min()) for v in values), max(int(v.max()) for v in values)
    vr = "SS" if number(ds, "PixelRepresentation") == 1 else "US"
    for name, extreme in zip(names, extremes, strict=True):
        if name in ds:
            ds[name] = DataElement(Tag(name), vr, extreme)
