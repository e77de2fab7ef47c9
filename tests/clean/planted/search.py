"""Looks for values in bytes, however they may be written."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.clean.planted.values import Planted

_CODECS = ("utf-8", "utf-16-le", "utf-16-be")
_DEFLATED, _META = b"1.2.840.10008.1.2.1.99", 1024
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")


def found_in(folder: Path, planted: Iterable[Planted]) -> list[Planted]:
    """The planted values that occur in a file name or in any byte below a folder."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    names = "\n".join(each.relative_to(folder).as_posix() for each in files).encode()
    blobs = [names, *(layer for each in files for layer in _layers(each.read_bytes()))]
    lowered = [each.lower() for each in blobs]
    return [
        each
        for each in planted
        if any(form in blob for form in _plain(each) for blob in lowered)
        or any(form in blob for form in _base64(each) for blob in blobs)
    ]


def _layers(content: bytes) -> Iterator[bytes]:
    yield content
    if _DEFLATED in content[:_META]:
        group = content.index(b"DICM") + 4  # also within a zip that stores it
        length = int.from_bytes(content[group + 8 : group + 12], "little")
        yield zlib.decompressobj(-zlib.MAX_WBITS).decompress(content[group + 12 + length :])
    for match in _ZLIB.finditer(content):
        try:
            yield zlib.decompressobj().decompress(content[match.start() :], 1 << 20)
        except zlib.error:
            continue


def _plain(planted: Planted) -> Iterator[bytes]:
    for codec in (*_CODECS, planted.encoding):
        try:
            yield planted.value.encode(codec).lower()
        except UnicodeEncodeError:
            continue


def _base64(planted: Planted) -> Iterator[bytes]:
    """What the value alone decides of its base64, at each of its three possible offsets."""
    for value in {planted.value, planted.value.lower(), planted.value.upper()}:
        for offset in range(3):
            content = b"\0" * offset + value.encode()
            first, last = -(-offset * 8 // 6), len(content) * 8 // 6
            yield base64.b64encode(content)[first:last]
