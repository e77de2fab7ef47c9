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
_LONGEST_NUMBER = 4


@cache
def words() -> frozenset[str]:
    """All words of resources/vocabulary, folded as by ``fold``."""
    found: set[str] = set()
    for path in sorted(resource("vocabulary").glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        found.update(fold(line.strip()) for line in lines if line and not line.startswith("#"))
    return frozenset(found)


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
    return all(is_benign_token(each[0]) for each in tokens(text)) and not generic_spans(text)


@lru_cache(maxsize=65536)
def is_benign_token(token: str) -> bool:
    """Whether one token is a known word, a short number, or parts of both such as 5mm or B30f."""
    folded = fold(token)
    if folded in words():
        return True
    if len(folded) == 1:
        return folded.isascii() or folded.isdigit()
    runs = _RUN.findall(folded)
    if sum(len(run) for run in runs if run.isdigit()) > _LONGEST_NUMBER:
        return False
    return len(runs) > (not folded.isdigit()) and all(map(_is_benign_run, runs))


def _is_benign_run(run: str) -> bool:
    return run.isdigit() or (len(run) == 1 and run.isascii()) or run in words()
