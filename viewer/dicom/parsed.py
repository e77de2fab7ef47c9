"""A file taken apart: encoding, layout of its top level, and the data set built from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.tag import BaseTag
from pydicom.uid import UID, ExplicitVRLittleEndian, ImplicitVRLittleEndian

from viewer.dicom.byte_order import swap_words, to_little_endian
from viewer.dicom.charsets import encodings_of
from viewer.dicom.encoding import (
    GE_BIG_ENDIAN_PIXELS,
    Buffer,
    Encoding,
    check_looks_right,
    find_encoding,
)
from viewer.dicom.failures import NotDicomError, damaged
from viewer.dicom.raw_elements import Elements, raw_elements
from viewer.dicom.structure import Element, Layout, Walker
from viewer.dicom.vr import KNOWN_VRS
from viewer.errors import UnreadableError

_SYNTAX = BaseTag(0x00020010)
_CHARSET = 0x00080005


@dataclass(frozen=True, slots=True)
class Parsed:
    """Encoding and validated layout of one file."""

    encoding: Encoding
    layout: Layout

    def dataset(self, *, pixels: bool = True) -> FileDataset:
        """A pydicom data set whose elements are still raw; without pixel data on request."""
        encoding, layout = self.encoding, self.layout
        skip = layout.pixels.tag if layout.pixels else None
        elements = self._elements(layout.elements.values(), skip)
        if layout.pixels and pixels:
            elements[BaseTag(layout.pixels.tag)] = self.pixel_element()
        made = FileDataset(
            "",
            elements,
            encoding.preamble or None,
            self._file_meta(),
            encoding.implicit,
            encoding.little,
        )
        made.set_original_encoding(encoding.implicit, encoding.little, self._charset(elements))
        self._normalise(made)
        return made

    def duplicates(self) -> Iterator[Dataset]:
        """The attributes that are not in the data set because their tag was met before."""
        charset = self._charset(self._elements(self._charset_element()))
        for each in self.layout.duplicates:
            made = Dataset(self._elements([each]))
            made.set_original_encoding(self.encoding.implicit, self.encoding.little, charset)
            if not self.encoding.little:
                to_little_endian(made)
            yield made

    def _charset_element(self) -> Iterator[Element]:
        if found := self.layout.elements.get(_CHARSET):
            yield found

    def _elements(self, wanted: Iterable[Element], skip: int | None = None) -> Elements:
        implicit, little = self.encoding.implicit, self.encoding.little
        return raw_elements(
            self.encoding.buffer, wanted, skip=skip, implicit=implicit, little=little
        )

    def _normalise(self, made: FileDataset) -> None:
        """Leave no big endian anything to whoever works with the data set."""
        if not self.encoding.little:
            to_little_endian(made)
            made.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        elif self.encoding.transfer_syntax == GE_BIG_ENDIAN_PIXELS:
            if "PixelData" in made and made.get("BitsAllocated") == 16:
                swap_words(made["PixelData"], 2)
            made.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian

    @staticmethod
    def _charset(elements: Elements) -> list[str]:
        raw = elements.get(BaseTag(_CHARSET))
        value = raw.value if raw is not None and isinstance(raw.value, bytes) else b""
        return list(encodings_of(value))

    def pixel_element(self) -> RawDataElement:
        """The pixel data as it lies in the file."""
        found = self.layout.pixels
        assert found is not None
        value = bytes(self.encoding.buffer[found.start : found.end])
        if found.undefined:
            value = value[:-8]
        vr = found.vr.decode("ascii") if found.vr in KNOWN_VRS else None
        length = 0xFFFFFFFF if found.undefined else len(value)
        little, implicit = self.encoding.little, self.encoding.implicit
        return RawDataElement(BaseTag(found.tag), vr, length, value, found.start, implicit, little)

    def _file_meta(self) -> FileMetaDataset:
        content = self.encoding.meta
        layout = Walker(content, True).walk(0, implicit=False)
        read = raw_elements(content, layout.elements.values(), implicit=False, little=True)
        meta = FileMetaDataset(read)
        known = read.get(_SYNTAX)
        if known is None or _ascii(known.value) != self.encoding.transfer_syntax:
            meta.TransferSyntaxUID = UID(self.encoding.transfer_syntax)
        return meta


def _ascii(value: object) -> str:
    return value.decode("ascii", "replace").strip(" \0") if isinstance(value, bytes) else ""


def parse(buffer: Buffer) -> Parsed:
    """Take a whole file apart; raises UnreadableError, NotDicomError when it is no DICOM at all."""
    encoding = find_encoding(buffer)
    try:
        layout = Walker(encoding.buffer, encoding.little).walk(encoding.start, encoding.implicit)
    except UnreadableError:
        check_looks_right(encoding)
        raise
    check_plausible(encoding, layout)
    return Parsed(encoding, layout)


def check_plausible(encoding: Encoding, layout: Layout) -> None:
    """Refuse what walks like a data set but has none of the groups every DICOM object has."""
    groups = {tag >> 16 for tag in layout.elements}
    if not encoding.has_prefix and not encoding.meta and not groups & {0x0008, 0x0004}:
        raise NotDicomError("The file is not DICOM.")
    if not groups and layout.pixels is None:
        raise damaged("it holds no attributes")
