"""Takes comments and application segments out of JPEG family codestreams; pixels stay identical."""

from __future__ import annotations

import re
import struct

_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_NEXT_MARKER = re.compile(rb"\xff+([\xc0-\xcf\xd8-\xfe])")
_JFIF = b"JFIF\0"
_J2K_START = b"\xff\x4f\xff\x51"
_JP2_START = b"\x00\x00\x00\x0c\x6a\x50\x20\x20"
_SOT, _SOD, _J2K_COM, _TLM, _PLM = 0xFF90, 0xFF93, 0xFF64, 0xFF55, 0xFF57
_TALKING_BOXES = {b"uuid", b"xml ", b"uinf", b"jp2i", b"jpch", b"res "}


class UnknownStructure(ValueError):  # noqa: N818 - says what the codestream is, not a failure
    """The codestream does not follow its standard, so nothing was changed."""


def without_remarks(codestream: bytes) -> bytes:
    """The codestream without comments, EXIF, thumbnails and bytes after its end.

    Raises UnknownStructure when a segment is cut off or it is no JPEG at all.
    """
    if codestream.startswith(_J2K_START):
        return _j2k(codestream)
    if codestream.startswith(_JP2_START):
        return _jp2(codestream)
    if codestream.startswith(b"\xff\xd8"):
        return _jpeg(codestream)
    raise UnknownStructure("no JPEG codestream")


def _jpeg(data: bytes) -> bytes:
    kept = [data[:2]]
    at = 2
    while match := _NEXT_MARKER.search(data, at):
        kept.append(data[at : match.start()])
        marker, at = match[1][0], match.end()
        if marker == _EOI:
            return b"".join([*kept, b"\xff\xd9"])
        if marker == _SOI or 0xD0 <= marker <= 0xD7:
            kept.append(bytes((0xFF, marker)))
            continue
        body, at = _segment(data, at)
        kept.append(_kept_segment(marker, body))
    return b"".join([*kept, data[at:]])


def _segment(data: bytes, at: int) -> tuple[bytes, int]:
    if at + 2 > len(data):
        raise UnknownStructure("a segment is cut off")
    (length,) = struct.unpack_from(">H", data, at)
    if length < 2 or at + length > len(data):
        raise UnknownStructure("a segment is cut off")
    return data[at + 2 : at + length], at + length


def _kept_segment(marker: int, body: bytes) -> bytes:
    if marker == _COM:
        return b""
    if 0xE0 <= marker <= 0xEF:
        body = _kept_application(marker, body)
        if not body:
            return b""
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def _kept_application(marker: int, body: bytes) -> bytes:
    if marker == 0xE0 and body.startswith(_JFIF) and len(body) >= 14:
        return body[:12] + b"\0\0"
    if marker == 0xEE and body.startswith(b"Adobe"):
        return body[:12]
    if marker == 0xE8 and body.startswith(b"mrfx"):
        return body[:5]
    return b""


def _j2k(data: bytes) -> bytes:
    header, at = _j2k_header(data, 2)
    kept = [data[:2], header]
    while data[at : at + 2] == b"\xff\x90":
        part, at = _tile_part(data, at)
        kept.append(part)
    return b"".join([*kept, b"\xff\xd9"])


def _j2k_header(data: bytes, at: int) -> tuple[bytes, int]:
    """Marker segments up to the next tile part or its data, without comments and length tables."""
    kept: list[bytes] = []
    while True:
        if at + 2 > len(data):
            raise UnknownStructure("the header is cut off")
        (marker,) = struct.unpack_from(">H", data, at)
        if marker in (_SOT, _SOD):
            return b"".join(kept), at
        _, after = _segment(data, at + 2)
        if marker not in (_J2K_COM, _TLM, _PLM):
            kept.append(data[at:after])
        at = after


def _tile_part(data: bytes, at: int) -> tuple[bytes, int]:
    if at + 12 > len(data):
        raise UnknownStructure("a tile part is cut off")
    tile, length = struct.unpack_from(">HL", data, at + 4)
    end = at + length if length else data.rfind(b"\xff\xd9")
    if end > len(data) or end < at:
        raise UnknownStructure("a tile part is cut off")
    header, body = _j2k_header(data, at + 12)
    if body > end:
        raise UnknownStructure("a tile part is cut off")
    size = 12 + len(header) + end - body if length else 0
    start = data[at : at + 4] + struct.pack(">HL", tile, size) + data[at + 10 : at + 12]
    return start + header + data[body:end], end


def _jp2(data: bytes) -> bytes:
    kept, at = [], 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">L4s", data, at)
        head = 8
        if size == 1 and at + 16 <= len(data):
            (size,), head = struct.unpack_from(">Q", data, at + 8), 16
        end = at + size if size else len(data)
        if (size and size < head) or end > len(data):
            raise UnknownStructure("a box is cut off")
        if kind == b"jp2c":
            stream = _j2k(data[at + head : end].rstrip(b"\0"))
            kept.append(struct.pack(">L4s", len(stream) + 8, kind) + stream)
        elif kind not in _TALKING_BOXES:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)
