"""A stretch of text that identifies somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

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
    """Spans by position; overlapping ones become one, named by the most confident, then longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if kept and span.start < kept[-1].end:
            last = kept.pop()
            best = max(last, span, key=lambda each: (each.confidence, each.end - each.start))
            kept.append(replace(best, start=last.start, end=max(last.end, span.end)))
        else:
            kept.append(span)
    return kept
