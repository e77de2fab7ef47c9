"""The form in which elements go into a signature: Explicit VR Little Endian without any length of
sequences, items and fragments, so that writing them otherwise does not break it (PS3.15 C.1.1).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from viewer.dicom.structure import MAX_DEPTH
from viewer.dicom.vr import ITEM, KNOWN_VRS, LONG_VRS, SEQUENCE_END, UNDEFINED
from viewer.dicom_signature.tags import is_signable_tag
from viewer.errors import UnreadableError

Buffer = bytes | memoryview
_ITEM_TAG, _END_TAG = b"\xfe\xff\x00\xe0", b"\xfe\xff\xdd\xe0"
_ITEM_END = b"\xfe\xff\x0d\xe0"
_short, _long, _item = struct.Struct("<HH2sH"), struct.Struct("<L"), struct.Struct("<HHL")


class UnsignableError(UnreadableError):
    """The element holds something of unknown VR, or is not encoded soundly."""


def is_signable(tag: int, chunks: Sequence[Buffer]) -> bool:
    """Whether an element can be covered by a signature."""
    if not is_signable_tag(tag):
        return False
    try:
        for _ in signed_form(chunks):
            pass
    except UnsignableError:
        return False
    return True


def signed_form(chunks: Sequence[Buffer]) -> Iterator[Buffer]:
    """Pieces of one element, given as its Explicit VR Little Endian encoding.

    Raises UnsignableError for VR UN, at any depth, as no two programs agree on its bytes.
    """
    vr = bytes(chunks[0][4:6])
    if vr not in KNOWN_VRS or vr == b"UN":
        raise _unsignable()
    if vr == b"SQ" or (vr in (b"OB", b"OW") and chunks[0][8:12] == b"\xff\xff\xff\xff"):
        content = chunks[0] if len(chunks) == 1 else b"".join(chunks)
        yield from _Walk(memoryview(content)).element(0)
    else:
        yield from chunks


class _Walk:
    """Goes through one encoded element; ``at`` is how far it came."""

    def __init__(self, content: memoryview) -> None:
        self._content = content
        self.at = 0

    def element(self, depth: int) -> Iterator[Buffer]:
        """The element that starts here."""
        content, start = self._content, self.at
        try:
            _, _, vr, length = _short.unpack_from(content, start)
            self.at = start + 8
            if vr in LONG_VRS:
                length = _long.unpack_from(content, self.at)[0]
                self.at += 4
        except struct.error:
            raise _unsignable() from None
        if vr not in KNOWN_VRS or vr == b"UN" or depth > MAX_DEPTH:
            raise _unsignable()
        end = len(content) if length == UNDEFINED else self.at + length
        if end > len(content):
            raise _unsignable()
        if vr == b"SQ":
            yield content[start : start + 8]
            yield from self._items(end, depth)
        elif length == UNDEFINED:
            yield b"".join((content[start : start + 4], b"OB\0\0"))
            yield from self._fragments()
        else:
            self.at = end
            yield content[start:end]

    def _items(self, end: int, depth: int) -> Iterator[Buffer]:
        while self.at < end:
            tag, length = self._delimiter()
            if tag == SEQUENCE_END:
                break
            if tag != ITEM:
                raise _unsignable()
            yield _ITEM_TAG
            yield from self._item(end if length == UNDEFINED else self.at + length, end, depth)
        yield _END_TAG

    def _item(self, end: int, limit: int, depth: int) -> Iterator[Buffer]:
        if end > limit:
            raise _unsignable()
        while self.at < end:
            if bytes(self._content[self.at : self.at + 4]) == _ITEM_END:
                self._delimiter()
                return
            yield from self.element(depth + 1)

    def _fragments(self) -> Iterator[Buffer]:
        while True:
            tag, length = self._delimiter()
            if tag == SEQUENCE_END:
                break
            if tag != ITEM or self.at + length > len(self._content):
                raise _unsignable()
            yield _ITEM_TAG
            yield self._content[self.at : self.at + length]
            self.at += length
        yield _END_TAG

    def _delimiter(self) -> tuple[int, int]:
        try:
            group, element, length = _item.unpack_from(self._content, self.at)
        except struct.error:
            raise _unsignable() from None
        self.at += 8
        return group << 16 | element, length


def _unsignable() -> UnsignableError:
    return UnsignableError("It holds something a signature cannot cover.", "This is no fault.")
