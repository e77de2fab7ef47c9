"""A stretch of text that identifies somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from viewer.model import Category


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a text, and why they identify."""

    start: int
    end: int
    category: Category
    reason: str
    confidence: float


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Spans by position; of overlapping ones the more confident, then the longer one stays."""
    best = sorted(spans, key=lambda each: (-each.confidence, each.start - each.end, each.start))
    kept: list[Span] = []
    for span in best:
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept)
