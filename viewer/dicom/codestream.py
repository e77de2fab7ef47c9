"""What a codestream says about itself, read before any codec sees it."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from viewer.dicom.failures import damaged, truncated

_STANDALONE = frozenset((0x01, *range(0xD0, 0xD8), 0xD8))
_NOT_FRAME_HEADERS = frozenset((0xC4, 0xC8, 0xCC))
_J2K_START = b"\xff\x4f\xff\x51"
_END = b"\xff\xd9"


@dataclass(frozen=True, slots=True)
class Codestream:
    """Dimensions and colour marks of one JPEG, JPEG-LS, JPEG 2000 or HTJ2K codestream.

    ``process`` is the SOF marker (0xC0 ... 0xF7), 0 for JPEG 2000. ``component_ids`` and
    ``adobe_transform`` (None without an Adobe marker) say how JPEG colour is coded; ``subsampled``
    whether a component has fewer samples; ``signed`` is JPEG 2000's own sign.
    """

    rows: int
    columns: int
    samples: int
    precision: int
    process: int = 0
    component_ids: tuple[int, ...] = ()
    adobe_transform: int | None = None
    jfif: bool = False
    subsampled: bool = False
    signed: bool = False


def inspect(data: bytes, *, whole: bool = True) -> Codestream:
    """Read the headers of a codestream, or of its beginning when not ``whole``.

    Raises UnreadableError when damaged or cut off.
    """
    start = data.find(_J2K_START, 0, 4096)
    try:
        if data[:2] == b"\xff\xd8":
            return _inspect_jpeg(data, whole)
        if start >= 0:
            return _inspect_j2k(data, start, whole)
    except (struct.error, IndexError):
        raise truncated("the pixel data") from None
    raise damaged("its compressed pixel data is no codestream")


def _inspect_jpeg(data: bytes, whole: bool) -> Codestream:
    position, jfif, adobe, found = 2, False, None, None
    while True:
        marker, position = _next_marker(data, position)
        if marker in _STANDALONE:
            continue
        if marker == 0xD9:
            raise damaged("its compressed pixel data holds no image")
        (length,) = struct.unpack_from(">H", data, position)
        body = data[position + 2 : position + length]
        if marker == 0xDA:
            break
        if marker == 0xE0 and body[:5] == b"JFIF\0":
            jfif = True
        elif marker == 0xEE and body[:5] == b"Adobe" and len(body) >= 12:
            adobe = body[11]
        elif marker == 0xF7 or (0xC0 <= marker <= 0xCF and marker not in _NOT_FRAME_HEADERS):
            found = marker, body
        position += length
    if found is None:
        raise damaged("its compressed pixel data holds no image")
    if whole and data.rfind(_END, position) < 0:
        raise truncated("the pixel data")
    return _frame_header(*found, jfif=jfif, adobe=adobe)


def _next_marker(data: bytes, position: int) -> tuple[int, int]:
    if data[position] != 0xFF:
        raise damaged("the markers of its compressed pixel data are broken")
    while data[position] == 0xFF:
        position += 1
    return data[position], position + 1


def _frame_header(marker: int, body: bytes, *, jfif: bool, adobe: int | None) -> Codestream:
    precision, rows, columns, samples = struct.unpack_from(">BHHB", body)
    parts = [body[6 + 3 * i : 9 + 3 * i] for i in range(samples)]
    factors = {part[1] for part in parts}
    ids = tuple(part[0] for part in parts)
    return Codestream(
        rows, columns, samples, precision, marker, ids, adobe, jfif, subsampled=len(factors) > 1
    )


def _inspect_j2k(data: bytes, start: int, whole: bool) -> Codestream:
    fields = struct.unpack_from(">HHLLLLLLLLH", data, start + 4)
    _, _, right, bottom, left, top, *_, samples = fields
    depths = data[start + 42 : start + 42 + 3 * samples]
    depth = depths[0]
    if whole and data.rfind(_END, start) < 0:
        raise truncated("the pixel data")
    return Codestream(
        rows=bottom - top,
        columns=right - left,
        samples=samples,
        precision=(depth & 0x7F) + 1,
        subsampled=any(factor != 1 for i, factor in enumerate(depths) if i % 3),
        signed=bool(depth & 0x80),
    )
