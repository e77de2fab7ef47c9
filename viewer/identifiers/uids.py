"""Which UIDs belong to the standard and so to nobody."""

from __future__ import annotations

from functools import lru_cache

from pydicom._uid_dict import UID_dictionary

_STANDARD = "1.2.840.10008."


@lru_cache(maxsize=65536)
def is_well_known_uid(uid: str) -> bool:
    """Whether a UID is registered by DICOM: SOP classes, transfer syntaxes, coding schemes.

    A long UID below DICOM's root that the dictionary does not know was made up by somebody.
    """
    if uid in UID_dictionary:
        return True
    return uid.startswith(_STANDARD) and len(uid) <= 28 and _has_short_parts(uid)


def _has_short_parts(uid: str) -> bool:
    return all(len(part) <= 5 for part in uid.split("."))
