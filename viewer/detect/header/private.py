"""Private attributes, by the list of those known to be safe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.detect.context import DetectContext
from viewer.detect.header_findings import attribute_finding
from viewer.detect.header_index import Entry
from viewer.identifiers import category_of
from viewer.model import Action, Category, Finding, Kind, Series

_PROPOSED = {"C": Action.CLEAN, "U": Action.REPLACE}


@dataclass(frozen=True, slots=True)
class Private:
    """Reports every private attribute that the profile does not keep."""

    id: str = "header.private"
    version: str = "1"
    title: str = "Private attributes"
    finds: str = "private attributes that PS3.15 Table E.3.10-1 does not call safe, at any depth"
    misses: str = "what a maker writes into an attribute that is called safe"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per private attribute path."""
        for entry in context.index(series).entries:
            if entry.path.tag >> 16 & 1 and entry.rule.code != "K":
                yield self._finding(series, context, entry)

    def _finding(self, series: Series, context: DetectContext, entry: Entry) -> Finding:
        spans = [each for text in entry.values for each in context.identifiers.known_spans(text)]
        worst = max(spans, key=lambda each: each.confidence, default=None)
        owner = f" of {entry.creator}" if entry.creator else " without a creator"
        reason = entry.rule.source + owner
        return attribute_finding(
            self,
            series,
            context,
            entry,
            kind=Kind.PRIVATE,
            category=worst.category if worst else _category(entry),
            reason=f"{worst.reason} ({reason})" if worst else reason,
            proposed=_PROPOSED.get(entry.rule.code, Action.REMOVE),
            confidence=worst.confidence if worst else 0.5,
        )


def _category(entry: Entry) -> Category:
    return category_of(entry.path.tag, entry.vr)


DETECTOR = Private()
