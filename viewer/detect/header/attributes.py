"""Public attributes that the profile does not leave as they are, at every depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.detect.context import DetectContext
from viewer.detect.header_findings import attribute_finding
from viewer.detect.header_index import Entry
from viewer.dicom.value_forms import fits
from viewer.identifiers import (
    Identifiers,
    Span,
    category_of,
    clean_value,
    identifying_spans,
    is_well_known_uid,
)
from viewer.model import Action, Category, Finding, Kind, Series

_ACTIONS = {"X": Action.REMOVE, "Z": Action.REPLACE, "D": Action.REPLACE, "U": Action.REPLACE}
_DATES = frozenset({"DA", "DT", "TM"})
_ELSEWHERE = frozenset({0x00420011, 0x00880200})


@dataclass(frozen=True, slots=True)
class Attributes:
    """Compares every public attribute with the profile's rule for it."""

    id: str = "header.attributes"
    version: str = "1"
    title: str = "Attributes named by the profile"
    finds: str = (
        "attributes of PS3.15 Table E.1-1 at any depth, free text, dates, names and UIDs outside "
        "the table, and public attributes the standard does not know"
    )
    misses: str = "names inside code strings that are formed like a defined term"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per attribute path and rule."""
        for entry in context.index(series).entries:
            if _is_ours(entry) and (finding := self._finding(series, context, entry)):
                yield finding

    def _finding(self, series: Series, context: DetectContext, entry: Entry) -> Finding | None:
        if entry.rule.code == "C" and entry.vr not in _DATES:
            return self._cleaned(series, context, entry)
        if entry.rule.code == "C" and entry.vr == "TM":
            return None
        texts = tuple(text for text in entry.values if _identifies(entry, text))
        if not texts:
            return None
        return attribute_finding(
            self,
            series,
            context,
            entry,
            kind=Kind.HEADER,
            category=category_of(entry.path.tag, entry.vr),
            reason=entry.rule.source,
            proposed=_ACTIONS.get(entry.rule.code, Action.REPLACE),
            texts=texts,
        )

    def _cleaned(self, series: Series, context: DetectContext, entry: Entry) -> Finding | None:
        ids = context.identifiers
        formed = (text for text in entry.values if fits(entry.vr, text))
        cut = {text: _cleaned_text(entry, text, ids) for text in formed}
        texts = tuple(text for text, cleaned in cut.items() if cleaned != text)
        if not texts:
            return None
        spans = [each for text in texts for each in _spans(entry, text, ids)]
        worst = max(spans, key=lambda each: each.confidence, default=None)
        return attribute_finding(
            self,
            series,
            context,
            entry,
            kind=Kind.HEADER,
            category=worst.category if worst else Category.QUASI,
            reason=f"{worst.reason} ({entry.rule.source})" if worst else entry.rule.source,
            proposed=Action.CLEAN,
            confidence=worst.confidence if worst else 1.0,
            texts=texts,
            replacement=cut[texts[0]],
        )


def _is_ours(entry: Entry) -> bool:
    group = entry.path.tag >> 16
    if group & 1 or group >> 8 in (0x50, 0x60) or entry.path.tag in _ELSEWHERE:
        return False
    return entry.rule.code != "K"


def _identifies(entry: Entry, text: str) -> bool:
    return entry.vr != "UI" or not all(map(is_well_known_uid, text.split("\\")))


def _cleaned_text(entry: Entry, text: str, identifiers: Identifiers) -> str:
    values = text.split("\\") if entry.vr not in ("LT", "ST", "UT") else [text]
    return "\\".join(clean_value(entry.path.tag, entry.vr, each, identifiers) for each in values)


def _spans(entry: Entry, text: str, identifiers: Identifiers) -> list[Span]:
    values = text.split("\\") if entry.vr not in ("LT", "ST", "UT") else [text]
    found = (identifying_spans(entry.path.tag, entry.vr, each, identifiers) for each in values)
    return [] if entry.vr == "AS" else [span for spans in found for span in spans]


DETECTOR = Attributes()
