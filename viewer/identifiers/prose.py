"""Words of requests, histories and protocols in four languages: harmless in a description.

Wider than the vocabulary proper: alone, on a screen or as a name such a word proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from viewer.identifiers.vocabulary import UMLAUTS, fold, is_known, lines_of, tokens, words

_FOLDER = "vocabulary/prose"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SHORTEST_HUMP = 3
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_a-zà-þ]\.\s?){2,4}(?!\w)")


@cache
def prose_words() -> frozenset[str]:
    """The vocabulary and all single words of its prose lists; umlauts also as two letters."""
    single = [line for line in lines_of(_FOLDER) if " " not in line]
    return words() | {fold(each) for word in single for each in (word, word.translate(UMLAUTS))}


@cache
def terms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Terms of several words by their first word, folded: their words stay only together."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for term in (tuple(fold(line).split()) for line in lines_of(_FOLDER) if " " in line):
        found[term[0]] = (*found.get(term[0], ()), term)
    return found


def unknown_tokens(text: str) -> list[re.Match[str]]:
    """Tokens that are neither known words or numbers nor part of a known term."""
    found = list(tokens(text))
    initials = {at for place in _initials(text) for at in range(*place)}
    if not initials and all(is_prose_token(each[0]) for each in found):
        return []
    inside = _inside_terms([fold(each[0]) for each in found])
    return [
        each
        for position, each in enumerate(found)
        if each.start() in initials or (position not in inside and not is_prose_token(each[0]))
    ]


@lru_cache(maxsize=65536)
def is_prose_token(token: str) -> bool:
    """Whether one token is a known word, a short number, or known words joined LikeThis."""
    if is_known(fold(token), prose_words().__contains__):
        return True
    parts = _HUMP.split(token)
    return len(parts) > 1 and all(map(_is_known_hump, parts))


def _is_known_hump(part: str) -> bool:
    return (len(part) >= _SHORTEST_HUMP or part.isupper()) and is_prose_token(part)


def _initials(text: str) -> Iterator[tuple[int, int]]:
    """Capitals with points, such as R.M.W., that are no known abbreviation such as I.V."""
    for match in _DOTTED.finditer(text):
        if not is_prose_token("".join(letter[0] for letter in tokens(match[0]))):
            yield match.span()


def _inside_terms(folded: list[str]) -> set[int]:
    inside: set[int] = set()
    for start, word in enumerate(folded):
        for term in terms().get(word, ()):
            if tuple(folded[start : start + len(term)]) == term:
                inside.update(range(start, start + len(term)))
    return inside
