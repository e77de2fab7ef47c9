"""Lossless encoding of edited frames in the syntax they came in."""

from __future__ import annotations

from collections.abc import Callable
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


@dataclass(frozen=True, slots=True)
class Encoded:
    """Codestreams of all frames and the photometric interpretation they stand for."""

    frames: list[bytes]
    photometric: str


def encode_frames(arrays: list[Array], photometric: str, spec: PixelSpec) -> Encoded | None:
    """Frames encoded without loss in ``spec.transfer_syntax``, each verified by decoding it again.

    None when the syntax is lossy or cannot hold these values.
    """
    encoder = _ENCODERS.get(spec.transfer_syntax)
    if encoder is None or spec.floating:
        return None
    written = _photometric_after(photometric, spec)
    decodable = replace(spec, photometric=written)
    frames = []
    for array in arrays:
        try:
            data = bytes(encoder(_unsigned_view(array), array, spec, written))
            decoded, _ = decode(data, decodable)
        except (UnreadableError, RuntimeError, ValueError, TypeError, OverflowError):
            return None
        if decoded.dtype != array.dtype or not np.array_equal(decoded, array):
            return None
        frames.append(data)
    return Encoded(frames, written)


def _photometric_after(photometric: str, spec: PixelSpec) -> str:
    """JPEG 2000 keeps the reversible colour transform of its source; HTJ2K always has it."""
    if photometric != "RGB":
        return photometric
    kept = spec.transfer_syntax == J2K_LOSSLESS and spec.photometric == "YBR_RCT"
    return "YBR_RCT" if kept or spec.transfer_syntax == HTJ2K_LOSSLESS else photometric


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
