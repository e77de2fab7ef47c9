"""What a signer may have taken the attributes of an implicit VR file for.

A MAC is computed over VRs, and an implicit file does not tell them: public attributes have those of
the standard, some of which depend on others, and private ones those of the dictionary the signer
had. So the likely readings are tried: a MAC that matches one proves that the bytes are what was
signed. One that matches none proves nothing where private attributes are covered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset

from viewer.dicom.explicit import ExplicitEncoder, creator_of
from viewer.dicom.vr import dictionary_vr
from viewer.paths import resource

_TABLE = "standard/private-vrs.tsv"
_PIXEL_DATA = 0x7FE00010
_LUT_DATA = frozenset((0x00283006, 0x00281200))
_PIXEL_VALUES = frozenset((
    0x00189810, 0x00280106, 0x00280107, 0x00280108, 0x00280109, 0x00280120, 0x00280121, 0x00283002,
    0x00409211, 0x00409216, 0x00603004, 0x00603006,
))  # fmt: skip


class StandardReading(ExplicitEncoder):
    """The VRs of the standard and of pydicom's private dictionary."""

    def vr_of(self, ds: Dataset, element: RawDataElement, signed: bool) -> str:
        """Pixel data is always OW there (PS3.5 A.1)."""
        return "OW" if element.tag == _PIXEL_DATA else super().vr_of(ds, element, signed)


class DcmtkReading(StandardReading):
    """The VRs dcmtk gives: those of its private dictionary, and its answers where two are possible.

    A pixel value is SS where its own item says that pixels are signed, and US otherwise.
    """

    def vr_of(self, ds: Dataset, element: RawDataElement, signed: bool) -> str:
        """One definite VR."""
        tag = element.tag
        if tag.is_private:
            known = "" if tag.is_private_creator else _private_vr(int(tag), creator_of(ds, tag))
            return known or super().vr_of(ds, element, signed)
        if tag in _LUT_DATA:
            return "OW"
        if tag.group >> 8 == 0x50 and dictionary_vr(int(tag)) == "OB or OW":
            return "OB"
        if dictionary_vr(int(tag)) == "US or SS":
            is_signed = tag in _PIXEL_VALUES and ds.get("PixelRepresentation") == 1
            return "SS" if is_signed else "US"
        return super().vr_of(ds, element, signed)


def _private_vr(tag: int, creator: str) -> str:
    """The VR dcmtk knows for a private attribute, empty when it knows none."""
    group, block, whole = tag >> 16, f"{tag & 0xFF:02X}", f"{tag & 0xFFFF:04X}"
    for first, last, vrs in _table().get(creator, ()):
        if first <= group <= last and (vr := vrs.get(block) or vrs.get(whole)):
            return vr
    return ""


@cache
def _table() -> Mapping[str, list[tuple[int, int, Mapping[str, str]]]]:
    """By private creator: first and last group, and VRs by element."""
    made: dict[str, list[tuple[int, int, Mapping[str, str]]]] = {}
    for creator, groups, vr, elements in _rows():
        first, _, last = groups.partition("-")
        row = int(first, 16), int(last or first, 16), dict.fromkeys(elements.split(), vr)
        made.setdefault(creator, []).append(row)
    return made


def _rows() -> Iterator[list[str]]:
    for line in resource(_TABLE).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
