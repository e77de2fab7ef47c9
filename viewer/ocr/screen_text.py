"""Words of scanner screens: labels, organisations, and what identifies nobody."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from typing import Any

from viewer import paths
from viewer.identifiers.vocabulary import fold, is_benign_token, tokens, words
from viewer.model import Category

_LABEL = re.compile(r"[^\W\d_]+(?:[ .'’][^\W\d_]+){0,3}")
_LETTERS = re.compile(r"[\W\d_]+")
_SHORTEST_PIECE = 4
_LONGEST_NUMBER = 4


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(paths.resource("screen-text.toml").read_text("utf-8"))


@cache
def _labels() -> dict[str, Category]:
    rows = _tables()["labels"].items()
    return {label: Category(category) for category, labels in rows for label in labels}


@cache
def _screen_words() -> frozenset[str]:
    return frozenset(_tables()["screen"]["words"].split())


@cache
def _organisations() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _tables()["organisations"]["words"])))


def label_of(text: str) -> tuple[Category, bool] | None:
    """The identifier that a leading label announces, and whether a value follows it."""
    match = _LABEL.match(text.strip())
    if match is None:
        return None
    parts = [_LETTERS.sub("", fold(part)) for part in re.split(r"[ .'’]", match[0])]
    for length in range(len(parts), 0, -1):
        category = _labels().get("".join(parts[:length]))
        if category is not None:
            rest = text.strip()[len(match[0]) :] if length == len(parts) else "value"
            return category, bool(re.search(r"\w", rest))
    return None


def names_organisation(text: str) -> bool:
    """Whether a line contains a word for a place of care."""
    return any(
        len(each[0]) >= _SHORTEST_PIECE or each.start() == 0
        for each in _organisations().finditer(fold(text))
    )


def is_sex(text: str) -> bool:
    """Whether the whole text is a word for the patient's sex."""
    return _LETTERS.sub("", fold(text)) in _tables()["sex"]["words"]


@lru_cache(maxsize=16384)
def is_screen_token(token: str) -> bool:
    """Whether a token is a known word, a short number, number with unit, or known words joined."""
    folded = fold(token)
    if folded in _screen_words() or is_benign_token(token):
        return True
    runs = re.findall(r"[^\W\d_]+|\d+", folded)
    if sum(len(run) for run in runs if run.isdigit()) > _LONGEST_NUMBER:
        return False
    return all(run.isdigit() or run in _screen_words() or _is_joined(run) for run in runs)


def is_screen_text(text: str) -> bool:
    """Whether every token identifies nobody; False for a text without tokens."""
    found = [match[0] for match in tokens(text)]
    return bool(found) and all(map(is_screen_token, found))


def _is_joined(run: str) -> bool:
    """Whether a word is two known words whose blank was not read."""
    cuts = range(_SHORTEST_PIECE, len(run) - _SHORTEST_PIECE + 1)
    known = words() | _screen_words()
    return run in words() or any(run[:cut] in known and run[cut:] in known for cut in cuts)
