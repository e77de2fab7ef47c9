"""Meanings of standard codes, which identify nobody when they stand as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from pydicom.sr._concepts_dict import concepts


@cache
def _meanings() -> frozenset[str]:
    tables = cast(Mapping[str, Mapping[str, Mapping[str, tuple[str, object]]]], concepts)
    return frozenset(
        meaning.casefold()
        for scheme in tables.values()
        for codes in scheme.values()
        for meaning, _ in codes.values()
    )


def is_safe_term(text: str) -> bool:
    """Whether the whole text is the meaning of a code in PS3.16."""
    return text.strip().casefold() in _meanings()


@cache
def standard_schemes() -> frozenset[str]:
    """Designators of coding schemes that PS3.16 uses."""
    more = {"SRT", "SNM3", "99SDM", "UMLS", "FMA", "RADLEX", "NCIt", "LN", "UCUM", "DCM", "SCT"}
    return frozenset(concepts) | more | {"MA", "ISO639_1", "ISO3166_1", "ACR", "ICDO3", "NEU"}
