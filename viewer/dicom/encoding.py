"""Where the data set starts in a file and how it is encoded, with or without preamble and meta."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from viewer.dicom.failures import NotDicomError, damaged, too_large, truncated
from viewer.dicom.vr import KNOWN_VRS, LONG_VRS

Buffer = bytes | memoryview

_TRANSFER_SYNTAX = 0x00020010
GE_BIG_ENDIAN_PIXELS = "1.2.840.113619.5.2"
_MAX_INFLATED = 2 << 30
_FREE_INFLATED = 256 << 20
_MAX_INFLATE_RATIO = 100


@dataclass(frozen=True, slots=True)
class Encoding:
    """``buffer`` holds the data set at ``start`` (already inflated); ``meta`` is raw group 0002."""

    buffer: Buffer
    start: int
    implicit: bool
    little: bool
    transfer_syntax: str
    preamble: bytes
    meta: bytes
    has_prefix: bool


def find_encoding(buffer: Buffer, *, size: int | None = None) -> Encoding:
    """Read preamble and file meta and decide the encoding of the data set (PS3.10 7.1).

    ``size`` is the size of the whole file when ``buffer`` is only its beginning. Raises
    NotDicomError when nothing looks like DICOM, UnreadableError when it does but is damaged.
    """
    whole = len(buffer) if size is None else size
    if whole < 8:
        raise NotDicomError("The file is too short to be DICOM.")
    has_prefix = bytes(buffer[128:132]) == b"DICM"
    first = 132 if has_prefix else 0
    start, syntax = _read_meta(buffer, first)
    if not has_prefix and start == 0 and not _plausible_start(buffer):
        raise NotDicomError("The file is not DICOM.")
    preamble = bytes(buffer[:128]) if has_prefix else b""
    meta = bytes(buffer[first:start])
    if syntax == DeflatedExplicitVRLittleEndian:
        buffer, meta_end = _inflate(buffer[start:], partial=whole > len(buffer)), 0
    else:
        meta_end = start
    implicit, little = _byte_layout(buffer, meta_end, syntax)
    syntax = syntax or _syntax_of(implicit, little)
    return Encoding(buffer, meta_end, implicit, little, syntax, preamble, meta, has_prefix)


def check_looks_right(encoding: Encoding) -> None:
    """Raise NotDicomError for a data set that cannot be walked and never looked like DICOM."""
    start = encoding.start
    known = bytes(encoding.buffer[start + 4 : start + 6]) in KNOWN_VRS
    if not (encoding.has_prefix or encoding.meta or known):
        raise NotDicomError("The file is not DICOM.") from None


def _read_meta(buffer: Buffer, position: int) -> tuple[int, str]:
    """End of group 0002 and its transfer syntax, empty when absent."""
    syntax = ""
    while position + 8 <= len(buffer):
        group, element, vr, length = struct.unpack_from("<HH2sH", buffer, position)
        if group != 2:
            break
        value = position + 8
        if vr in LONG_VRS:
            length, value = _long_length(buffer, position)
        elif vr not in KNOWN_VRS:
            length = struct.unpack_from("<L", buffer, position + 4)[0]
        if value + length > len(buffer):
            raise truncated("the file meta information")
        if (group << 16 | element) == _TRANSFER_SYNTAX:
            text = bytes(buffer[value : value + length])
            syntax = text.decode("ascii", "replace").strip(" \0")
        position = value + length
    return position, syntax


def _long_length(buffer: Buffer, position: int) -> tuple[int, int]:
    if position + 12 > len(buffer):
        raise truncated("the file meta information")
    return struct.unpack_from("<L", buffer, position + 8)[0], position + 12


def _plausible_start(buffer: Buffer) -> bool:
    """Whether the bytes could be a first element, in either byte order."""
    group, element, vr = struct.unpack_from("<HH2s", buffer)
    if vr in KNOWN_VRS:
        return group in (0x0008, 0x0800, 0x0010, 0x1000, 0x0004, 0x0400)
    length = struct.unpack_from("<L", buffer, 4)[0]
    return group in (0x0000, 0x0004, 0x0008, 0x0010) and element < 0x3000 and length < 0x10000


def _byte_layout(buffer: Buffer, start: int, syntax: str) -> tuple[bool, bool]:
    """(implicit, little endian); the bytes win where the header of the file says otherwise."""
    if start + 8 > len(buffer):
        return syntax in ("", ImplicitVRLittleEndian), True
    group, _, vr = struct.unpack_from("<HH2s", buffer, start)
    explicit = vr in KNOWN_VRS
    if not explicit and syntax not in ("", ImplicitVRLittleEndian, GE_BIG_ENDIAN_PIXELS):
        explicit = vr.isalpha() and vr.isupper()
    if not syntax:
        return not explicit, not (explicit and group >= 0x0400 and group & 0xFF == 0)
    return not explicit, not (explicit and syntax == ExplicitVRBigEndian)


def _syntax_of(implicit: bool, little: bool) -> str:
    if implicit:
        return str(ImplicitVRLittleEndian)
    return str(ExplicitVRLittleEndian if little else ExplicitVRBigEndian)


def _inflate(compressed: Buffer, *, partial: bool) -> bytes:
    """Inflate a raw deflate stream (PS3.5 A.5) without ever holding more than the budget."""
    ratio_budget = max(_FREE_INFLATED, _MAX_INFLATE_RATIO * len(compressed))
    budget = min(_MAX_INFLATED, ratio_budget)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(compressed, budget)
    except zlib.error:
        raise damaged("its deflated data set cannot be inflated") from None
    if inflater.eof or partial:
        return content
    if len(content) >= budget or inflater.unconsumed_tail:
        raise too_large("The data set when inflated")
    raise truncated("the deflated data set")
