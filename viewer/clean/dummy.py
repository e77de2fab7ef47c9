"""Values that stand in for what was taken out, valid for their VR."""

from __future__ import annotations

from typing import Any

from pydicom.datadict import keyword_for_tag

from viewer.clean.dates import DUMMY_DATE
from viewer.identifiers import REMOVED
from viewer.model import PatientMapping

_PATIENT_NAME = 0x00100010
_PATIENT_ID = 0x00100020
_ANYBODY = "ANON^PERSON"
_BY_VR: dict[str, Any] = {
    "DA": DUMMY_DATE,
    "DT": f"{DUMMY_DATE}000000",
    "TM": "000000",
    "AE": REMOVED,
    "AS": "",
    "CS": "",
    "UR": "",
    "LO": REMOVED,
    "SH": REMOVED,
    "LT": REMOVED,
    "ST": REMOVED,
    "UT": REMOVED,
    "UC": REMOVED,
    "PN": _ANYBODY,
    "DS": "0",
    "IS": "0",
    "FL": 0.0,
    "FD": 0.0,
}
_NUMBERS = frozenset({"US", "SS", "UL", "SL", "UV", "SV"})
_TEXT_IDS = frozenset({"LO", "SH", "UC"})
_ID_WORDS = ("ID", "IDs", "Identifier", "Number", "Numbers", "ImagingServiceRequest")


def dummy(tag: int, vr: str, value: object, mapping: PatientMapping) -> Any:
    """A value in place of another; ids become keyed codes, so equal ones stay equal."""
    if tag == _PATIENT_NAME:
        return mapping.patient_name
    if tag == _PATIENT_ID:
        return mapping.patient_id
    keyword = keyword_for_tag(tag)
    if vr in _TEXT_IDS and keyword.endswith(_ID_WORDS):
        return mapping.code(keyword, str(value))
    if vr in _NUMBERS:
        return 0
    return _BY_VR.get(vr, b"\0\0")


def has_code(tag: int, vr: str) -> bool:
    """Whether an attribute is an id that gets a keyed code even where it may be empty."""
    return vr in _TEXT_IDS and keyword_for_tag(tag).endswith(_ID_WORDS)
