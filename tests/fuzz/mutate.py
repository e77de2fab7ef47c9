"""One mutant for one number: the same seeds, seed and number always give the same bytes."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Sequence

from tests.fuzz.seeds import Seed

_MOST_BYTES = 2 << 20
_NUMBERS = (0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0)
_LENGTHS = (*_NUMBERS, 0xFFFFFFFE, 0xFFFFFFFF)
_VRS = b"AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN"
_VR = (*_VRS.split(), b"UR", b"US", b"UT", b"UV", b"zz", b"\0\0")
_ITEM, _ITEM_END = b"\xfe\xff\x00\xe0\xff\xff\xff\xff", b"\xfe\xff\x0d\xe0\0\0\0\0"
_SEQUENCE_END = b"\xfe\xff\xdd\xe0\0\0\0\0"
_TOKENS = (
    _ITEM,
    _ITEM_END,
    _SEQUENCE_END,
    b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff",
    b"\x28\x00\x10\x00UL\x04\0\xff\xff\xff\x7f",
    b"\x28\x00\x08\x00IS\x0a\x002147483647",
    b"\x08\x00\x05\x00CS\x0a\0ISO 2022 IR",
    b"\xe0\x7f\x10\x00OB\0\0\xff\xff\xff\xff",
    b"\x1b$)C",
    b"\x1b-F",
    b"\\" * 40,
    b"1e400",
    b"nan",
    b"-1",
    b"9" * 40,
    b"\xff\xd8\xff\xc3",
    b"\xff\x4f\xff\x51",
    b"\xed\xa0\x80\xe2\x80\xae",
    b"<img src=file:///x>",
    b"../../x\0",
)

_Change = Callable[[bytearray, Seed, random.Random], None]


def mutant(found: Sequence[Seed], seed: int, number: int) -> bytes:
    """Mutant ``number`` of a series."""
    chance = random.Random(f"{seed}:{number}")
    first = chance.choice(found)
    content = bytearray(first.content)
    if chance.random() < 0.05:
        _splice(content, chance.choice(found), chance)
    kinds = _GENTLE if first.spans and chance.random() < 0.7 else _ROUGH
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        chance.choice(kinds)(content, first, chance)
    return bytes(content[:_MOST_BYTES])


def _somewhere(content: bytearray, seed: Seed, chance: random.Random) -> int:
    """An offset: near the header of an element, in the beginning, or anywhere."""
    kind = chance.random()
    if seed.spans and kind < 0.5:
        return max(0, min(len(content), chance.choice(seed.spans)[1] - chance.randrange(12)))
    return chance.randrange(1 + (min(len(content), 2048) if kind < 0.7 else len(content)))


def _flip(content: bytearray, seed: Seed, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 2, 8, 32))):
        at = _somewhere(content, seed, chance)
        if at < len(content):
            content[at] ^= 1 << chance.randrange(8)


def _number(content: bytearray, seed: Seed, chance: random.Random) -> None:
    at = _somewhere(content, seed, chance)
    size = chance.choice("BHL")
    value = chance.choice(_NUMBERS) & ((1 << 8 * struct.calcsize(f"<{size}")) - 1)
    _put(content, at, struct.pack(f"<{size}", value))


def _length(content: bytearray, seed: Seed, chance: random.Random) -> None:
    if seed.spans:
        start = chance.choice(seed.spans)[1]
        size, back = chance.choice((("H", 2), ("L", 4)))
        value = chance.choice(_LENGTHS) & (0xFFFF if size == "H" else 0xFFFFFFFF)
        _put(content, start - back, struct.pack(f"<{size}", value))


def _vr(content: bytearray, seed: Seed, chance: random.Random) -> None:
    if seed.spans:
        head = chance.choice(seed.spans)[0]
        _put(content, head + 4, chance.choice(_VR))


def _value(content: bytearray, seed: Seed, chance: random.Random) -> None:
    if seed.spans:
        _, start, end = chance.choice(seed.spans)
        token = chance.choice(_TOKENS)
        _put(content, start, (token * (1 + (end - start) // len(token)))[: end - start])


def _insert(content: bytearray, seed: Seed, chance: random.Random) -> None:
    at = _somewhere(content, seed, chance)
    content[at:at] = chance.choice((chance.choice(_TOKENS), chance.randbytes(chance.randrange(64))))


def _remove(content: bytearray, seed: Seed, chance: random.Random) -> None:
    at = _somewhere(content, seed, chance)
    del content[at : at + chance.choice((1, 2, 8, 100, 1000))]


def _repeat(content: bytearray, seed: Seed, chance: random.Random) -> None:
    at = _somewhere(content, seed, chance)
    piece = bytes(content[at : at + chance.choice((8, 12, 40, 400))])
    content[at:at] = piece * chance.choice((1, 2, 10, 100))


def _move(content: bytearray, seed: Seed, chance: random.Random) -> None:
    if seed.spans:
        head, _, end = chance.choice(seed.spans)
        at = chance.choice(seed.spans)[0]
        content[at:at] = content[head:end]


def _drop(content: bytearray, seed: Seed, chance: random.Random) -> None:
    head, _, end = chance.choice(seed.spans)
    del content[head:end]


def _bytes(content: bytearray, seed: Seed, chance: random.Random) -> None:
    _, start, end = chance.choice(seed.spans)
    for _ in range(chance.choice((1, 1, 4)) if end > start else 0):
        _put(content, chance.randrange(start, end), chance.randbytes(1))


def _pixels(content: bytearray, seed: Seed, chance: random.Random) -> None:
    """Damage behind the last element of the header, where pixels and codestreams are."""
    first = seed.spans[-1][2] + 8
    for _ in range(chance.choice((1, 4, 40)) if first < len(content) else 0):
        _put(content, chance.randrange(first, len(content)), chance.randbytes(1))


def _swap(content: bytearray, seed: Seed, chance: random.Random) -> None:
    """Another tag on an element: any of its neighbours', or a random one."""
    head, other = chance.choice(seed.spans)[0], chance.choice(seed.spans)[0]
    tag = bytes(content[other : other + 4]) if chance.random() < 0.7 else chance.randbytes(4)
    _put(content, head, tag)


def _nest(content: bytearray, seed: Seed, chance: random.Random) -> None:
    depth = chance.choice((2, 20, 60, 70, 300))
    opening = b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff" + _ITEM
    at = chance.choice(seed.spans)[0] if seed.spans else 0
    content[at:at] = opening * depth + (_ITEM_END + _SEQUENCE_END) * depth


def _cut(content: bytearray, seed: Seed, chance: random.Random) -> None:
    del content[_somewhere(content, seed, chance) :]


def _splice(content: bytearray, other: Seed, chance: random.Random) -> None:
    at = chance.randrange(len(content) + 1)
    content[at:] = other.content[chance.randrange(len(other.content)) :]


def _put(content: bytearray, at: int, what: bytes) -> None:
    if 0 <= at <= len(content):
        content[at : at + len(what)] = what


_ROUGH: tuple[_Change, ...] = (
    *(_flip, _flip, _number, _length, _length, _vr, _value, _value),
    *(_insert, _remove, _repeat, _move, _nest, _cut),
)
_GENTLE: tuple[_Change, ...] = (
    *(_vr, _value, _value, _move, _drop, _bytes, _bytes, _bytes, _pixels, _pixels, _swap, _nest),
)
