"""Words of scanner screens: labels, organisations, and what identifies nobody."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from typing import Any

from viewer import paths
from viewer.identifiers.vocabulary import fold, is_benign_token, tokens, words
from viewer.model import Category

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d")
_LONGEST_LABEL = 3
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
def _suspicious() -> frozenset[str]:
    return frozenset(_tables()["suspicious"]["words"])


@cache
def _organisations() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _tables()["organisations"]["words"])))


def label_of(text: str) -> tuple[Category, str] | None:
    """The identifier that a leading label announces, and what follows the label."""
    found = list(_WORD.finditer(text))[:_LONGEST_LABEL]
    for length in range(len(found), 0, -1):
        category = _labels().get("".join(fold(each[0]) for each in found[:length]))
        if category is not None:
            return category, text[found[length - 1].end() :]
    return None


def is_label(text: str) -> bool:
    """Whether a text is a label and nothing else."""
    found = label_of(text)
    return found is not None and not re.search(r"\w", found[1])


def has_value(rest: str) -> bool:
    """Whether what follows a label is a value: behind a separator, a number, or unknown words."""
    if not re.search(r"\w", rest):
        return rest.rstrip().endswith(":")
    return bool(re.match(r"\s*[:=#]", rest) or re.search(r"\d", rest)) or not is_screen_text(rest)


def names_organisation(text: str) -> bool:
    """Whether a line contains a word for a place of care."""
    return any(
        len(each[0]) >= _SHORTEST_PIECE or each.start() == 0
        for each in _organisations().finditer(fold(text))
    )


def is_sex(text: str) -> bool:
    """Whether the whole text is a word for the patient's sex."""
    letters = "".join(_WORD.findall(fold(text)))
    return not _NUMBER.search(text) and letters in _tables()["sex"]["words"]


@lru_cache(maxsize=16384)
def is_screen_token(token: str) -> bool:
    """Whether a token is a known word, a short number, number with unit, or known words joined."""
    folded = fold(token)
    if folded in _suspicious():
        return False
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


def is_setting(text: str) -> bool:
    """Whether a text is labelled numbers and nothing else, also where blanks were not read."""
    return bool(_settings().fullmatch(fold(text).strip()))


@cache
def _settings() -> re.Pattern[str]:
    tables = _tables()
    labels, units = (
        "|".join(map(re.escape, sorted(tables["settings"][name], key=len, reverse=True)))
        for name in ("labels", "units")
    )
    number = r"[-+]?\d{1,4}(?:[.,]\d{1,3})?"
    size = r"\d{2,4}\s?[x*]\s?\d{2,4}"
    one = rf"(?:{labels})[\s:=.]*(?:{size}|{number}\s?(?:{units})?)"
    return re.compile(rf"(?:{one}[\s,;|]*)+|{tables['kernels']['pattern']}")


def _is_joined(run: str) -> bool:
    """Whether a word is two known words whose blank was not read."""
    cuts = range(_SHORTEST_PIECE, len(run) - _SHORTEST_PIECE + 1)
    known = words() | _screen_words()
    return run in words() or any(run[:cut] in known and run[cut:] in known for cut in cuts)
