"""Words that identify nobody: what may stay in a text whatever else is cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from viewer.identifiers.generic import generic_spans
from viewer.paths import resource

TOKEN = re.compile(r"[^\W_]+")
_RUN = re.compile(r"[^\W\d_]+|\d+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SHORTEST_HUMP = 3
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_a-zà-þ]\.\s?){2,4}(?!\w)")
_LONGEST_NUMBER = 4
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@cache
def words() -> frozenset[str]:
    """Single words of resources/vocabulary, folded as by ``fold``; umlauts also as two letters."""
    single = [line for line in _lines() if " " not in line]
    return frozenset(fold(each) for word in single for each in (word, word.translate(UMLAUTS)))


@cache
def terms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Terms of several words by their first word, folded: their words stay only together."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for term in (tuple(fold(line).split()) for line in _lines() if " " in line):
        found[term[0]] = (*found.get(term[0], ()), term)
    return found


def _lines() -> list[str]:
    paths = sorted(resource("vocabulary").glob("*.txt"))
    lines = (line.strip() for path in paths for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text without case, accents and width, so that spellings of one word are equal."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The words and numbers of a text; underscores separate."""
    return TOKEN.finditer(text)


def is_benign(text: str) -> bool:
    """Whether every token is a known word, a number with unit or a labelled number.

    Dates, phone numbers and other generic identifiers in digits are never benign.
    """
    return not unknown_tokens(text) and not generic_spans(text)


def unknown_tokens(text: str) -> list[re.Match[str]]:
    """Tokens that are neither known words or numbers nor part of a known term."""
    found = list(tokens(text))
    initials = {at for place in _initials(text) for at in range(*place)}
    if not initials and all(is_benign_token(each[0]) for each in found):
        return []
    inside = _inside_terms([fold(each[0]) for each in found])
    return [
        each
        for position, each in enumerate(found)
        if each.start() in initials or (position not in inside and not is_benign_token(each[0]))
    ]


def _initials(text: str) -> Iterator[tuple[int, int]]:
    """Capitals with points, such as R.M.W., that are no known abbreviation such as I.V."""
    for match in _DOTTED.finditer(text):
        if not is_benign_token("".join(letter[0] for letter in tokens(match[0]))):
            yield match.span()


def _inside_terms(folded: list[str]) -> set[int]:
    inside: set[int] = set()
    for start, word in enumerate(folded):
        for term in terms().get(word, ()):
            if tuple(folded[start : start + len(term)]) == term:
                inside.update(range(start, start + len(term)))
    return inside


@lru_cache(maxsize=65536)
def is_benign_token(token: str) -> bool:
    """Whether one token is a known word, a short number, or parts of both such as 5mm or B30f."""
    folded = fold(token)
    if folded in words():
        return True
    if len(folded) == 1:
        return folded.isascii() or folded.isdigit()
    if len(parts := _HUMP.split(token)) > 1 and all(map(_is_benign_hump, parts)):
        return True
    runs = _RUN.findall(folded)
    if sum(len(run) for run in runs if run.isdigit()) > _LONGEST_NUMBER:
        return False
    return len(runs) > (not folded.isdigit()) and all(map(_is_benign_run, runs))


def _is_benign_run(run: str) -> bool:
    return run.isdigit() or (len(run) == 1 and run.isascii()) or run in words()


def _is_benign_hump(part: str) -> bool:
    """Whether a part of a word joined LikeThis is a known word, short ones in capitals only."""
    return (len(part) >= _SHORTEST_HUMP or part.isupper()) and is_benign_token(part)
