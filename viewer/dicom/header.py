"""The few header values that load needs, read without building a data set."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from pydicom.charset import convert_encodings, decode_bytes
from pydicom.dataset import Dataset

from viewer.dicom.encoding import Encoding
from viewer.dicom.raw_elements import raw_elements
from viewer.dicom.structure import Element, Layout

_DELIMITERS = set(b"\\^=")


@dataclass(frozen=True, slots=True)
class Header:
    """Top-level values of one file; ``text`` and ``numbers`` never raise."""

    encoding: Encoding
    layout: Layout

    @property
    def has_pixels(self) -> bool:
        """Whether a pixel data element is there."""
        return self.layout.pixels is not None

    def __contains__(self, tag: int) -> bool:
        return tag in self.layout.elements

    def raw(self, tag: int) -> bytes:
        """Value bytes, empty when absent."""
        found = self.layout.elements.get(tag)
        if found is None or found.undefined:
            return b""
        return bytes(self.encoding.buffer[found.start : found.end])

    def ascii(self, tag: int) -> str:
        """A UID or code string."""
        return self.raw(tag).decode("ascii", "replace").strip(" \0")

    def text(self, tag: int) -> str:
        """Text in the file's own character set, escaped where it cannot be decoded."""
        raw = self.raw(tag).rstrip(b" \0")
        if raw.isascii() and b"\x1b" not in raw:
            return raw.decode("ascii")
        charsets = [part.strip() for part in self.ascii(0x00080005).split("\\")]
        try:
            return decode_bytes(raw, convert_encodings(charsets), _DELIMITERS)
        except Exception:  # noqa: BLE001 - a broken character set must not hide the file
            return raw.decode("latin-1")

    def integer(self, tag: int, default: int | None = None) -> int | None:
        """First number of a US, SS, UL, SL or IS value."""
        found, raw = self.layout.elements.get(tag), self.raw(tag)
        if found is None or not raw:
            return default
        try:
            if self._is_string(found, raw):
                return int(float(raw.split(b"\\")[0].decode("ascii").strip(" \0")))
            order = "<" if self.encoding.little else ">"
            return int(struct.unpack_from(order + ("H" if len(raw) < 4 else "L"), raw)[0])
        except (ValueError, struct.error, OverflowError):
            return default

    def decimals(self, tag: int) -> tuple[float, ...]:
        """The numbers of a DS value, empty when any of them is none."""
        try:
            parts = self.raw(tag).decode("ascii").strip(" \0").split("\\")
            numbers = tuple(float(part) for part in parts if part.strip())
        except ValueError:
            return ()
        return numbers if all(abs(number) < 1e9 for number in numbers) else ()

    def items(self, tag: int) -> list[Dataset]:
        """The items of a sequence; none when it is absent or damaged."""
        found = self.layout.elements.get(tag)
        if found is None:
            return []
        implicit, little = self.encoding.implicit, self.encoding.little
        try:
            made = raw_elements(self.encoding.buffer, [found], implicit=implicit, little=little)
            return list(Dataset(made)[tag].value)
        except Exception:  # noqa: BLE001 - a damaged sequence must not hide the file
            return []

    @staticmethod
    def _is_string(found: Element, raw: bytes) -> bool:
        return found.vr in (b"IS", b"DS") or found.tag in _INTEGER_STRINGS


_INTEGER_STRINGS = frozenset((0x00200013, 0x00200011, 0x00280008))
