"""What a value of a kept attribute becomes when it is cleaned, by its value representation."""

from __future__ import annotations

import re

from viewer.identifiers.clean_text import REMOVED, clean_text, cut_spans
from viewer.identifiers.generic import generic_spans
from viewer.identifiers.identifiers import Identifiers
from viewer.identifiers.safe_terms import standard_codes, standard_schemes
from viewer.identifiers.span import Span
from viewer.identifiers.vocabulary import is_benign

_CODE_STRING = re.compile(r"[A-Z0-9_ ]{0,16}")
_CODE_VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.:_^-]*")
_LONG_WORD = re.compile(r"[A-Za-z]{5}")
_AGE = re.compile(r"0*(\d+)([DWMY])")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_OLDEST = 89
_VAGUE = 0.5
_LABELS = {0x00180015, 0x00700002, 0x00700080}  # code strings without a list of defined terms
_CODE_VALUES = {0x00080100, 0x00080119}
_SCHEME = 0x00080102
_SCHEME_VERSION = 0x00080103
_CHARACTER_SET = 0x00080005


def identifying_spans(tag: int, vr: str, text: str, identifiers: Identifiers) -> list[Span]:
    """The stretches that must go from one value of an attribute that is cleaned, not removed."""
    if vr == "CS" and tag not in _LABELS and _CODE_STRING.fullmatch(text):
        return _outside_vocabulary(text, identifiers)
    if tag in _CODE_VALUES and _is_code(text):
        return identifiers.known_spans(text)
    if tag == _SCHEME and (text in standard_schemes() or text.startswith("99")):
        return identifiers.known_spans(text)
    if tag == _SCHEME_VERSION and not re.search(r"[A-Za-z]{3}", text):
        return identifiers.known_spans(text)
    return cut_spans(text, identifiers)


def clean_value(tag: int, vr: str, text: str, identifiers: Identifiers) -> str:
    """One value without what identifies; unchanged when nothing does."""
    if tag == _CHARACTER_SET:
        return text
    if vr == "AS":
        return capped_age(text)
    if not identifying_spans(tag, vr, text, identifiers):
        return text
    if vr in ("CS", "AE") or tag in _CODE_VALUES or tag == _SCHEME:
        return REMOVED
    return clean_text(text, identifiers)


def capped_age(text: str) -> str:
    """An age string; over 89 years it becomes 090Y, as Safe Harbor asks; nonsense goes."""
    if not (match := _AGE.fullmatch(text.strip())):
        return ""
    years = int(match[1]) * _DAYS[match[2]] / _DAYS["Y"]
    return "090Y" if years >= _OLDEST + 1 else text


def _is_code(text: str) -> bool:
    """Whether a code value looks like one: a standard one, or letters too few to be a name."""
    if not _CODE_VALUE.fullmatch(text):
        return False
    return not _LONG_WORD.search(text) or is_benign(text) or text in standard_codes()


def _outside_vocabulary(text: str, identifiers: Identifiers) -> list[Span]:
    if is_benign(text):
        return []
    formed = [each for each in generic_spans(text) if each.confidence > _VAGUE]
    return [*identifiers.known_spans(text), *formed]
