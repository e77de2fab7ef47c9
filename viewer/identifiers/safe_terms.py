"""Meanings of standard codes, which identify nobody when they stand as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from pydicom.datadict import tag_for_keyword


@cache
def _concepts() -> Mapping[str, Mapping[str, Mapping[str, tuple[str, object]]]]:
    from pydicom.sr._concepts_dict import concepts  # slow to import, and seldom needed

    return cast(Mapping[str, Mapping[str, Mapping[str, tuple[str, object]]]], concepts)


@cache
def _meanings() -> frozenset[str]:
    return frozenset(
        meaning.casefold()
        for scheme in _concepts().values()
        for codes in scheme.values()
        for meaning, _ in codes.values()
    )


@cache
def standard_codes() -> frozenset[str]:
    """Code values that PS3.16 uses, of any scheme."""
    return frozenset(
        value for scheme in _concepts().values() for codes in scheme.values() for value in codes
    )


def is_safe_term(text: str) -> bool:
    """Whether the whole text is the meaning of a code in PS3.16 or an attribute's keyword."""
    return tag_for_keyword(text) is not None or text.strip().casefold() in _meanings()


@cache
def standard_schemes() -> frozenset[str]:
    """Designators of coding schemes that PS3.16 uses."""
    more = "SRT SNM3 99SDM UMLS FMA RADLEX NCIt LN UCUM DCM SCT MA ISO639_1 ISO3166_1 ACR ICDO3 NEU"
    return frozenset(_concepts()) | frozenset(more.split()) | {"RFC5646", "SCPECG"}
