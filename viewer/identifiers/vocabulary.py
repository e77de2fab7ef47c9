"""Words that identify nobody wherever they stand, also alone and on a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from viewer.identifiers.generic import generic_spans
from viewer.paths import resource

TOKEN = re.compile(r"[^\W_]+")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_RUN = re.compile(r"[^\W\d_]+|\d+")
_LONGEST_NUMBER = 4


@cache
def words() -> frozenset[str]:
    """All words of resources/vocabulary itself, folded as by ``fold``."""
    return frozenset(map(fold, lines_of("vocabulary")))


def lines_of(folder: str) -> list[str]:
    """The entries of every word list in a folder of the resources."""
    paths = sorted(resource(folder).glob("*.txt"))
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
    return all(is_benign_token(each[0]) for each in tokens(text)) and not generic_spans(text)


@lru_cache(maxsize=65536)
def is_benign_token(token: str) -> bool:
    """Whether one token is a known word, a short number, or parts of both such as 5mm or B30f."""
    return is_known(fold(token), words().__contains__)


def is_known(folded: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a folded token is a word, a short number, or made of words, numbers and letters."""
    if is_word(folded):
        return True
    if len(folded) == 1:
        return folded.isascii() or folded.isdigit()
    runs = _RUN.findall(folded)
    if sum(len(run) for run in runs if run.isdigit()) > _LONGEST_NUMBER:
        return False
    return len(runs) > (not folded.isdigit()) and all(
        run.isdigit() or (len(run) == 1 and run.isascii()) or is_word(run) for run in runs
    )
