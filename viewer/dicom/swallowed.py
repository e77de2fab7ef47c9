"""Whether a value of bytes holds other elements: a length gone wrong swallows what follows."""

from __future__ import annotations

import re
import struct

from pydicom.datadict import dictionary_has_tag

from viewer.dicom.vr import KNOWN_VRS, LONG_VRS

_SHORTEST = 24
_WITH_VR, _WITHOUT = 3, 4
_VR = re.compile(b"|".join(sorted(KNOWN_VRS)))
_GROUP = re.compile(rb"[\x08\x10\x18\x20]\x00(?=...\x00\x00\x00)", re.DOTALL)


def holds_elements(value: bytes) -> bool:
    """Whether three headers with a VR, or four without in rising order, follow each other.

    Values of numbers and pixels do not look like that by chance (PS3.5 7.1).
    """
    if len(value) < _SHORTEST:
        return False
    starts = (found.start() - 4 for found in _VR.finditer(value))
    if any(at >= 0 and _chain_with_vr(value, at) for at in starts):
        return True
    return any(_chain_without(value, found.start()) for found in _GROUP.finditer(value))


def _chain_with_vr(value: bytes, at: int) -> bool:
    for _ in range(_WITH_VR):
        vr = value[at + 4 : at + 6]
        is_long = vr in LONG_VRS
        if vr not in KNOWN_VRS or at + (12 if is_long else 8) > len(value):
            return False
        place, form = (at + 8, "<L") if is_long else (at + 6, "<H")
        at = place + struct.calcsize(form) + struct.unpack_from(form, value, place)[0]
    return True


def _chain_without(value: bytes, at: int) -> bool:
    last = -1
    for _ in range(_WITHOUT):
        if at + 8 > len(value):
            return False
        group, element, length = struct.unpack_from("<HHL", value, at)
        tag = group << 16 | element
        if tag <= last or not dictionary_has_tag(tag):
            return False
        last, at = tag, at + 8 + length
    return True
