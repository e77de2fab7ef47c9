"""A file opened for its frames; lives in the decode worker."""

from __future__ import annotations

import struct
from dataclasses import replace
from functools import cached_property

from pydicom.uid import UID

from viewer.dicom.codecs import decode
from viewer.dicom.encoding import GE_BIG_ENDIAN_PIXELS, Buffer
from viewer.dicom.failures import damaged, too_large, truncated
from viewer.dicom.fragments import Span, fragment_spans, frame_spans, join
from viewer.dicom.frame import Array
from viewer.dicom.native import native_frame
from viewer.dicom.parsed import Parsed, parse
from viewer.dicom.pixel_spec import PixelSpec, pixel_spec
from viewer.errors import UnreadableError

_MAX_FRAME_BYTES = 1 << 30


class PixelFile:
    """One parsed file; frames are decoded on demand. Raises UnreadableError."""

    def __init__(self, buffer: Buffer) -> None:
        self._parsed: Parsed = parse(buffer)
        self._header = self._parsed.dataset(pixels=False)
        found = self._parsed.layout.pixels
        spec = pixel_spec(self._header)
        if spec is None or found is None:
            raise UnreadableError("The file holds no pixel data.")
        self._element = found
        self.spec: PixelSpec = _with_floating(spec, found.tag)
        if self.spec.frame_bits > 8 * _MAX_FRAME_BYTES:
            raise too_large("A frame")
        self._data = self._parsed.encoding.buffer

    def frame(self, index: int) -> tuple[Array, str]:
        """Stored values of a frame and their photometric interpretation."""
        if not 0 <= index < self.spec.frames:
            raise damaged("it has fewer frames than asked for")
        if self._is_encapsulated:
            return decode(join(self._data, self._frames[index]), self.spec)
        data = memoryview(self._data)[self._element.start : self._element.end]
        if len(data) * 8 < self.spec.frame_bits * self.spec.frames:
            raise truncated("the pixel data")
        photometric = self.spec.photometric.replace("_422", "")
        return native_frame(data, index, self.spec, little=self._pixels_little), photometric

    @property
    def _is_encapsulated(self) -> bool:
        return self._element.undefined or UID(self.spec.transfer_syntax).is_encapsulated

    @property
    def _pixels_little(self) -> bool:
        """Single bytes in OB do not stand in words, so there is nothing to swap."""
        bytewise = self._element.vr == b"OB" and self.spec.bits_allocated <= 8
        little = self._parsed.encoding.little and self.spec.transfer_syntax != GE_BIG_ENDIAN_PIXELS
        return little or bytewise

    @cached_property
    def _frames(self) -> list[list[Span]]:
        spans = fragment_spans(self._data, self._element.start, self._element.end)
        return frame_spans(self._data, spans, self.spec.frames, self._extended_offsets())

    def _extended_offsets(self) -> list[int]:
        raw = self._header.get("ExtendedOffsetTable")
        if not isinstance(raw, bytes) or len(raw) != 8 * self.spec.frames:
            return []
        return list(struct.unpack(f"<{len(raw) // 8}Q", raw))


def _with_floating(spec: PixelSpec, tag: int) -> PixelSpec:
    return replace(spec, floating=tag in (0x7FE00008, 0x7FE00009))
