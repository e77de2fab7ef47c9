"""Looks for words in bytes: in every coding, packed, and in single bits of pixels."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pydicom
from pydicom.errors import InvalidDicomError

from tests.leaks.canary import WORDS

_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp037")
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_MOST_INFLATED = 4 << 20


def leaks(traces: Mapping[str, bytes], words: Iterable[str] = WORDS) -> list[str]:
    """Which word stands in which trace, in whatever form."""
    found = []
    for name, content in traces.items():
        layers = list(_layers(content))
        lowered = [each.lower() for each in layers]
        for word in words:
            plain = any(form in layer for form in _plain(word) for layer in lowered)
            coded = any(form in layer for form in _coded(word) for layer in layers)
            if plain or coded or word in name.lower():
                found.append(f"{word} in {name}")
    return found


def _plain(word: str) -> Iterator[bytes]:
    for text in (word, word[::-1]):
        yield from (text.encode(codec).lower() for codec in _CODECS)
    yield word.encode().hex().encode()


def _coded(word: str) -> Iterator[bytes]:
    """What a word alone decides of its base64, at each of its three offsets."""
    for text in {word, word.upper(), word.capitalize()}:
        for offset in range(3):
            content = b"\0" * offset + text.encode()
            first, last = -(-offset * 8 // 6), len(content) * 8 // 6
            yield base64.b64encode(content)[first:last]
            yield base64.urlsafe_b64encode(content)[first:last]


def _layers(content: bytes) -> Iterator[bytes]:
    yield content
    for match in _ZLIB.finditer(content):
        try:
            unpacked = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
            yield unpacked.decompress(content[match.start() :], _MOST_INFLATED)
        except zlib.error:
            continue
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for info in archive.infolist():
                yield info.filename.encode()
                yield from _layers(archive.read(info))
    if content[128:132] == b"DICM":
        yield from _bit_planes(content)


def _bit_planes(content: bytes) -> Iterator[bytes]:
    try:
        ds = pydicom.dcmread(io.BytesIO(content))
        cells = np.frombuffer(ds.PixelData, f"<u{ds.BitsAllocated // 8}")
    except (InvalidDicomError, AttributeError, ValueError):
        return
    for bit in range(ds.BitsAllocated):
        plane = (cells >> bit & 1).astype(np.uint8)
        for order in ("big", "little"):
            yield np.packbits(plane, bitorder=order).tobytes()
