"""Identifiers that can be told by their form alone: dates, phones, mails, numbers, addresses."""

from __future__ import annotations

import re
from functools import lru_cache

from viewer.identifiers.span import Span, without_overlaps
from viewer.model import Category

_YEAR4 = r"(?:18|19|20)\d\d"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MM = r"(?:0[1-9]|1[0-2])"
_DD = r"(?:0[1-9]|[12]\d|3[01])"
_NAMED = (
    r"(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|f[ée]v(?:rier)?|m[aä]r(?:ch|z|s)?|apr(?:il)?"
    r"|avr(?:il)?|ma[iy]|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|ao[uû]t|sept?(?:ember)?"
    r"|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|d[ée]c(?:embre)?)"
)
_TIME = r"(?:[ T,@]{0,3}(?:at )?[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?)?"
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:\.\d+)?"


def _separated(first: str, second: str, third: str, separators: str, name: str) -> str:
    """Three parts with the same separator between them."""
    return rf"{first}(?P<{name}>\s?[{separators}]\s?){second}(?P={name}){third}"


_DATE = re.compile(
    rf"(?<![\d.])(?:{_separated(_YEAR4, _MONTH, _DAY, '-./ ', 'ymd')}"
    rf"|{_separated(_DAY, _MONTH, _YEAR4, '-./ ', 'dmy')}"
    rf"|{_separated(_MONTH, _DAY, _YEAR4, '-./ ', 'mdy')}"
    rf"|{_separated(_DAY, _MONTH, r'[0-9][0-9]', '-./', 'short_dmy')}"
    rf"|{_separated(_MONTH, _DAY, r'[0-9][0-9]', '-./', 'short_mdy')}"
    rf"|{_YEAR4}{_MM}{_DD}(?:[ T_-]?{_CLOCK})?|{_DD}{_MM}{_YEAR4}|{_MM}{_DD}{_YEAR4}){_TIME}"
    rf"(?![\d])(?!\.\d)"
    rf"|(?<![^\W_])(?:{_DAY}(?:st|nd|rd|th)?[-./ ]{{0,2}}{_NAMED}\.?[-./, ]{{0,2}}(?:\d{{4}}|\d\d)"
    rf"|{_NAMED}\.?[-./ ]{{1,2}}{_DAY}(?:st|nd|rd|th)?,?[-./ ]{{1,2}}(?:\d{{4}}|\d\d)"
    rf"|{_YEAR4}[-./ ]?{_NAMED}[-./ ]?{_DAY}){_TIME}(?![^\W_])"
    rf"|\d{{4}}年\d{{1,2}}月\d{{1,2}}日",
    re.IGNORECASE,
)
_RULES: tuple[tuple[re.Pattern[str], Category, str, float], ...] = (
    (_DATE, Category.DATE, "looks like a date", 0.9),
    (
        re.compile(r"[^\s@<>,;:()\[\]\"']+@[\w-]+(?:\.[\w-]+)+"),
        Category.EMAIL,
        "looks like an e-mail address",
        0.98,
    ),
    (
        re.compile(r"(?:https?|ftp|file)://\S+|\bwww\.\S+", re.IGNORECASE),
        Category.URL,
        "looks like a web address",
        0.98,
    ),
    (
        re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"),
        Category.SSN,
        "looks like a social security number",
        0.9,
    ),
    (
        re.compile(
            r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])"
        ),
        Category.IP_ADDRESS,
        "looks like an IP address",
        0.6,
    ),
    (
        re.compile(r"(?<![\d.])[0-2](?:\.(?:0|[1-9]\d*)){5,}(?![\d.])"),
        Category.OTHER_UNIQUE,
        "looks like a UID",
        0.95,
    ),
    (
        re.compile(
            r"(?<![\w.+])(?:\+\d{1,3}[ ./-]?)?(?:\(\d{1,5}\)[ ./-]?|\d{2,5}[ /.-])"
            r"\d{2,4}[ /.-]\d{2,5}(?:[ -]\d{1,4})?(?![\w.])|\+\d[\d ()/.-]{6,}\d"
        ),
        Category.PHONE,
        "looks like a telephone number",
        0.7,
    ),
    (
        re.compile(
            r"\b(?:0?9\d|1[0-4]\d)\s?-?\s?(?:y(?:ears?|rs?)?(?:[ -]?olds?)?|y/?o|ans|jahre)\b",
            re.IGNORECASE,
        ),
        Category.DATE,
        "an age over 89",
        0.9,
    ),
    (
        re.compile(r"\bage[d:]?\s*:?\s*(?:9\d|1[0-4]\d)\b", re.IGNORECASE),
        Category.DATE,
        "an age over 89",
        0.9,
    ),
    (
        re.compile(r"(?<![\d.,])\d{6,}(?![\d]|\.\d)"),
        Category.OTHER_UNIQUE,
        "a long number",
        0.6,
    ),
    (
        re.compile(r"(?<![^\W_])(?=[A-Za-z]*\d)(?:[A-Za-z]{0,4}\d{5,}[A-Za-z0-9]*)(?![^\W_])"),
        Category.OTHER_UNIQUE,
        "a long number",
        0.5,
    ),
)
_POSSIBLE = re.compile(r"\d\D{0,3}\d|@|://|www\.", re.IGNORECASE)


@lru_cache(maxsize=16384)
def generic_spans(text: str) -> tuple[Span, ...]:
    """Spans whose form alone says that they identify; overlaps resolved."""
    if not _POSSIBLE.search(text):
        return ()
    found = [
        Span(match.start(), match.end(), category, reason, confidence)
        for pattern, category, reason, confidence in _RULES
        for match in pattern.finditer(text)
    ]
    return tuple(without_overlaps(found))
