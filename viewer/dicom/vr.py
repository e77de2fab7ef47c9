"""Value representations as they look in the bytes (PS3.5 7.1.2)."""

from __future__ import annotations

from pydicom.datadict import dictionary_VR, private_dictionary_VR
from pydicom.valuerep import EXPLICIT_VR_LENGTH_32, STANDARD_VR

KNOWN_VRS = frozenset(str(vr.value).encode() for vr in STANDARD_VR)
LONG_VRS = frozenset(str(vr.value).encode() for vr in EXPLICIT_VR_LENGTH_32)
SHORT_VRS = KNOWN_VRS - LONG_VRS
UNDEFINED = 0xFFFFFFFF
ITEM = 0xFFFEE000
ITEM_END = 0xFFFEE00D
SEQUENCE_END = 0xFFFEE0DD

_sequence_tags: dict[int, bool] = {}


def is_sequence(tag: int) -> bool:
    """Whether the data dictionary gives this public tag the VR SQ."""
    known = _sequence_tags.get(tag)
    if known is None:
        known = _sequence_tags[tag] = dictionary_vr(tag) == "SQ"
    return known


def dictionary_vr(tag: int, creator: str = "") -> str:
    """The VR of the public or private data dictionary, empty when unknown."""
    try:
        return private_dictionary_VR(tag, creator) if creator else dictionary_VR(tag)
    except KeyError:
        return ""
