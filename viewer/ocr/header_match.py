"""Finds header values in readings in spite of mistaken, cut off and joined characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydicom.datadict import tag_for_keyword
from rapidfuzz import fuzz

from viewer.identifiers import Identifiers, is_benign_token, name_of
from viewer.identifiers.vocabulary import fold, tokens
from viewer.model import Category

_NAME_RATIO = 80
_JOINED_RATIO = 88
_ID_RATIO = 82
_PLACE_RATIO = 85
_CONFUSABLE = str.maketrans("01l|5826", "oiiisbzg")
_NUMBERS = (
    Category.RECORD_NUMBER,
    Category.ACCOUNT,
    Category.PLAN_NUMBER,
    Category.OTHER_UNIQUE,
    Category.SSN,
    Category.LICENCE,
    Category.DEVICE,
    Category.PHONE,
)


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """Which identifier a reading repeats, the attribute it stands in, and how sure that is."""

    category: Category
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Value:
    """A header value; a common word used as an id only counts where it stands alone."""

    category: Category
    keyword: str
    parts: tuple[str, ...]
    joined: str
    is_common: bool = False


def match_header(text: str, identifiers: Identifiers) -> HeaderMatch | None:
    """The header value that a reading repeats, or None."""
    parts = tuple(_confused(match[0]) for match in tokens(text))
    plain = tuple(fold(match[0]) for match in tokens(text))
    joined = "".join(parts)
    for value in _values(identifiers):
        score = _score(value, parts, plain, joined)
        if score:
            return HeaderMatch(value.category, f"same as {_title(value.keyword)}", score)
    return None


def _score(value: _Value, parts: tuple[str, ...], plain: tuple[str, ...], joined: str) -> float:
    if value.category is Category.NAME:
        return _name_score(value, parts, plain, joined)
    if value.category in _NUMBERS:
        return _number_score(value, joined)
    if value.category is Category.GEOGRAPHY and min(len(joined), len(value.joined)) >= 6:
        ratio = fuzz.partial_ratio(value.joined, joined)
        return ratio / 100 if ratio >= _PLACE_RATIO else 0.0
    return 0.0


def _name_score(
    value: _Value, parts: tuple[str, ...], plain: tuple[str, ...], joined: str
) -> float:
    if parts and set(parts) <= set(value.parts) and len(joined) >= 3:
        return 0.9
    scores = [
        _word_score(name, part)
        for name in value.parts
        for part, word in zip(parts, plain, strict=True)
        if len(part) >= 3 and not is_benign_token(word)
    ]
    long_names = (name for name in value.parts if len(name) >= 5 and not is_benign_token(name))
    joins = (fuzz.partial_ratio(name, joined) for name in long_names if len(joined) >= len(name))
    join = max(joins, default=0.0)
    return max([*scores, join / 100 if join >= _JOINED_RATIO else 0.0])


def _word_score(name: str, part: str) -> float:
    if len(name) < 3:
        return 0.0
    if len(name) == 3 or len(part) == 3:
        return 0.9 if name == part else 0.0
    if name.startswith(part) or (len(name) >= 4 and part.startswith(name)):
        return 0.9
    ratio = fuzz.ratio(name, part)
    return ratio / 100 if ratio >= _NAME_RATIO else 0.0


def _number_score(value: _Value, joined: str) -> float:
    wanted = value.joined
    if joined == wanted and len(joined) >= 3:
        return 0.98
    if value.is_common or len(wanted) < 4 or len(joined) < 4:
        return 0.0
    if wanted in joined:
        return 0.95
    if min(len(wanted), len(joined)) < 5 or len(joined) < 0.6 * len(wanted):
        return 0.0
    ratio = fuzz.partial_ratio(wanted, joined)
    return ratio / 100 if ratio >= _ID_RATIO else 0.0


@lru_cache(maxsize=8)
def _values(identifiers: Identifiers) -> tuple[_Value, ...]:
    return tuple(_wanted(identifiers))


def _wanted(identifiers: Identifiers) -> Iterator[_Value]:
    for item in identifiers.items:
        text = item.value.reveal()
        found = [match[0] for match in tokens(text)]
        parts = tuple(map(_confused, found))
        is_word = item.category in _NUMBERS and not any(c.isdigit() for c in text)
        if parts:
            is_common = is_word and all(map(is_benign_token, found))
            yield _Value(item.category, item.keyword, parts, "".join(parts), is_common)


def _confused(text: str) -> str:
    """Folded, with characters that readers mistake for each other made one."""
    return fold(text).translate(_CONFUSABLE)


def _title(keyword: str) -> str:
    return name_of(tag_for_keyword(keyword) or 0x00090000)
