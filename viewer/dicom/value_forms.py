"""Whether values have the form of their VR (PS3.5 6.2), and what can be read in those of bytes."""

from __future__ import annotations

import re
import struct
from array import array
from typing import Any

from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue

from viewer.dicom.structure import PIXEL_TAGS
from viewer.dicom.swallowed import holds_elements
from viewer.dicom.vr import dictionary_vr

_NUMBER = rb"[+-]?[\d.,]*(?:[EeDd][+-]?\d*)?|[+-]?(?:nan|inf(?:inity)?)"
_FORMS = {
    "AS": re.compile(rb"\d*[DWMYdwmy]?"),
    "DA": re.compile(rb"[\d.\-/ ]{0,24}"),
    "DS": re.compile(_NUMBER, re.IGNORECASE),
    "DT": re.compile(rb"[\d.:+\-TZ/ ]{0,56}"),
    "IS": re.compile(_NUMBER, re.IGNORECASE),
    "TM": re.compile(rb"[\d.:\- ]{0,32}"),
    "UI": re.compile(rb"[\d.]*"),
}
MISPLACED = "(words or attributes where numbers belong)"
_CODES = {"US": "H", "SS": "h", "UL": "I", "SL": "i", "UV": "Q", "SV": "q", "FL": "f", "FD": "d"}
_BYTES = frozenset({"AT", "OB", "OD", "OF", "OL", "OV", "OW", "UN", *_CODES})
_SHORTEST_RUN = 5
_RUN = re.compile(rb"[0-9A-Za-z\x80-\xff^' .,-]{%d,}" % _SHORTEST_RUN)
_WIDE_RUN = re.compile(rb"(?:[0-9A-Za-z^' .,-]\0){%d,}" % _SHORTEST_RUN)
_TELLING = re.compile(r"[^\W_]{4}")


def fits(vr: str, text: str) -> bool:
    """Whether a text, values joined by a backslash, could be of a VR; True for VRs without a form.

    Wider than PS3.5: what devices write and readers understand (decimal commas, colons in times,
    too many digits) fits.
    """
    return text != MISPLACED if vr in _BYTES else _fits(vr, text.encode("utf-8", "replace"))


def is_binary(vr: str) -> bool:
    """Whether values of a VR are bytes or binary numbers."""
    return vr in _BYTES


def is_well_formed(dataset: Dataset, tag: int, vr: str) -> bool:
    """Whether the bytes of an attribute fit its VR, and hold no other attributes.

    A public attribute for text that claims to be numbers or bytes is not well formed.
    """
    if vr in _BYTES:
        value = b"" if tag in PIXEL_TAGS else raw_value(dataset, tag)
        return not value or not (_is_for_text(tag) or holds_elements(value))
    return vr not in _FORMS or _fits(vr, raw_value(dataset, tag))


def _is_for_text(tag: int) -> bool:
    vr = dictionary_vr(tag)
    return bool(vr) and vr != "SQ" and not _BYTES & set(vr.split(" or "))


def readable_runs(dataset: Dataset, tag: int, vr: str) -> list[str]:
    """Stretches of five characters and more that stand in a value of bytes or binary numbers."""
    if vr not in _BYTES:
        return []
    element = dataset._dict[tag]  # type: ignore[index]
    value = raw_value(dataset, tag)
    if isinstance(element, RawDataElement) and not element.is_little_endian:
        value = value + b"\0" + _swapped(value)
    found = [each.decode("latin-1") for each in _RUN.findall(value)]
    found += [each.decode("utf-16-le") for each in _WIDE_RUN.findall(value)]
    return [each for each in found if _TELLING.search(each)]


def raw_value(dataset: Dataset, tag: int) -> bytes:
    """The bytes of a value; a decoded one is written again, numbers in little endian."""
    element = dataset._dict[tag]  # type: ignore[index]
    value = element.value
    if value is None or isinstance(value, bytes | bytearray):
        return bytes(value or b"")
    many = list(value) if isinstance(value, MultiValue | list | tuple) else [value]
    if code := _CODES.get(str(element.VR)):
        return _packed(code, many)
    return "\\".join(str(each) for each in many).encode("utf-8", "replace")


def _fits(vr: str, value: bytes) -> bool:
    form = _FORMS.get(vr)
    return form is None or all(form.fullmatch(each.strip(b" \0")) for each in value.split(b"\\"))


def _packed(code: str, values: list[Any]) -> bytes:
    try:
        return struct.pack(f"<{len(values)}{code}", *values)
    except (struct.error, OverflowError):
        return str(values).encode("utf-8", "replace")


def _swapped(value: bytes) -> bytes:
    words = array("H", value[: len(value) & ~1])
    words.byteswap()
    return words.tobytes()
