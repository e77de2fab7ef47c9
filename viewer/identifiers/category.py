"""Which Safe Harbor identifier an attribute's value is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydicom.datadict import dictionary_description, keyword_for_tag, tag_for_keyword

from viewer.model import Category
from viewer.paths import resource

_BY_VR = {
    "PN": Category.NAME,
    "DA": Category.DATE,
    "DT": Category.DATE,
    "TM": Category.DATE,
    "UR": Category.URL,
    "AE": Category.DEVICE,
    "AS": Category.QUASI,
}


@cache
def category_of(tag: int, vr: str) -> Category:
    """The category of an attribute by its VR, else by words of its keyword."""
    if vr in _BY_VR:
        return _BY_VR[vr]
    keyword = keyword_for_tag(tag)
    matches = (category for words, category in _words() if words.search(keyword))
    return next(matches, Category.OTHER_UNIQUE)


@cache
def known_attributes() -> dict[int, Category]:
    """Tags of attributes whose values are looked for everywhere else, with their category."""
    tags = {tag_for_keyword(keyword): category for keyword, category in _rows("known-identifiers")}
    return {tag: Category(category) for tag, category in tags.items() if tag is not None}


@cache
def name_of(tag: int) -> str:
    """What the standard calls an attribute, such as Patient's Name."""
    try:
        return dictionary_description(tag)
    except KeyError:
        return "a private attribute" if tag >> 16 & 1 else "an unknown attribute"


@cache
def _words() -> tuple[tuple[re.Pattern[str], Category], ...]:
    rows = _rows("identifier-words")
    return tuple((re.compile(words), Category(category)) for words, category in rows)


def _rows(name: str) -> Iterator[tuple[str, str]]:
    for line in resource(f"standard/{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            left, _, right = line.partition("\t")
            yield left, right
