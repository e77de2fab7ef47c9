"""Is the announced pixel data all there, as far as a look at its ends can tell."""

from __future__ import annotations

import struct

from viewer.dicom.codestream import inspect
from viewer.dicom.failures import damaged, truncated
from viewer.dicom.header import Header
from viewer.dicom.random_access import RandomAccess
from viewer.dicom.structure import Element
from viewer.dicom.vr import ITEM, SEQUENCE_END

_RLE = "1.2.840.10008.1.2.5"
_CODESTREAMS = "1.2.840.10008.1.2.4."
_VIDEO = tuple(f"{_CODESTREAMS}{number}" for number in range(100, 113))
_HEAD_BYTES = 32 << 10


def check_pixels(header: Header, stream: RandomAccess) -> None:
    """Raise UnreadableError when pixel data is cut off or no codestream of the announced size."""
    pixels = header.layout.pixels
    if pixels is None:
        return
    if header.raw(0x00280008).strip(b" \0") and header.integer(0x00280008) is None:
        raise damaged("its number of frames cannot be read")
    if pixels.undefined:
        _check_fragments(header, pixels, stream)
    elif pixels.end > stream.size or _native_bytes(header) > pixels.end - pixels.start:
        raise truncated("the pixel data")


def _native_bytes(header: Header) -> int:
    """Bytes that native pixel data needs, 0 when the header does not say."""
    rows, columns = header.integer(0x00280010) or 0, header.integer(0x00280011) or 0
    frames, samples = header.integer(0x00280008) or 1, header.integer(0x00280002) or 1
    if samples == 3 and header.ascii(0x00280004).endswith("_422"):
        samples = 2
    bits = rows * columns * frames * samples * (header.integer(0x00280100) or 0)
    return -(-bits // 8)


def _check_fragments(header: Header, pixels: Element, stream: RandomAccess) -> None:
    position, count, first = pixels.start, 0, b""
    order = "<HHL" if header.encoding.little else ">HHL"
    while True:
        head = stream.read(position, 8)
        if len(head) < 8:
            raise truncated("the pixel data")
        group, element, length = struct.unpack(order, head)
        if group << 16 | element == SEQUENCE_END:
            break
        if group << 16 | element != ITEM:
            raise damaged("its compressed pixel data holds something that is no fragment")
        if count == 1:
            first = stream.read(position + 8, min(length, _HEAD_BYTES))
        position += 8 + length
        count += 1
    _check_head(header, first)


def _check_head(header: Header, first: bytes) -> None:
    syntax = header.encoding.transfer_syntax
    if syntax == _RLE or not syntax.startswith(_CODESTREAMS) or syntax in _VIDEO:
        return
    found = inspect(first, whole=False)
    announced = (header.integer(0x00280010), header.integer(0x00280011))
    if (found.rows, found.columns) != announced:
        raise damaged("its compressed pixels have another size than the header says")
