"""Cleans free text: what identifies and what nobody knows goes, the benign words stay."""

from __future__ import annotations

import re

from viewer.identifiers.identifiers import Identifiers
from viewer.identifiers.prose import unknown_tokens
from viewer.identifiers.safe_terms import is_safe_term
from viewer.identifiers.span import Span
from viewer.identifiers.vocabulary import tokens
from viewer.model import Category

REMOVED = "REMOVED"
_CUT = "\0"
_EDGE = r"[ \t_^,;:/=+()\[\]<>&-]*"
_ATTACHED = re.compile(r"(?:[-#][A-Za-z0-9]*\d[A-Za-z0-9]*)*")
_AROUND_CUT = re.compile(rf"{_EDGE}(?:{_CUT}\.?{_EDGE})+")


def cut_spans(text: str, identifiers: Identifiers) -> list[Span]:
    """What must go from a free text: identifying spans, and words outside the vocabulary."""
    known, unknown = identifiers.spans(text), unknown_tokens(text)
    if not (known or unknown) or is_safe_term(text):
        return []
    doubtful = [
        Span(
            each.start(),
            _end(text, each),
            Category.OTHER_UNIQUE,
            "a word that is not known to be harmless",
            0.4,
        )
        for each in unknown
        if not any(span.start <= each.start() and each.end() <= span.end for span in known)
    ]
    return sorted([*known, *doubtful])


def _end(text: str, unknown: re.Match[str]) -> int:
    """Where an unknown word ends with the numbers that hang on it, as in ORD-8812-55A."""
    attached = _ATTACHED.match(text, unknown.end())
    return attached.end() if attached else unknown.end()


def clean_text(text: str, identifiers: Identifiers) -> str:
    """The text without what identifies; ``REMOVED`` when nothing is left of it.

    Words that come together where something was cut are looked at again, until nothing changes.
    """
    while text != REMOVED and (spans := cut_spans(text, identifiers)):
        text = _without(text, spans)
    return text


def _without(text: str, spans: list[Span]) -> str:
    left, at = [], 0
    for span in spans:
        left.append(text[at : span.start])
        at = max(at, span.end)
    kept = _AROUND_CUT.sub(" ", _CUT.join([*left, text[at:]])).strip()
    return kept if any(True for _ in tokens(kept)) else REMOVED
