"""Reads headers fast: the first bytes of a file, walked up to the pixel data."""

from __future__ import annotations

from pydicom.uid import DeflatedExplicitVRLittleEndian

from viewer.dicom.completeness import check_pixels
from viewer.dicom.encoding import check_looks_right, find_encoding
from viewer.dicom.header import Header
from viewer.dicom.parsed import check_plausible
from viewer.dicom.random_access import InMemory, RandomAccess
from viewer.dicom.structure import NeedMoreBytesError, Walker
from viewer.errors import UnreadableError

FIRST_BYTES = 64 << 10


def read_header(stream: RandomAccess) -> Header:
    """Header of a file; its pixel data is not read, but it is made sure that it is all there.

    Raises NotDicomError or UnreadableError.
    """
    length = min(FIRST_BYTES, stream.size)
    while True:
        try:
            return _try_header(stream, length)
        except NeedMoreBytesError:
            length = min(stream.size, length * 8)


def _try_header(stream: RandomAccess, length: int) -> Header:
    buffer = stream.read(0, length)
    encoding = find_encoding(buffer, size=stream.size)
    if encoding.transfer_syntax == DeflatedExplicitVRLittleEndian:
        if length < stream.size:
            return _try_header(stream, stream.size)
        stream = InMemory(encoding.buffer)
    walker = Walker(encoding.buffer, encoding.little, stream.size)
    try:
        layout = walker.walk(encoding.start, encoding.implicit, stop_at_pixels=True)
    except UnreadableError:
        check_looks_right(encoding)
        raise
    check_plausible(encoding, layout)
    header = Header(encoding, layout)
    check_pixels(header, stream)
    return header
