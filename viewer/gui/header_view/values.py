"""Attribute values as text that cannot play tricks on the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from pydicom import Dataset
from pydicom.dataelem import DataElement

from viewer.gui.language import tr

_BINARY = {"OB", "OD", "OF", "OL", "OV", "OW", "UN"}
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
_LINE_LIMIT = 400
_FULL_LIMIT = 200_000


def value_text(ds: Dataset, tag: int) -> str:
    """An attribute's value as the file has it, multiple values joined by a backslash.

    Binary values and sequences are described; a value that cannot be read is said to be so.
    """
    try:
        named, element = vr_of(ds, tag), ds[tag]
        is_raw = isinstance(element.value, bytes | bytearray)
        is_damaged = is_raw and bool(element.value) and named not in (*_BINARY, "??")
        return tr("(value cannot be read)") if is_damaged else _text(element)
    except Exception:  # noqa: BLE001 - pydicom raises many kinds for damaged values
        return tr("(value cannot be read)")


def vr_of(ds: Dataset, tag: int) -> str:
    """The value representation, "SQ" for sequences; "??" when it cannot be told."""
    try:
        raw = ds.get_item(tag)
        return str((raw.VR if raw is not None else None) or ds[tag].VR)
    except Exception:  # noqa: BLE001 - pydicom raises many kinds for damaged values
        return "??"


def items_of(ds: Dataset | None, tag: int) -> Sequence[Dataset]:
    """The items of a sequence; none for anything else."""
    try:
        element = ds[tag] if ds is not None and tag in ds else None
        return tuple(element.value) if element is not None and element.VR == "SQ" else ()
    except Exception:  # noqa: BLE001 - pydicom raises many kinds for damaged values
        return ()


def one_line(text: str) -> str:
    """Text for one row: line ends and invisible or direction-changing characters are spelt out."""
    shortened = text[:_LINE_LIMIT].replace("\r\n", "\n")
    return "".join(map(_visible, shortened))


def full(text: str) -> str:
    """Text for the details: real line ends, everything else invisible spelt out."""
    lines = text[:_FULL_LIMIT].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(map(_visible, line)) for line in lines)


def _text(element: DataElement) -> str:
    if element.VR == "SQ":
        count = len(element.value)
        return tr("1 item") if count == 1 else tr("{0} items").format(count)
    if element.value is None:
        return ""
    if isinstance(element.value, (bytes, bytearray)):
        return _bytes_text(bytes(element.value), element.VR)
    if element.VR in _BINARY:
        return _bytes_text(b"", element.VR)
    if element.VM > 1 and not isinstance(element.value, str):
        return "\\".join(map(str, element.value))
    return str(element.value)


def _bytes_text(value: bytes, vr: str) -> str:
    size = tr("{0:,} bytes").format(len(value))
    stripped = value.rstrip(b"\0 ")
    is_text = vr == "UN" and len(value) <= 1024 and stripped.isascii() and stripped
    if is_text and all(32 <= byte < 127 or byte in b"\t\r\n" for byte in stripped):
        return stripped.decode("ascii")
    return f"({size})" if value else ""


def _visible(character: str) -> str:
    if character in "\n\r":
        return "⏎"
    if unicodedata.category(character) not in _INVISIBLE:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
