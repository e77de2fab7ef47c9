"""Looks for known identifying values in texts and raw bytes, in every shape they may have kept.

Only values that can be told from chance are looked for: four letters or more (two outside the
Latin alphabet), five characters or more with a digit; among raw bytes six, or eight digits.
A name is also looked for the other way round, a date in six layouts, a UID as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from viewer.model import Category, Masked

_DATE = re.compile(r"((?:18|19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_UID = re.compile(r"[0-2](?:\.\d+){3,}")
_UID_BYTES = re.compile(rb"[0-2](?:\.\d+){3,}")
_NAME_BREAK = re.compile(r"[\^=,;\s]+")
_READABLE = re.compile(rb"[ -~]{6,}")
_CODECS = (  # UTF-16, and what the character sets of PS3.3 C.12.1.1.2 write
    *("utf-8", "utf-16-le", "utf-16-be", "gb18030", "shift_jis", "euc_jp", "euc_kr"),
    *(f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 15)),
)
_PIECE = 4 << 20
_LONGEST_UID = 64
_SPREAD = 8  # bytes a letter may take, among zeros
_ESCAPING = ("iso2022_jp", "iso2022_kr")
_ESCAPED = re.compile(rb"(\x1b\$[()]?[A-Z@]|\x0e)([!-~]{4,})")


class Value(Protocol):
    """An identifying value with its category."""

    @property
    def category(self) -> str: ...
    @property
    def value(self) -> Masked: ...


class Needles:
    """All that must not appear; answers with categories, never with what was found."""

    def __init__(self, values: Iterable[Value]) -> None:
        self._uids: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        for each in values:
            self._add(str(each.category), each.value.reveal().strip().casefold())
        self._raw = tuple(
            (form, category) for text, category in self._texts.items() for form in _raw_forms(text)
        )

        self._escaped = tuple(
            (form, category)
            for text, category in self._texts.items()
            for form in _escaped_forms(text)
        )

        forms = (form for form, _ in (*self._raw, *self._escaped))
        longest = max([_LONGEST_UID, *map(len, forms)])
        self._overlap = _SPREAD * longest

    def __len__(self) -> int:
        return len(self._texts) + len(self._uids)

    def in_text(self, text: str) -> set[str]:
        """Categories of the values that stand in a text as words of their own."""
        folded = text.casefold()
        flat = " ".join(_NAME_BREAK.split(folded))
        found = {
            category
            for needle, category in self._texts.items()
            if _stands_in(folded, needle) or _stands_in(flat, needle)
        }
        return found | {self._uids[uid] for uid in _UID.findall(text) if uid in self._uids}

    def in_bytes(self, content: bytes) -> set[str]:
        """Categories of the values that stand in raw bytes, one byte or two per character.

        Long contents are searched in overlapping pieces, to need little memory beside them.
        """
        if len(content) <= _PIECE:
            return self._in_piece(content)
        found: set[str] = set()
        for start in range(0, len(content), _PIECE):
            found |= self._in_piece(content[max(0, start - self._overlap) : start + _PIECE])
        return found

    def _in_piece(self, content: bytes) -> set[str]:
        lowered = content.lower()
        squeezed = lowered.translate(None, b"\0")
        readable = b"\n".join(_READABLE.findall(lowered) + _READABLE.findall(squeezed))
        found = {
            category
            for form, category in self._raw
            if _stands_in_bytes(readable if form.isascii() else lowered, form)
        }
        found |= {category for form, category in self._escaped if form in lowered}
        uids = {uid.decode() for uid in _UID_BYTES.findall(readable)} if self._uids else set()
        return found | {self._uids[uid] for uid in uids & self._uids.keys()}

    def _add(self, category: str, text: str) -> None:
        if _UID.fullmatch(text):
            self._uids[text] = category
        for form in _forms(category, text):
            self._texts[form] = category


def _forms(category: str, text: str) -> Iterable[str]:
    if date := _DATE.fullmatch(text):
        return _date_forms(*date.groups())
    if not is_searchable(text) or _UID.fullmatch(text):
        return ()
    if category != Category.NAME:
        return (text,)
    parts = [part for part in _NAME_BREAK.split(text) if part]
    return {text, " ".join(parts), " ".join(reversed(parts))}


def is_searchable(text: str) -> bool:
    """Whether a text is long enough to be more than chance."""
    if any(character.isdigit() for character in text):
        return sum(character.isalnum() for character in text) >= 5
    letters = sum(character.isalpha() for character in text)
    return letters >= (4 if text.isascii() else 2)


def _date_forms(year: str, month: str, day: str) -> Sequence[str]:
    return (
        f"{year}{month}{day}",
        f"{year}-{month}-{day}",
        f"{year}/{month}/{day}",
        f"{day}.{month}.{year}",
        f"{day}/{month}/{year}",
        f"{month}/{day}/{year}",
    )


def _raw_forms(text: str) -> set[bytes]:
    if text.isascii():
        return {text.encode()} if len(text) >= (8 if text.isdigit() else 6) else set()
    upper = text.upper()  # bytes of other scripts have no lower case, and sigma has two
    cases = {text, text.title(), upper, upper.lower(), upper.title()}
    forms = {case.encode(codec, "ignore") for case in cases for codec in _CODECS}
    return {form.lower() for form in forms if len(form) >= 6 and not form.isascii()}


def _escaped_forms(text: str) -> set[bytes]:
    """What ISO 2022 writes in seven bits, short parts with the escape sequence before them."""
    if text.isascii():
        return set()
    forms = (text.encode(codec, "ignore") for codec in _ESCAPING)
    parts = (match for form in forms for match in _ESCAPED.finditer(form))
    return {(part[2] if len(part[2]) >= 6 else part[0]).lower() for part in parts}


def _stands_in(text: str, needle: str) -> bool:
    start = text.find(needle)
    while start >= 0:
        end = start + len(needle)
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if not (_joins(before, needle) or _joins(after, needle)):
            return True
        start = text.find(needle, start + 1)
    return False


def _joins(neighbour: str, needle: str) -> bool:
    if not needle.isascii():  # scripts without spaces between words
        return False
    return neighbour.isalnum() or (neighbour == "." and needle.isdigit())


def _stands_in_bytes(content: bytes, needle: bytes) -> bool:
    start = content.find(needle)
    while start >= 0:
        end = start + len(needle)
        around = content[max(0, start - 1) : start] + content[end : end + 1]
        if not any(byte < 128 and chr(byte).isalnum() for byte in around):
            return True
        start = content.find(needle, start + 1)
    return False
