"""Walks the elements of a data set without interpreting values, before anything is allocated.

Every length is compared with the bytes that are left and nesting is counted, so that what comes
after can trust the layout.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import NamedTuple

from viewer.dicom.encoding import Buffer
from viewer.dicom.failures import damaged, truncated
from viewer.dicom.vr import (
    ITEM,
    ITEM_END,
    KNOWN_VRS,
    LONG_VRS,
    SEQUENCE_END,
    SHORT_VRS,
    UNDEFINED,
    is_sequence,
)
from viewer.errors import UnreadableError

MAX_DEPTH = 64
MAX_ELEMENTS = 2_000_000
MAX_ATTRIBUTES = 1 << 16
PIXEL_TAGS = frozenset((0x7FE00008, 0x7FE00009, 0x7FE00010))
_FIRST_PIXELS = 0x7FE00000
_new = tuple.__new__  # a NamedTuple without the cost of its constructor


class NeedMoreBytesError(Exception):
    """The buffer is only the beginning of the file and the walk reached its end."""


class Element(NamedTuple):
    """One top-level element: value bytes at ``start`` to ``end`` of the buffer."""

    tag: int
    vr: bytes
    start: int
    end: int
    undefined: bool


@dataclass(slots=True)
class Layout:
    """Top-level elements by tag (the first of duplicates) and where the data set ends.

    ``duplicates`` are the later ones of a tag, in the order of the file.
    ``pixels`` is the pixel data element, ``pixels_at`` where its header starts. When the walk was
    asked to stop at pixels, ``pixels.end`` is only what the header of the element announces.
    """

    elements: dict[int, Element] = field(default_factory=dict)
    pixels: Element | None = None
    pixels_at: int = 0
    end: int = 0
    duplicates: list[Element] = field(default_factory=list)
    out_of_order: bool = False


class Walker:
    """Walks one buffer; ``size`` is the size of the file when the buffer is its beginning."""

    def __init__(self, buffer: Buffer, little: bool, size: int | None = None) -> None:
        self._buffer = buffer
        self._size = len(buffer) if size is None else size
        self._partial = self._size > len(buffer)
        self._little = little
        order = "<" if little else ">"
        self._explicit = struct.Struct(order + "HH2sH")
        self._implicit = struct.Struct(order + "HHL")
        self._long = struct.Struct(order + "L")
        self._count = 0

    def walk(self, start: int, implicit: bool, *, stop_at_pixels: bool = False) -> Layout:
        """Layout of the data set at ``start``; raises UnreadableError or NeedMoreBytesError."""
        layout, position, last, highest = Layout(end=start), start, -1, -1
        elements = layout.elements
        while self._size - position >= 8:
            position, passed = self._plain_run(elements, position, highest, implicit)
            if len(elements) + len(layout.duplicates) > MAX_ATTRIBUTES:
                raise UnreadableError(
                    f"It has more than {MAX_ATTRIBUTES} attributes outside of sequences.",
                    "No real image has; check where the file comes from.",
                )
            if passed > highest:
                last = highest = passed
                layout.end = position
                continue
            try:
                tag, vr, length, value = self._header(position, implicit)
                in_pixels = tag in PIXEL_TAGS
                if in_pixels and stop_at_pixels:
                    end = UNDEFINED if length == UNDEFINED else value + length
                    layout.pixels = Element(tag, vr, value, end, length == UNDEFINED)
                    layout.pixels_at = layout.end = position
                    return layout
                end = self._value_end(tag, vr, length, value, implicit, 0)
            except UnreadableError:
                if self._is_tail(layout, position, last):
                    break
                raise
            if tag <= last and self._is_tail(layout, position, last, tag):
                break
            element = Element(tag, vr, value, end, length == UNDEFINED)
            if in_pixels and layout.pixels is None:
                layout.pixels, layout.pixels_at = element, position
            layout.out_of_order = layout.out_of_order or tag < last
            if tag in elements:
                layout.duplicates.append(element)
            else:
                elements[tag] = element
            last, position, layout.end = tag, end, end
            highest = max(highest, tag)
        if layout.pixels is None and 0 < self._size - position < 8:
            self._check_stub(position)
        return layout

    def _plain_run(
        self, elements: dict[int, Element], position: int, highest: int, implicit: bool
    ) -> tuple[int, int]:
        """Enter elements as long as they rise and hold plain values; where it ended, last tag.

        The slow steps of ``walk`` do the same for each of them; most of a header passes here.
        """
        buffer, size, last = self._buffer, self._size, len(self._buffer) - 12
        unpack = self._implicit.unpack_from if implicit else self._explicit.unpack_from
        count = len(elements)
        while position <= last:
            if implicit:
                (group, number, length), vr = unpack(buffer, position), b""
                tag = group << 16 | number
                if group & 1 or length == UNDEFINED or is_sequence(tag):
                    break
            else:
                group, number, vr, length = unpack(buffer, position)
                tag = group << 16 | number
                if vr not in SHORT_VRS:
                    break
            end = position + 8 + length
            if tag <= highest or tag >= _FIRST_PIXELS or end > size:
                break
            elements[tag] = _new(Element, (tag, vr, position + 8, end, False))
            highest, position = tag, end
        self._count += len(elements) - count
        return position, highest

    def _check_stub(self, position: int) -> None:
        """Fewer bytes than an element header are a cut-off one, unless they are padding."""
        if self._partial:
            raise NeedMoreBytesError
        if any(self._buffer[position:]):
            raise truncated()

    def _is_tail(self, layout: Layout, position: int, last: int, tag: int = -1) -> bool:
        """Whether the bytes here follow the data set instead of belonging to it."""
        if tag == 0 and last > 0:
            return not any(self._buffer[position : position + 8])
        if layout.pixels is not None:
            return tag <= 0x7FE00010
        return tag == -1 and last > 0 and not any(self._buffer[position:])

    def _header(self, position: int, implicit: bool) -> tuple[int, bytes, int, int]:
        """(tag, VR or nothing, length, offset of the value)."""
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise damaged("it has millions of elements")
        if position + 12 > len(self._buffer) and self._partial:
            raise NeedMoreBytesError
        if position + 8 > len(self._buffer):
            raise truncated()
        group, element, vr, length = self._explicit.unpack_from(self._buffer, position)
        tag = group << 16 | element
        if not implicit and group != 0xFFFE:
            if vr in LONG_VRS:
                if position + 12 > len(self._buffer):
                    raise truncated()
                length = self._long.unpack_from(self._buffer, position + 8)[0]
                return tag, vr, length, position + 12
            if vr in KNOWN_VRS or b"AA" <= vr <= b"ZZ":
                return tag, vr, length, position + 8
        length = self._implicit.unpack_from(self._buffer, position)[2]
        return tag, b"", length, position + 8

    def _value_end(
        self, tag: int, vr: bytes, length: int, value: int, implicit: bool, depth: int
    ) -> int:
        """Where the value ends, after walking into it when it is a sequence."""
        if length == UNDEFINED:
            if tag in PIXEL_TAGS:
                return self.fragments_end(value)
            inner = implicit or not vr or vr == b"UN"
            return self._sequence_end(value, self._size, inner, depth, delimited=True)
        end = value + length
        if end > self._size:
            raise truncated("the pixel data" if tag in PIXEL_TAGS else "the header")
        if length < 8 or not (vr == b"SQ" or (vr in (b"", b"UN") and is_sequence(tag))):
            return self._skip_opaque(tag, vr, value, end, depth)
        self._sequence_end(value, end, implicit or vr == b"UN", depth, delimited=False)
        return end

    def _skip_opaque(self, tag: int, vr: bytes, value: int, end: int, depth: int) -> int:
        """Private sequences of unknown VR are walked too, for their depth, where they are sound."""
        if not tag >> 16 & 1 or vr not in (b"", b"UN") or end - value < 8:
            return end
        if value + 8 > len(self._buffer):
            if self._partial:
                raise NeedMoreBytesError
            return end
        if self._implicit.unpack_from(self._buffer, value)[:2] != (0xFFFE, 0xE000):
            return end
        try:
            self._sequence_end(value, end, True, depth, delimited=False)
        except TooDeepError:
            raise
        except UnreadableError:
            return end
        return end

    def _sequence_end(
        self, position: int, limit: int, implicit: bool, depth: int, *, delimited: bool
    ) -> int:
        if depth >= MAX_DEPTH:
            raise TooDeepError(
                f"Its sequences are nested deeper than {MAX_DEPTH}.",
                "No real image is; check where the file comes from.",
            )
        while limit - position >= 8:
            tag, _, length, value = self._header(position, True)
            if tag == SEQUENCE_END and delimited:
                return value
            if tag != ITEM:
                raise damaged("a sequence holds something that is no item")
            position = self._item_end(value, length, limit, implicit, depth)
        if delimited:
            raise truncated("a sequence")
        return limit

    def _item_end(self, value: int, length: int, limit: int, implicit: bool, depth: int) -> int:
        end = limit if length == UNDEFINED else value + length
        if end > limit:
            raise truncated("a sequence")
        position, implicit = value, self._item_is_implicit(value, end, implicit)
        while end - position >= 8:
            tag, vr, size, start = self._header(position, implicit)
            if tag == ITEM_END:
                return start
            if tag == SEQUENCE_END and length == UNDEFINED:
                return position
            position = self._value_end(tag, vr, size, start, implicit, depth + 1)
            if position > end:
                raise truncated("a sequence")
        if length == UNDEFINED:
            raise truncated("a sequence")
        return end

    def _item_is_implicit(self, value: int, end: int, implicit: bool) -> bool:
        """Some writers switch the encoding inside sequences; the first element tells."""
        if end - value < 8:
            return implicit
        if value + 8 > len(self._buffer):
            if self._partial:
                raise NeedMoreBytesError
            return implicit
        group, _, vr, _ = self._explicit.unpack_from(self._buffer, value)
        if group == 0xFFFE:
            return implicit
        return vr not in KNOWN_VRS if implicit else not b"AA" <= vr <= b"ZZ"

    def fragments_end(self, position: int) -> int:
        """End of encapsulated pixel data, its delimiter included (PS3.5 A.4)."""
        while self._size - position >= 8:
            if position + 8 > len(self._buffer):
                raise NeedMoreBytesError
            group, element, length = self._implicit.unpack_from(self._buffer, position)
            tag = group << 16 | element
            if tag == SEQUENCE_END:
                return position + 8
            if tag != ITEM:
                raise damaged("its compressed pixel data holds something that is no fragment")
            position += 8 + length
            if position > self._size:
                raise truncated("the pixel data")
        raise truncated("the pixel data")


class TooDeepError(UnreadableError):
    """Sequences are nested deeper than any real object."""
