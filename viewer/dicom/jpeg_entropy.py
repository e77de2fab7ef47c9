"""Huffman coded data of sequential JPEG (ITU-T T.81 annex F), cut apart and put together again.

Bits of blocks that stay are copied as they are; only a filled block, and the DC difference of the
block that follows it, is written anew. Pure Python on purpose: the bytes come from strangers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_LOOK = 16
_ZRL, END_OF_BLOCK = 0xF0, 0x00
_END, _WRONG, _BAD_SIZE = 128, 1000, 31
_MOST_DC_BITS = 16


class CannotFillBlocks(ValueError):  # noqa: N818 - says what the codestream is, not a failure
    """Not a codestream whose blocks can be filled one by one; its pixels have to be encoded."""


@dataclass(frozen=True, slots=True)
class Huffman:
    """One table: ``look`` has an entry for every 16 bits that may come, ``codes`` the bit strings.

    ``definition`` is as in a DHT segment: 16 counts, then symbols. A DC entry is
    ``length | size << 8``; an AC entry ``length and extra bits | advance << 6``.
    """

    look: list[int]
    codes: dict[int, str]
    definition: bytes
    is_dc: bool

    def extended(self, precision: int) -> Huffman:
        """With a code for all that a filled block can need; the codes it has stay as they are.

        A symbol more takes the first code of one bit more than the longest, which no canonical
        table uses. Raises CannotFillBlocks when that has more than 16 bits.
        """
        most = (16 if precision > 8 else 12) if self.is_dc else 1
        counts, symbols = list(self.definition[:16]), self.definition[16:]
        for symbol in range(most):
            if symbol not in self.codes:
                length = max((n for n, count in enumerate(counts, 1) if count), default=0)
                if length == _LOOK:
                    raise CannotFillBlocks("a Huffman table has no room")
                counts[length], symbols = 1, symbols + bytes((symbol,))
        return huffman(bytes(counts) + symbols, is_dc=self.is_dc)


@dataclass(frozen=True, slots=True)
class Slot:
    """One block of an MCU: its component in the scan, its tables, and the DC of a filled block.

    ``differences`` and ``end`` are the codes to write with: of DC differences, of the block's end.
    """

    component: int
    dc: Huffman
    ac: Huffman
    differences: dict[int, str]
    end: str
    level: int


@lru_cache(maxsize=64)
def huffman(definition: bytes, *, is_dc: bool) -> Huffman:
    """The table of a DHT segment: 16 counts, then symbols; raises CannotFillBlocks."""
    counts, symbols = definition[:16], definition[16:]
    look: list[int] = []
    codes: dict[int, str] = {}
    code = position = 0
    for length, count in enumerate(counts, 1):
        for symbol in symbols[position : position + count]:
            codes[symbol] = f"{code:0{length}b}"
            look += [_entry(symbol, length, is_dc)] * (1 << (_LOOK - length))
            code += 1
        position, code = position + count, code << 1
    if len(look) > 1 << _LOOK or position != len(symbols):
        raise CannotFillBlocks("a Huffman table is damaged")
    look += [_BAD_SIZE << 8 if is_dc else _WRONG << 6] * ((1 << _LOOK) - len(look))
    return Huffman(look, codes, definition, is_dc)


def _entry(symbol: int, length: int, is_dc: bool) -> int:
    if is_dc:
        return length | min(symbol, _BAD_SIZE) << 8
    run, size = divmod(symbol, 16)
    if symbol == END_OF_BLOCK:
        return length | _END << 6
    if symbol != _ZRL and not size:
        return _WRONG << 6
    return length + size | (run + 1) << 6


def filled(data: bytes, mcus: Sequence[bool], slots: Sequence[Slot]) -> bytes:
    """One restart interval (stuffed bytes) whose marked MCUs are solid.

    Raises CannotFillBlocks when the bits do not follow their tables, and KeyError when there is no
    code for a difference.
    """
    plain = data.replace(b"\xff\x00", b"\xff")
    bits = f"{int.from_bytes(plain):0{8 * len(plain)}b}" if plain else ""
    try:
        text = "".join(_parts(plain, bits, mcus, slots))
    except IndexError:
        raise CannotFillBlocks("its data ends too early") from None
    text += "1" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8).replace(b"\xff", b"\xff\x00")


def _parts(plain: bytes, bits: str, mcus: Sequence[bool], slots: Sequence[Slot]) -> list[str]:
    """Stretches of old bits and new codes in their order."""
    ahead = [a << 16 | b << 8 | c for a, b, c in zip(plain, plain[1:], plain[2:], strict=False)]
    ahead += [
        int.from_bytes(plain[-2:].ljust(3, b"\xff")),
        int.from_bytes(plain[-1:] + b"\xff\xff"),
    ]
    components = 1 + max(slot.component for slot in slots)
    before, after = [0] * components, [0] * components
    parts: list[str] = []
    cut = at = 0
    for is_filled in mcus:
        for slot in slots:
            start, which = at, slot.component
            entry = slot.dc.look[(ahead[at >> 3] >> (8 - (at & 7))) & 0xFFFF]
            size = entry >> 8
            if size > _MOST_DC_BITS:
                raise CannotFillBlocks("a DC code is in no table")
            at += entry & 0xFF
            value = before[which]
            if size:
                extra = ((ahead[at >> 3] >> (8 - (at & 7))) & 0xFFFF) >> (16 - size)
                value += extra if extra >> (size - 1) else extra - (1 << size) + 1
                at += size
            after_dc, index, look = at, 1, slot.ac.look
            while index < 64:
                entry = look[(ahead[at >> 3] >> (8 - (at & 7))) & 0xFFFF]
                at += entry & 0x3F
                index += entry >> 6
            if index != 64 and not _END < index < _END + 64:
                raise CannotFillBlocks("an AC code is in no table")
            if is_filled:
                parts += (bits[cut:start], _difference(slot, slot.level - after[which]))
                parts.append(slot.end)
                after[which], cut = slot.level, at
            elif before[which] != after[which]:
                parts += (bits[cut:start], _difference(slot, value - after[which]))
                after[which], cut = value, after_dc
            else:
                after[which] = value
            before[which] = value
    if at > len(bits):
        raise CannotFillBlocks("its data ends too early")
    parts.append(bits[cut:at])
    return parts


def _difference(slot: Slot, difference: int) -> str:
    size = abs(difference).bit_length()
    code = slot.differences[size]
    if not size:
        return code
    extra = difference if difference > 0 else difference + (1 << size) - 1
    return f"{code}{extra:0{size}b}"
