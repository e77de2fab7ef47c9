"""Identifiers that can be told by their form alone: dates, phones, mails, numbers, addresses."""

from __future__ import annotations

import re
from functools import lru_cache

from viewer.identifiers.addresses import ADDRESS
from viewer.identifiers.calendar import DATE
from viewer.identifiers.labelled import PHONE, RECORD, TITLED, YEAR_OF_BIRTH
from viewer.identifiers.span import Span, without_overlaps
from viewer.model import Category

_UNIT = r"\s?(?:mm|cm|ms|kv|ma|mas|min|sec|s|deg|hz|hu|gy|mhz|kev|ml|mg)\b"
_EMAIL = re.compile(r"[^\s@<>,;:()\[\]\"']{1,64}@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(
    r"(?:https?|ftp|file)://\S+|\bwww\.\S+|(?<![\w@.])[a-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,5}"
    r"\.(?:com|org|net|edu|gov|de|fr|es|uk|eu|ch|at|it|nl|info)(?:/\S*)?(?![\w.])",
    re.IGNORECASE,
)
_SSN = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_IP = re.compile(rf"(?<![\d.])(?:{_BYTE}\.){{3}}{_BYTE}(?![\d.])")
_UID = re.compile(r"(?<![\d.])[0-2](?:\.(?:0|[1-9]\d*)){5,}(?![\d.])")
_PHONE = re.compile(
    r"(?<![\w.+])(?:\+\d{1,3}[ ./-]?)?(?:\(\d{1,5}\)[ ./-]?|\d{2,5}[ /.-])"
    rf"\d{{2,4}}[ /.-]\d{{2,5}}(?:[ -]\d{{1,4}})?(?![\w.])(?!{_UNIT})|\+\d[\d ()/.-]{{6,}}\d"
    r"|(?<!\d)0\d(?:[ .-]?\d\d){4}(?!\d)|(?<![\d.])0\d{2,5}\s?[/-]\s?\d[\d -]{3,}\d(?![\d.])"
)
_OLD = r"(?:0?9\d|1[0-4]\d)"
_AGE = re.compile(
    rf"(?<![\d.,]){_OLD}\s?-?\s?(?:y(?:\s?/?\s?o|\.\s?o\.?)?[mf]?|y(?:ears?|rs?)?\.?(?:[ -]?olds?)?"
    r"|ans|a[ñn][ni]?os|anni|jahre?|j[äa]hr\w*|jaar|j\.?|лет|歳|岁|세)(?![^\W_])"
    rf"|(?<![\w.,/-]){_OLD}(?!\s?m[ -]?tc)\s?/?\s?(?-i:[FM])(?![\w/])"
    rf"|(?<![^\W_])(?:aged?|y\s?/?\s?o|alter|edad|[âa]ge?e?|et[àa]|idade|leeftijd|возраст)"
    rf"(?:\s(?:of|de))?\s?:?\s?{_OLD}(?!\d)(?:\s?(?:years?|yrs?|ans|a[ñn]os|anni|jahre|[yj]))?\b",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<![\d.,])\d{6,}(?![\d]|\.\d)")
_LONG_CODE = re.compile(r"(?<![^\W_])(?=[A-Za-z]*\d)(?:[A-Za-z]{0,4}\d{5,}[A-Za-z0-9]*)(?![^\W_])")
_RULES: tuple[tuple[re.Pattern[str], Category, str, float], ...] = (
    (DATE, Category.DATE, "looks like a date", 0.9),
    (_EMAIL, Category.EMAIL, "looks like an e-mail address", 0.98),
    (_URL, Category.URL, "looks like a web address", 0.98),
    (_SSN, Category.SSN, "looks like a social security number", 0.9),
    (_IP, Category.IP_ADDRESS, "looks like an IP address", 0.6),
    (_UID, Category.OTHER_UNIQUE, "looks like a UID", 0.95),
    (_PHONE, Category.PHONE, "looks like a telephone number", 0.7),
    (PHONE, Category.PHONE, "a number after a label such as Tel.", 0.85),
    (RECORD, Category.RECORD_NUMBER, "a number after a label such as MRN", 0.85),
    (ADDRESS, Category.GEOGRAPHY, "looks like an address", 0.8),
    (TITLED, Category.NAME, "a name after a title such as Dr.", 0.7),
    (YEAR_OF_BIRTH, Category.DATE, "a year of birth", 0.8),
    (_AGE, Category.DATE, "an age over 89", 0.9),
    (_LONG, Category.OTHER_UNIQUE, "a long number", 0.6),
    (_LONG_CODE, Category.OTHER_UNIQUE, "a long number", 0.5),
)
_POSSIBLE = re.compile(
    r"\d|@|://|\w\.[a-z]{2}|\b(?:M[rs]|Mrs|Mme|Mlle|Miss|Dra?|Prof|Herrn?|Hr|Frau|Fr|Sra?|Srta)\b"
    r"|\b(?:MR|MS|MRS|DRA?|PROF|HR|SRA?)\."
)


@lru_cache(maxsize=16384)
def generic_spans(text: str) -> tuple[Span, ...]:
    """Spans whose form alone says that they identify; overlaps resolved."""
    if not _POSSIBLE.search(text):
        return ()
    found = [
        Span(*_place(match), category, reason, confidence)
        for pattern, category, reason, confidence in _RULES
        for match in pattern.finditer(text)
    ]
    return tuple(without_overlaps(found))


def _place(match: re.Match[str]) -> tuple[int, int]:
    """What of a match identifies: its group ``cut`` or ``cut2`` where the rule has one."""
    for name in ("cut", "cut2"):
        if name in match.re.groupindex and match[name] is not None:
            return match.span(name)
    return match.span()
