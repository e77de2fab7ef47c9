"""Applies a rule to the value of one attribute."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydicom.dataelem import DataElement
from pydicom.multival import MultiValue

from viewer.clean.dates import DUMMY_DATE, shift_date, shift_datetime
from viewer.clean.dummy import dummy, has_code
from viewer.clean.places import Place
from viewer.clean.plan import CleanContext
from viewer.dicom.elements import read_element
from viewer.dicom.structure import PIXEL_TAGS
from viewer.dicom.value_forms import raw_value, readable_runs
from viewer.identifiers import clean_text, clean_value, is_well_known_uid
from viewer.model import Action

_TEXT = frozenset({"AE", "AS", "CS", "LO", "LT", "SH", "ST", "UC", "UT", "UR"})
_SHORT = 256
_SEARCHED = _TEXT - {"CS", "AS"}
_ALWAYS_NAMED = 0x00100010
_CODE_VERSIONS = frozenset({0x00080106, 0x00080107})
_LONGEST = {"LO": 64, "SH": 16, "CS": 16, "AE": 16}
_CONTROL = re.compile(r"[\x00-\x1a\x1c-\x1f]+")
_REFERENCED_STUDY, _REFERENCED_REQUEST = 0x00081110, 0x0040A370
_OVERRIDES = {Action.REMOVE: "X", Action.BLANK: "Z", Action.CLEAN: "C"}


class AttributeCleaner:
    """Changes values in place; ``settled`` means dates and UIDs already were mapped by us."""

    def __init__(self, context: CleanContext, *, settled: bool) -> None:
        self._context = context
        self._settled = settled
        self._by_code: dict[str, Callable[[Place, int, str], str]] = {
            "X": self._remove,
            "Z": self._empty,
            "D": self._replace,
            "U": self._remap,
            "C": self._clean,
            "K": self._search,
        }

    def apply(self, place: Place, tag: int, vr: str, code: str) -> str:
        """Do what a code asks; returns what was done, empty when nothing changed."""
        return self._by_code[code](place, tag, vr)

    def _remove(self, place: Place, tag: int, vr: str) -> str:
        del place.dataset[tag]
        return "removed"

    def _empty(self, place: Place, tag: int, vr: str) -> str:
        if tag == _ALWAYS_NAMED or (has_code(tag, vr) and _value(place, tag)):
            return self._replace(place, tag, vr)
        element = read_element(place.dataset, tag)
        if element is not None and element.is_empty:
            return ""
        if tag == _REFERENCED_STUDY and place.tags[-1:] != (_REFERENCED_REQUEST,):
            return self._remove(place, tag, vr)  # may be empty only in Referenced Request
        _put(place, tag, vr, [] if vr == "SQ" else None)
        return "emptied"

    def _replace(self, place: Place, tag: int, vr: str) -> str:
        value = _value(place, tag)
        if value in (None, "", b"") and tag != _ALWAYS_NAMED:
            return "" if read_element(place.dataset, tag) else self._remove(place, tag, vr)
        if vr == "UI":
            return self._remap(place, tag, vr)
        if self._settled and has_code(tag, vr):
            return ""
        made = dummy(tag, vr, value, self._context.mapping)
        if str(made) == str(value):
            return ""
        _put(place, tag, vr, made)
        return "replaced"

    def _remap(self, place: Place, tag: int, vr: str) -> str:
        if vr != "UI":
            return self._remove(place, tag, vr)
        return "" if self._settled else self._each(place, tag, vr, self._new_uid, "remapped")

    def _clean(self, place: Place, tag: int, vr: str) -> str:
        if vr in ("DA", "DT"):
            return self._shift(place, tag, vr)
        if vr == "PN":
            return self._replace(place, tag, vr)
        if vr == "UI":
            return self._remap(place, tag, vr)
        if vr in _TEXT:
            identifiers = self._context.identifiers
            return self._each(
                place, tag, vr, lambda text: clean_value(tag, vr, text, identifiers), "cleaned"
            )
        if vr in ("OB", "OW", "UN"):
            return self._remove(place, tag, vr)
        return self._search_bytes(place, tag, vr)

    def _search(self, place: Place, tag: int, vr: str) -> str:
        if vr in _SEARCHED:
            return self._each(place, tag, vr, self._without_known, "cleaned")
        return self._search_bytes(place, tag, vr)

    def _search_bytes(self, place: Place, tag: int, vr: str) -> str:
        if tag in PIXEL_TAGS:
            return ""  # a comment in a codestream is taken out, not the image with it
        texts = readable_runs(place.dataset, tag, vr)
        if vr == "UN":  # names shorter than a run, but not where chance would make them
            texts.append(raw_value(place.dataset, tag)[:_SHORT].decode("latin-1"))
        known = any(self._context.identifiers.known_spans(each) for each in texts)
        return self._remove(place, tag, vr) if known else ""

    def _shift(self, place: Place, tag: int, vr: str) -> str:
        if self._settled:
            return ""
        days = self._context.mapping.date_shift_days
        move = shift_date if vr == "DA" else shift_datetime
        if tag in _CODE_VERSIONS:
            return self._each(place, tag, vr, lambda _: DUMMY_DATE, "replaced")
        return self._each(place, tag, vr, lambda text: move(text, days), "shifted")

    def _new_uid(self, uid: str) -> str:
        return uid if is_well_known_uid(uid) else self._context.mapping.remap_uid(uid)

    def _without_known(self, text: str) -> str:
        known = self._context.identifiers.known_spans(text)
        return clean_text(text, self._context.identifiers) if known else text

    def _each(
        self, place: Place, tag: int, vr: str, change: Callable[[str], str], what: str
    ) -> str:
        element = read_element(place.dataset, tag)
        if element is None:
            return self._remove(place, tag, vr)
        if element.is_empty:
            return ""
        many = isinstance(element.value, MultiValue | list)
        before = [_text(each) for each in (element.value if many else [element.value])]
        after = [change(each) if each else each for each in before]
        if before == after:
            return ""
        after = [_fitting(vr, each) for each in after]
        _put(place, tag, vr, after if many else after[0])
        return what


def override(code: str, action: Action | None) -> str:
    """The code that holds after a decision; a plain replacement follows the profile."""
    if action is None:
        return code
    if action is Action.REPLACE:
        return code if code in "ZDUC" else "D"
    return _OVERRIDES.get(action, "K")


def _value(place: Place, tag: int) -> Any:
    element = read_element(place.dataset, tag)
    return None if element is None else element.value


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip("\0 ")
    return "" if value is None else str(value)


def _fitting(vr: str, text: str) -> str:
    """A changed value within the length and characters of its VR."""
    if vr not in _LONGEST:
        return text
    return _CONTROL.sub(" ", text)[: _LONGEST[vr]].strip()


def _put(place: Place, tag: int, vr: str, value: Any) -> None:
    place.dataset[tag] = DataElement(tag, vr, value)
