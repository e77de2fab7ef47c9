"""The patient's own values in attributes that the profile would keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.detect.context import DetectContext
from viewer.detect.header_findings import attribute_finding
from viewer.detect.header_index import Entry
from viewer.identifiers import Span
from viewer.model import Action, Finding, Series

_SHORT_TERMS = frozenset({"CS", "AS"})


@dataclass(frozen=True, slots=True)
class RepeatedIdentifiers:
    """Searches kept attributes for names, ids and dates known from this patient's headers."""

    id: str = "header.repeated-identifiers"
    version: str = "1"
    title: str = "Known identifiers in kept attributes"
    finds: str = "names, ids, dates and addresses of this patient in attributes that are kept"
    misses: str = "misspelled names, and values that stand nowhere else in the headers"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per kept attribute that repeats a known value."""
        for entry in context.index(series).entries:
            if entry.rule.code == "K" and entry.vr not in _SHORT_TERMS:
                hits = {text: context.identifiers.known_spans(text) for text in entry.values}
                if found := {text: spans for text, spans in hits.items() if spans}:
                    yield self._finding(series, context, entry, found)

    def _finding(
        self, series: Series, context: DetectContext, entry: Entry, found: dict[str, list[Span]]
    ) -> Finding:
        worst = max((s for spans in found.values() for s in spans), key=lambda s: s.confidence)
        return attribute_finding(
            self,
            series,
            context,
            entry,
            category=worst.category,
            reason=f"{worst.reason}, in an attribute that is kept ({entry.rule.source})",
            proposed=Action.CLEAN,
            confidence=worst.confidence,
            texts=tuple(found),
        )


DETECTOR = RepeatedIdentifiers()
