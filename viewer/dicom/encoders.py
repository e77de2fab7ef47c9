"""Lossless encoding of edited frames in the syntax they came in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import imagecodecs
import numpy as np

from viewer.dicom.codecs import RLE, decode
from viewer.dicom.frame import Array
from viewer.dicom.pixel_spec import PixelSpec
from viewer.dicom.rle import encode_rle
from viewer.errors import UnreadableError

JPEG_LOSSLESS = ("1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70")
JPEG_LS_LOSSLESS = "1.2.840.10008.1.2.4.80"
J2K_LOSSLESS = "1.2.840.10008.1.2.4.90"
HTJ2K_LOSSLESS = "1.2.840.10008.1.2.4.201"
_PREFIX = "1.2.840.10008.1.2.4."
LOSSLESS_OF = {
    RLE: RLE,
    JPEG_LOSSLESS[0]: JPEG_LOSSLESS[0],
    **dict.fromkeys((_PREFIX + each for each in ("50", "51", "53", "55", "70")), JPEG_LOSSLESS[1]),
    **dict.fromkeys((_PREFIX + each for each in ("80", "81")), JPEG_LS_LOSSLESS),
    **dict.fromkeys((_PREFIX + each for each in ("90", "91", "92", "93")), J2K_LOSSLESS),
    **dict.fromkeys((_PREFIX + each for each in ("201", "202", "203")), HTJ2K_LOSSLESS),
}
"""The lossless syntax of the same family that decoded frames of a syntax can be written in."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Codestreams of all frames, their syntax, and the photometric interpretation they have."""

    frames: list[bytes]
    photometric: str
    syntax: str


def encode_frames(arrays: Iterable[Array], photometric: str, spec: PixelSpec) -> Encoded | None:
    """Frames encoded without loss, one at a time, each verified by decoding it again.

    In ``spec.transfer_syntax`` or, where that is lossy, in the lossless one of its family. None
    when there is no such syntax or it cannot hold these values.
    """
    syntax = LOSSLESS_OF.get(spec.transfer_syntax, "")
    if not syntax or spec.floating:
        return None
    encoder = _ENCODERS[syntax]
    written = _photometric_after(photometric, spec, syntax)
    decodable = replace(spec, photometric=written, transfer_syntax=syntax)
    frames = []
    for each in arrays:
        array = np.ascontiguousarray(each)
        try:
            data = bytes(encoder(_unsigned_view(array), array, spec, written))
            decoded, _ = decode(data, decodable)
        except (UnreadableError, RuntimeError, ValueError, TypeError, OverflowError):
            return None
        if decoded.dtype != array.dtype or not np.array_equal(decoded, array):
            return None
        frames.append(data)
    return Encoded(frames, written, syntax)


def _photometric_after(photometric: str, spec: PixelSpec, syntax: str) -> str:
    """JPEG 2000 keeps a colour transform, reversibly; HTJ2K always has one."""
    if photometric != "RGB":
        return photometric
    kept = syntax == J2K_LOSSLESS and spec.photometric in ("YBR_RCT", "YBR_ICT")
    return "YBR_RCT" if kept or syntax == HTJ2K_LOSSLESS else photometric


def _unsigned_view(array: Array) -> Array:
    contiguous = np.ascontiguousarray(array)
    return contiguous.view(f"u{array.dtype.itemsize}")


def _rle(cells: Array, array: Array, spec: PixelSpec, photometric: str) -> bytes:
    if spec.bits_allocated == 1:
        packed = np.packbits(array.reshape(-1), bitorder="little")
        return encode_rle(packed.reshape(1, -1))
    return encode_rle(cells)


def _jpeg_ls(cells: Array, array: Array, spec: PixelSpec, photometric: str) -> bytes:
    return bytes(imagecodecs.jpegls_encode(cells))


def _jpeg_lossless(cells: Array, array: Array, spec: PixelSpec, photometric: str) -> bytes:
    bits = spec.bits_stored if int(cells.max()) < 1 << spec.bits_stored else spec.bits_allocated
    space = "RGB" if cells.ndim == 3 else None
    return bytes(
        imagecodecs.jpeg8_encode(
            cells,
            colorspace=space,
            outcolorspace=space,
            lossless=True,
            predictor=1,
            bitspersample=bits,
        )
    )


def _j2k(cells: Array, array: Array, spec: PixelSpec, photometric: str) -> bytes:
    transform = photometric == "YBR_RCT"
    return bytes(
        imagecodecs.jpeg2k_encode(
            np.ascontiguousarray(array),
            level=0,
            codecformat="J2K",
            reversible=True,
            mct=transform,
            bitspersample=spec.bits_stored if _fits(array, spec) else None,
            numthreads=1,
        )
    )


def _htj2k(cells: Array, array: Array, spec: PixelSpec, photometric: str) -> bytes:
    """The encoder knows colour only with the reversible transform."""
    if array.ndim == 3 and photometric != "YBR_RCT":
        raise ValueError("no transform for these samples")
    return bytes(imagecodecs.htj2k_encode(np.ascontiguousarray(array), reversible=True))


def _fits(array: Array, spec: PixelSpec) -> bool:
    half = 1 << (spec.bits_stored - 1)
    if array.dtype.kind == "i":
        return int(array.max()) < half and int(array.min()) >= -half
    return int(array.max()) < half * 2


_Encoder = Callable[[Array, Array, PixelSpec, str], bytes]
_ENCODERS: dict[str, _Encoder] = {
    RLE: _rle,
    **dict.fromkeys(JPEG_LOSSLESS, _jpeg_lossless),
    JPEG_LS_LOSSLESS: _jpeg_ls,
    J2K_LOSSLESS: _j2k,
    HTJ2K_LOSSLESS: _htj2k,
}
