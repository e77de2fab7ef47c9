"""The layouts in which people write dates, as one regular expression."""

from __future__ import annotations

import re

_YEAR4 = r"(?:18|19|20)\d\d"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MM = r"(?:0[1-9]|1[0-2])"
_DD = r"(?:0[1-9]|[12]\d|3[01])"
_NAMED = (
    r"(?:jan(?:uary|uar|vier)?|enero|feb(?:ruary|ruar|rero)?|f[ée]v(?:rier)?"
    r"|m[aä]r(?:ch|z|zo|s)?|apr(?:il)?|avr(?:il)?|abr(?:il)?|ma[iy]o?|june?|juni|junio|juin"
    r"|july?|juli|julio|juillet|aug(?:ust)?|agosto|ao[uû]t|sept?(?:ember|embre|iembre)?"
    r"|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|d[ée]c(?:embre)?"
    r"|dic(?:iembre)?|январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?"
    r"|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь])"
)
_OF = r"(?:\s?de[l]?\s)"
_TIME = r"(?:[ T,@]{0,3}(?:at )?[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?)?"
_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:\.\d+)?"


def _separated(first: str, second: str, third: str, separators: str, name: str) -> str:
    """Three parts with the same separator between them."""
    return rf"{first}(?P<{name}>\s?[{separators}]\s?){second}(?P={name}){third}"


_DIGITS = (
    rf"(?<![\d.])(?:{_separated(_YEAR4, _MONTH, _DAY, '-./_ ', 'ymd')}"
    rf"|{_separated(_DAY, _MONTH, _YEAR4, '-./_ ', 'dmy')}"
    rf"|{_separated(_MONTH, _DAY, _YEAR4, '-./_ ', 'mdy')}"
    rf"|{_separated(_DAY, _MONTH, r'[0-9][0-9]', '-./', 'short_dmy')}"
    rf"|{_separated(_MONTH, _DAY, r'[0-9][0-9]', '-./', 'short_mdy')}"
    rf"|{_YEAR4}{_MM}{_DD}(?:[ T_-]?{_CLOCK})?|{_DD}{_MM}{_YEAR4}|{_MM}{_DD}{_YEAR4}){_TIME}"
    rf"(?![\d])(?!\.\d)"
)
_NAMED_MONTH = (
    rf"(?<![^\W_])(?:{_DAY}(?:st|nd|rd|th|er|º)?(?:[-._/ ]{{0,2}}|{_OF}){_NAMED}\.?"
    rf"(?:[-._/, ]{{0,2}}|{_OF})(?:\d{{4}}|\d\d)"
    rf"|{_NAMED}\.?[-._/ ]{{1,2}}{_DAY}(?:st|nd|rd|th)?,?[-._/ ]{{1,2}}(?:\d{{4}}|\d\d)"
    rf"|{_YEAR4}[-._/ ]?{_NAMED}[-._/ ]?{_DAY}){_TIME}(?![^\W_])"
)
_MONTH_AND_YEAR = (
    rf"(?<![^\W_]){_NAMED}\.?(?:[-_/, ]{{0,2}}|{_OF})(?:(?:19|20)\d\d|'\d\d)(?![^\W_])"
    rf"|(?<![\d./-]){_MONTH}[/.-](?:19|20)\d\d(?![\d/-]|\.\d)"
    rf"|(?<![\d./-])(?:19|20)\d\d-{_MM}(?![\d/-]|\.\d)"
)
_NO_YEAR = (
    rf"(?<![\d.]){_DD}\.\s?{_MM}\.(?!\s?\d)"
    rf"|(?<![^\W_])(?:{_DAY}(?:st|nd|rd|th|\.|er)?(?:\s|{_OF}){_NAMED}"
    rf"|{_NAMED}\s{_DAY}(?:st|nd|rd|th))(?![^\W_])"
)
_EAST_ASIAN = (
    r"(?:令和|平成|昭和|大正)\s?(?:\d{1,2}|元)年(?:\s?\d{1,2}月)?(?:\s?\d{1,2}日)?"
    r"|(?:\d{4}|\d\d)\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?"
    r"|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
)
DATE = re.compile(
    "|".join((_DIGITS, _NAMED_MONTH, _MONTH_AND_YEAR, _NO_YEAR, _EAST_ASIAN)), re.IGNORECASE
)
