"""Data sets to Explicit VR Little Endian bytes (PS3.5 7.1).

Elements nobody touched are still raw: their value bytes are copied, not interpreted, so a value
that breaks the rules survives unless somebody decided otherwise.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from pydicom.charset import convert_encodings
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_data_element
from pydicom.tag import BaseTag

from viewer.dicom.charsets import encodings_of
from viewer.dicom.vr import KNOWN_VRS, LONG_VRS, dictionary_vr

TEXT_VRS = frozenset(("LO", "LT", "PN", "SH", "ST", "UC", "UT"))
_TRAILING_PADDING = 0xFFFCFFFC
_CHARACTER_SET = 0x00080005
_PIXEL_DATA = 0x7FE00010
_PADDED = TEXT_VRS | {"AE", "AS", "CS", "DA", "DS", "DT", "IS", "TM", "UI", "UR"}
_UNDEFINED = b"\xff\xff\xff\xff"
_ITEM = b"\xfe\xff\x00\xe0"
_PLAIN = frozenset(vr.decode() for vr in KNOWN_VRS - {b"UN", b"SQ"})
_long_vrs = frozenset(vr.decode() for vr in LONG_VRS)
_short_vrs = {vr.decode(): vr for vr in KNOWN_VRS - LONG_VRS}
_short_head = struct.Struct("<HH2sH")


EncodedPart = tuple[int, list[bytes]]  # a tag and the chunks of its element, header included


class EncodedElement(RawDataElement):
    """An element whose value is in the very form it is written in; unread, as far as pydicom."""

    __slots__ = ()


_DELIMITER = b"\xfe\xff\xdd\xe0\0\0\0\0"


class ExplicitEncoder:
    """Encodes one data set; ``signed`` is the pixel representation of the nearest data set."""

    def __init__(self, *, encapsulated: bool) -> None:
        self._encapsulated = encapsulated

    def encode(
        self, ds: Dataset, *, signed: bool | None = None, inherited: Sequence[str] = ("iso8859",)
    ) -> list[bytes]:
        """Chunks of the encoded data set, without group lengths and trailing padding."""
        elements = self.elements(ds, signed=signed, inherited=inherited)
        return [chunk for _, chunks in elements for chunk in chunks]

    def elements(
        self, ds: Dataset, *, signed: bool | None = None, inherited: Sequence[str] = ("iso8859",)
    ) -> Iterator[EncodedPart]:
        """Tags in rising order, each with the chunks of its element."""
        charsets = _charsets(ds) or list(inherited)
        if "PixelRepresentation" in ds:
            signed = ds.get("PixelRepresentation") == 1
        recode = _text_changed(ds, charsets)
        for tag in sorted(ds._dict, key=int):
            number = int(tag)
            if not number & 0xFFFF or number == _TRAILING_PADDING or number >> 16 in (0, 2):
                continue
            yield number, self._element(ds, tag, bool(signed), charsets, recode)

    def settle(self, ds: Dataset, tag: int) -> EncodedElement:
        """One top-level element, encoded once for all data sets that get an equal one."""
        signed = ds.get("PixelRepresentation") == 1
        charsets = _charsets(ds) or ["iso8859"]
        content = b"".join(self._element(ds, BaseTag(tag), signed, charsets, recode=False))
        vr = content[4:6].decode()
        value = content[12 if vr in _long_vrs else 8 :]
        return EncodedElement(BaseTag(tag), vr, len(value), value, 0, False, True)

    def _element(
        self, ds: Dataset, tag: BaseTag, signed: bool, charsets: list[str], recode: bool
    ) -> list[bytes]:
        element: object = ds._dict[tag]
        if isinstance(element, RawDataElement):
            known = element.VR
            plain = known in _PLAIN or type(element) is EncodedElement
            if plain and not (recode and (known in TEXT_VRS or known == "SQ")):
                return self._raw(tag, known or "UN", element.value or b"")
            vr = self.vr_of(ds, element, signed)
            if vr != "SQ" and not (recode and vr in TEXT_VRS):
                return self._raw(tag, vr, element.value or b"")
            if element.VR is None or element.VR == "UN":
                element = element._replace(VR=vr)
                ds._dict[tag] = element
            element = ds[tag]
        assert isinstance(element, DataElement)
        if element.VR == "SQ":
            return self._sequence(element, signed, charsets)
        if element.VR in ("OB", "OW") and isinstance(element.value, bytes):
            return self._raw(tag, str(element.VR), element.value)
        stream = DicomBytesIO()
        stream.is_implicit_VR, stream.is_little_endian = False, True
        write_data_element(stream, _definite(ds, element, signed), list(charsets))
        return [stream.getvalue()]

    def vr_of(self, ds: Dataset, element: RawDataElement, signed: bool) -> str:
        """One definite VR for a raw element, from itself or from the dictionaries."""
        vr = element.VR
        if vr is None or vr == "UN" or vr.encode() not in KNOWN_VRS:
            vr = _dictionary(ds, element.tag) or "UN"
        return _unambiguous(ds, element.tag, vr, len(element.value or b""), signed)

    def _raw(self, tag: BaseTag, vr: str, value: bytes) -> list[bytes]:
        number, short = int(tag), _short_vrs.get(vr)
        if value[-1:] in (b" ", b"\0") and vr in _PADDED:
            value = _padded_once(vr, value)
        if short and len(value) <= 0xFFFE and not len(value) % 2:
            head = _short_head.pack(number >> 16, number & 0xFFFF, short, len(value))
            return [head + value]
        if number == _PIXEL_DATA and self._encapsulated and value.startswith(_ITEM):
            return [_long_header(tag, "OB", _UNDEFINED), value, _DELIMITER]
        if len(value) % 2:
            binary = vr in ("UI", "OB", "UN") and not tag.is_private_creator
            value += b"\0" if binary else b" "
        if vr in _long_vrs or len(value) > 0xFFFE:
            known = vr if vr in _long_vrs else "UN"
            return [_long_header(tag, known, struct.pack("<L", len(value))), value]
        head = _short_head.pack(number >> 16, number & 0xFFFF, vr.encode(), len(value))
        return [head + value]

    def _sequence(self, element: DataElement, signed: bool, charsets: list[str]) -> list[bytes]:
        chunks: list[bytes] = []
        for item in element.value:
            body = self.encode(item, signed=signed, inherited=charsets)
            size = sum(map(len, body))
            chunks.append(struct.pack("<HHL", 0xFFFE, 0xE000, size))
            chunks.extend(body)
        total = struct.pack("<L", sum(map(len, chunks)))
        return [_long_header(element.tag, "SQ", total), *chunks]


def _long_header(tag: BaseTag, vr: str, length: bytes) -> bytes:
    return struct.pack("<HH2sH", tag.group, tag.element, vr.encode(), 0) + length


def _padded_once(vr: str, value: bytes) -> bytes:
    """A text with no more padding than its length needs: readers drop the rest (PS3.5 6.2)."""
    if vr == "UI":
        value = value.rstrip(b" \0")
        return value + b"\0" * (len(value) % 2)
    value = value.rstrip(b" ")
    return value + b" " * (len(value) % 2)


def _charsets(ds: Dataset) -> list[str]:
    element = ds._dict.get(BaseTag(_CHARACTER_SET))
    if element is None:
        return []
    if isinstance(element, RawDataElement):
        return list(encodings_of(element.value)) if element.value else []
    value = element.value
    return convert_encodings(value) if value else []


def is_recoded(ds: Dataset) -> bool:
    """Whether the text of a data set is written in another character set than it was read in."""
    return _text_changed(ds, _charsets(ds) or ["iso8859"])


def _text_changed(ds: Dataset, charsets: list[str]) -> bool:
    """Whether raw text bytes were written in another character set than the one now named."""
    original = ds.original_character_set or charsets
    return ([original] if isinstance(original, str) else list(original)) != charsets


def _dictionary(ds: Dataset, tag: BaseTag) -> str:
    if not tag.is_private:
        return dictionary_vr(tag)
    if tag.is_private_creator:
        return "LO"
    name = creator_of(ds, tag)
    return dictionary_vr(tag, name) if name else ""


def creator_of(ds: Dataset, tag: BaseTag) -> str:
    """The private creator of a private element, empty when it has none."""
    creator = ds.get(BaseTag(tag.group << 16 | tag.element >> 8))
    return str(creator.value) if creator is not None else ""


def _unambiguous(ds: Dataset, tag: BaseTag, vr: str, length: int, signed: bool) -> str:
    """PS3.5 annex A for attributes whose VR depends on others."""
    if " or " not in vr:
        return vr
    if "OW" in vr:
        if tag == _PIXEL_DATA:
            return "OW" if (ds.get("BitsAllocated") or 16) > 8 else "OB"
        if tag.elem == 0x1010 and tag.group & 0xFF00 == 0x5400:
            return "OB" if ds.get("WaveformBitsAllocated") == 8 else "OW"
        if vr.startswith("US") and length <= 2:
            return "US"
        return "OW"
    return "SS" if signed else "US"


def _definite(ds: Dataset, element: DataElement, signed: bool) -> DataElement:
    """A data element whose VR is not one of two, and never UN where the dictionary knows better."""
    length = len(element.value) if isinstance(element.value, bytes) else 2
    vr = _unambiguous(ds, element.tag, str(element.VR), length, signed)
    if vr == str(element.VR):
        return element
    return DataElement(element.tag, vr, element.value)
