"""What bytes hold once more inside themselves: compressed streams, base64, and both in turn."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

_ZLIB, _GZIP = re.compile(rb"\x78[\x01\x5e\x9c\xda]"), re.compile(rb"\x1f\x8b\x08")
_ZIP = re.compile(rb"PK\x03\x04.{4}\x08\x00.{16}(..)(..)", re.DOTALL)
_BASE64 = re.compile(rb"[A-Za-z0-9+/](?:[A-Za-z0-9+/]|\r?\n){15,}={0,2}")
_PIECE = 1 << 12
_DEPTH = 3
_MOST_BYTES = 32 << 20
_MOST_LAYERS = 512
_SHORTEST = 6


def layers_of(content: bytes) -> Iterator[bytes]:
    """The content, then what can be unpacked from it; bounded in depth, number and size."""
    waiting, met = [(content, 0)], 0
    while waiting:
        layer, depth = waiting.pop()
        yield layer
        if depth < _DEPTH and met < _MOST_LAYERS:
            found = (each for each in _inside(layer) if len(each) >= _SHORTEST)
            inner = list(islice(found, _MOST_LAYERS))
            met += len(inner)
            waiting += [(each, depth + 1) for each in inner]


def _inside(layer: bytes) -> Iterator[bytes]:
    for match in _ZLIB.finditer(layer):
        yield _inflated(layer, match.start(), zlib.MAX_WBITS)
    for match in _GZIP.finditer(layer):
        yield _inflated(layer, match.start(), zlib.MAX_WBITS | 16)
    for match in _ZIP.finditer(layer):
        skip = sum(int.from_bytes(each, "little") for each in match.groups())
        yield _inflated(layer, match.end() + skip, -zlib.MAX_WBITS)
    for match in _BASE64.finditer(layer):
        joined = match[0].translate(None, b"\r\n=")
        yield from (_decoded(joined[start:]) for start in range(4))  # where it starts is not known


def _inflated(layer: bytes, start: int, bits: int) -> bytes:
    """As much as can be inflated: a stream that ends in rubbish has said enough before it."""
    stream, found = zlib.decompressobj(bits), bytearray()
    for at in range(start, len(layer), _PIECE):
        before = stream.copy()
        try:
            found += stream.decompress(layer[at : at + _PIECE], _MOST_BYTES - len(found))
        except zlib.error:
            found += _byte_by_byte(before, layer[at : at + _PIECE])
            break
        if stream.eof or len(found) >= _MOST_BYTES:
            break
    return bytes(found)


def _byte_by_byte(stream: zlib._Decompress, piece: bytes) -> bytes:
    """What comes out of a piece before the byte that is wrong."""
    found = b""
    with suppress(zlib.error):
        for number in range(len(piece)):
            found += stream.decompress(piece[number : number + 1], _MOST_BYTES)
    return found


def _decoded(text: bytes) -> bytes:
    whole = text[:-1] if len(text) % 4 == 1 else text
    try:
        return base64.b64decode(whole + b"=" * (-len(whole) % 4))
    except binascii.Error:
        return b""
