"""Elements as pydicom keeps them unread, made from a layout without reading the file again."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from pydicom.dataelem import DataElement, RawDataElement, empty_value_for_VR
from pydicom.filereader import read_dataset as read_elements
from pydicom.tag import BaseTag

from viewer.dicom.encoding import Buffer
from viewer.dicom.structure import Element
from viewer.dicom.vr import ITEM_END, KNOWN_VRS, is_sequence

Elements = dict[BaseTag, DataElement | RawDataElement]
_DELIMITER = 8
_MOST_TAGS = 1 << 16
_new = tuple.__new__  # a NamedTuple without the cost of its constructor


class _Tags(dict[int, BaseTag]):
    """pydicom's tags by number, each made once."""

    def __missing__(self, number: int) -> BaseTag:
        if len(self) >= _MOST_TAGS:
            self.clear()
        made = self[number] = BaseTag(number)
        return made


_tags = _Tags()
_names: dict[bytes, str | None] = {b"": None, **{vr: vr.decode() for vr in KNOWN_VRS}}
_empty = {name: empty_value_for_VR(name, raw=True) for name in _names.values()}


def raw_elements(
    content: Buffer,
    elements: Iterable[Element],
    *,
    implicit: bool,
    little: bool,
    skip: int | None = None,
) -> Elements:
    """Unread elements by tag, without that of ``skip``; their layout was made from ``content``.

    Values are copied out of ``content``; an item delimiter ends a data set, as in pydicom.
    """
    made: Elements = {}
    for tag, vr, start, end, undefined in elements:
        if tag == ITEM_END:
            break
        if tag == skip:
            continue
        key = _tags[tag]
        if undefined:
            made.update(_undefined(content, key, vr, start, end, implicit, little))
            continue
        name = _names.get(vr, "UN")  # PS3.5 6.2.2
        value = bytes(content[start:end]) or _empty.get(name)
        row = (key, name, end - start, value, start, implicit, little, True, False)
        made[key] = _new(RawDataElement, row)
    return made


def _undefined(
    content: Buffer, key: BaseTag, vr: bytes, start: int, end: int, implicit: bool, little: bool
) -> Elements:
    """A sequence up to its delimiter; pydicom finds out what anything else is."""
    if vr in (b"SQ", b"UN") or (not vr and is_sequence(key)):
        value = bytes(content[start : end - _DELIMITER])
        inner = implicit or vr == b"UN"
        return {key: RawDataElement(key, "SQ", len(value), value, start, inner, little)}
    header = start - (12 if vr else 8)
    return dict(read_elements(BytesIO(bytes(content[header:end])), implicit, little)._dict)
