"""A big endian file as the little endian file that says the same, value bytes and padding kept.

Nothing is interpreted: swapping the bytes of numbers changes no length, so that the layout stays.
"""

from __future__ import annotations

import struct
from dataclasses import replace

from pydicom.uid import ExplicitVRLittleEndian

from viewer.dicom.failures import damaged
from viewer.dicom.parsed import Parsed
from viewer.dicom.structure import MAX_DEPTH
from viewer.dicom.vr import ITEM, KNOWN_VRS, LONG_VRS, SEQUENCE_END, UNDEFINED
from viewer.errors import UnreadableError

_WORDS = dict.fromkeys((b"US", b"SS", b"OW", b"AT"), 2)
_WORDS |= dict.fromkeys((b"UL", b"SL", b"FL", b"OL", b"OF"), 4)
_WORDS |= dict.fromkeys((b"FD", b"OD", b"OV", b"SV", b"UV"), 8)
_ITEM_END = b"\xff\xfe\xe0\x0d"
_header, _delimiter = struct.Struct(">HH2sH"), struct.Struct(">HHL")


def in_little_endian(parsed: Parsed) -> Parsed:
    """The same file in Explicit VR Little Endian; raises UnreadableError."""
    encoding = parsed.encoding
    made = bytearray(encoding.buffer)
    swap = _Swap(made)
    for element in parsed.layout.elements.values():
        swap.element(element.start - (12 if element.vr in LONG_VRS else 8), element.end, 0)
    syntax = str(ExplicitVRLittleEndian)
    changed = replace(encoding, buffer=bytes(made), little=True, transfer_syntax=syntax)
    return replace(parsed, encoding=changed)


class _Swap:
    """Swaps elements of a buffer in place, each once."""

    def __init__(self, content: bytearray) -> None:
        self._content = content

    def element(self, start: int, limit: int, depth: int) -> int:
        """Swap the element that starts here; where it ends."""
        try:
            _, _, vr, length = _header.unpack_from(self._content, start)
            value = start + 8
            self._swap(start, start + 4, 2)
            if vr not in LONG_VRS:
                self._swap(start + 6, value, 2)
            else:
                value, length = start + 12, struct.unpack_from(">L", self._content, value)[0]
                self._swap(start + 8, value, 4)
        except struct.error:
            raise _unsound() from None
        end = limit if length == UNDEFINED else value + length
        if vr not in KNOWN_VRS or end > limit or depth > MAX_DEPTH:
            raise _unsound()
        if vr == b"SQ":
            return self._items(value, end, depth)
        if length == UNDEFINED and depth:
            raise _unsound()
        self._swap(value, end, _WORDS.get(vr, 1))
        return end

    def _items(self, position: int, limit: int, depth: int) -> int:
        while position < limit:
            tag, length, position = self._item(position)
            if tag == SEQUENCE_END:
                break
            if tag != ITEM:
                raise _unsound()
            end = limit if length == UNDEFINED else position + length
            while position < end:
                if self._content[position : position + 4] == _ITEM_END:
                    _, _, position = self._item(position)
                    break
                position = self.element(position, end, depth + 1)
        return position

    def _item(self, position: int) -> tuple[int, int, int]:
        """(tag, length, where its content starts) of an item or delimiter."""
        try:
            group, element, length = _delimiter.unpack_from(self._content, position)
        except struct.error:
            raise _unsound() from None
        self._swap(position, position + 4, 2)
        self._swap(position + 4, position + 8, 4)
        return group << 16 | element, length, position + 8

    def _swap(self, start: int, end: int, size: int) -> None:
        """Reverse the bytes of every whole word."""
        end -= (end - start) % size
        words = self._content[start:end]
        for byte in range(size):
            self._content[start + byte : end : size] = words[size - 1 - byte :: size]


def _unsound() -> UnreadableError:
    return damaged("its structure cannot be followed in big endian")
