"""Compressed frames to arrays; runs inside the decode worker only."""

from __future__ import annotations

from collections.abc import Callable

import imagecodecs
import numpy as np
from pydicom.uid import UID

from viewer.dicom import codestream as headers
from viewer.dicom.codestream import Codestream
from viewer.dicom.failures import damaged, too_large
from viewer.dicom.frame import Array
from viewer.dicom.native import cell_dtype
from viewer.dicom.pixel_spec import PixelSpec
from viewer.dicom.rle import decode_rle
from viewer.errors import UnreadableError

RLE = "1.2.840.10008.1.2.5"
_MAX_FRAME_BYTES = 1 << 30
_J2K_COLOURS = ("YBR_RCT", "YBR_ICT")


def _jpeg(data: bytes, header: Codestream, spec: PixelSpec) -> tuple[Array, str]:
    if header.samples != 3:
        return imagecodecs.jpeg8_decode(data), spec.photometric
    space = "YCBCR" if is_ycc(header, spec) else "RGB"
    return imagecodecs.jpeg8_decode(data, colorspace=space, outcolorspace="RGB"), "RGB"


def is_ycc(header: Codestream, spec: PixelSpec) -> bool:
    """Whether the components are Y, Cb, Cr: markers of the file win over the DICOM header."""
    if header.adobe_transform is not None:
        return header.adobe_transform == 1
    if header.jfif or header.subsampled:
        return True
    return header.component_ids != tuple(b"RGB") and spec.photometric != "RGB"


def _jpeg_lossless(data: bytes, header: Codestream, spec: PixelSpec) -> tuple[Array, str]:
    if header.samples != 3:
        return imagecodecs.jpeg8_decode(data), spec.photometric
    raw = imagecodecs.jpeg8_decode(data, colorspace="RGB", outcolorspace="RGB")
    return raw, spec.photometric.replace("_422", "")


def _jpeg_ls(data: bytes, header: Codestream, spec: PixelSpec) -> tuple[Array, str]:
    return imagecodecs.jpegls_decode(data), spec.photometric.replace("_422", "")


def _j2k(data: bytes, header: Codestream, spec: PixelSpec) -> tuple[Array, str]:
    photometric = "RGB" if spec.photometric in _J2K_COLOURS else spec.photometric
    return imagecodecs.jpeg2k_decode(data, numthreads=1), photometric


def _htj2k(data: bytes, header: Codestream, spec: PixelSpec) -> tuple[Array, str]:
    photometric = "RGB" if spec.photometric in _J2K_COLOURS else spec.photometric
    return imagecodecs.htj2k_decode(data), photometric


_Decoder = Callable[[bytes, Codestream, PixelSpec], tuple[Array, str]]
_DECODERS: dict[str, _Decoder] = {
    **dict.fromkeys(("50", "51", "53", "55"), _jpeg),
    **dict.fromkeys(("57", "70"), _jpeg_lossless),
    **dict.fromkeys(("80", "81"), _jpeg_ls),
    **dict.fromkeys(("90", "91", "92", "93"), _j2k),
    **dict.fromkeys(("201", "202", "203"), _htj2k),
}
_PREFIX = "1.2.840.10008.1.2.4."


def decode(data: bytes, spec: PixelSpec) -> tuple[Array, str]:
    """One codestream to stored values and their photometric interpretation.

    Raises UnreadableError when the codestream is damaged, cut off, or not the size announced.
    """
    if spec.transfer_syntax == RLE:
        return decode_rle(data, spec), spec.photometric.replace("_422", "")
    decoder = _DECODERS.get(spec.transfer_syntax.removeprefix(_PREFIX))
    if decoder is None:
        raise UnreadableError(
            f"No decoder for {UID(spec.transfer_syntax).name}.",
            "Convert the file to another transfer syntax first.",
        )
    header = headers.inspect(data)
    _check(header, spec)
    array, photometric = decoder(data, header, spec)
    return _fit(array, header, spec), photometric


def _check(header: Codestream, spec: PixelSpec) -> None:
    size = header.rows * header.columns * header.samples * (2 if header.precision > 8 else 1)
    if size > _MAX_FRAME_BYTES:
        raise too_large("A frame")
    announced = (spec.rows, spec.columns, spec.samples)
    if (header.rows, header.columns, header.samples) != announced:
        raise damaged("its compressed pixels have another size than the header says")
    if header.precision > spec.bits_allocated:
        raise damaged("its compressed pixels have more bits than the header says")


def _fit(array: Array, header: Codestream, spec: PixelSpec) -> Array:
    """The decoded values in the dtype the header announces, whatever the codec chose."""
    if array.shape != spec.shape:
        array = array.reshape(spec.shape)
    wanted = cell_dtype(spec)
    if spec.signed and not header.signed and header.precision < spec.bits_allocated:
        spare = spec.bits_allocated - header.precision
        array = np.left_shift(array.astype(wanted), spare)
        return np.right_shift(array, spare)
    return np.ascontiguousarray(array.astype(wanted, copy=False))
