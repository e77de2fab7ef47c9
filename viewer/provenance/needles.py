"""Looks for known identifying values in texts and raw bytes, in every shape they may have kept.

Only values that can be told from chance are looked for: four letters or more (two outside the
Latin alphabet), five characters or more with a digit; among raw bytes six, or eight digits.
A person's name is looked for as a whole and by its parts, a date in six layouts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from viewer.model import Category, Masked

_DATE = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_NAME_BREAK = re.compile(r"[\^=,;\s]+")
_UTF16_MARKS = b"\0"
_READABLE = re.compile(rb"[ -~]{6,}")


class Value(Protocol):
    """An identifying value with its category."""

    @property
    def category(self) -> str: ...
    @property
    def value(self) -> Masked: ...


@dataclass(frozen=True, slots=True, repr=False)
class Needle:
    """One text to look for, case folded, and the category of the value it came from."""

    text: str
    category: str


class Needles:
    """All that must not appear; answers with categories, never with what was found."""

    def __init__(self, values: Iterable[Value]) -> None:
        found = {text: Needle(text, str(each.category)) for each in values for text in _texts(each)}
        self._needles = tuple(found.values())
        self._raw = tuple((form, each) for each in self._needles for form in _raw_forms(each.text))

    def __len__(self) -> int:
        return len(self._needles)

    def in_text(self, text: str) -> set[str]:
        """Categories of the values that stand in a text as words of their own."""
        folded = text.casefold()
        flat = " ".join(_NAME_BREAK.split(folded))
        return {
            each.category
            for each in self._needles
            if _stands_in(folded, each.text) or _stands_in(flat, each.text)
        }

    def in_bytes(self, content: bytes) -> set[str]:
        """Categories of the values that stand in raw bytes, one byte or two per character."""
        lowered = content.lower()
        squeezed = lowered.translate(None, _UTF16_MARKS)
        readable = b"\n".join(_READABLE.findall(lowered) + _READABLE.findall(squeezed))
        return {
            each.category
            for form, each in self._raw
            if _stands_in_bytes(readable if form.isascii() else lowered, form)
        }


def _texts(value: Value) -> Iterable[str]:
    text = value.value.reveal().strip().casefold()
    date = _DATE.fullmatch(text)
    if date:
        return _date_texts(*date.groups())
    texts = {text}
    if str(value.category) == Category.NAME:
        parts = [part for part in _NAME_BREAK.split(text) if part]
        texts = {text, " ".join(parts), " ".join(reversed(parts)), *parts}
    return {each for each in texts if is_searchable(each)}


def is_searchable(text: str) -> bool:
    """Whether a text is long enough to be more than chance."""
    if any(character.isdigit() for character in text):
        return sum(character.isalnum() for character in text) >= 5
    letters = sum(character.isalpha() for character in text)
    return letters >= (4 if text.isascii() else 2)


def _date_texts(year: str, month: str, day: str) -> Sequence[str]:
    return (
        f"{year}{month}{day}",
        f"{year}-{month}-{day}",
        f"{year}/{month}/{day}",
        f"{day}.{month}.{year}",
        f"{day}/{month}/{year}",
        f"{month}/{day}/{year}",
    )


def _raw_forms(text: str) -> Iterable[bytes]:
    if len(text) < (8 if text.isdigit() else 6):
        return
    yield text.encode()
    if not text.isascii():
        for codec in ("latin-1", "utf-16-le", "utf-16-be", "shift_jis", "gb18030", "euc_kr"):
            encoded = text.encode(codec, "ignore")
            if len(encoded) >= 6:
                yield encoded


def _stands_in(text: str, needle: str) -> bool:
    start = text.find(needle)
    while start >= 0:
        end = start + len(needle)
        if not (_joins(text[start - 1 : start], needle) or _joins(text[end : end + 1], needle)):
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
        around = content[start - 1 : start] + content[end : end + 1]
        if not any(byte < 128 and chr(byte).isalnum() for byte in around):
            return True
        start = content.find(needle, start + 1)
    return False
