"""Kept dates, times, numbers, ages and UIDs that are none: their text could say anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.detect.context import DetectContext
from viewer.detect.header_findings import attribute_finding
from viewer.dicom.value_forms import fits
from viewer.identifiers import category_of
from viewer.model import Action, Finding, Series

_LEFT = frozenset("KC")  # codes of rules that leave a value, or most of it


@dataclass(frozen=True, slots=True)
class ValueForms:
    """Compares the text of kept values with what their VR can hold (PS3.5 6.2)."""

    id: str = "header.value-forms"
    version: str = "1"
    title: str = "Values that do not have the form of their kind"
    finds: str = (
        "words in attributes for dates, times, numbers, ages and UIDs, and other attributes inside "
        "a value of bytes, at any depth"
    )
    misses: str = "a number that identifies in an attribute for numbers"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per attribute with such a value."""
        for entry in context.index(series).entries:
            texts = tuple(text for text in entry.values if not fits(entry.vr, text))
            if texts and entry.rule.code in _LEFT:
                yield attribute_finding(
                    self,
                    series,
                    context,
                    entry,
                    category=category_of(entry.path.tag, entry.vr),
                    reason=f"the value does not have the form of its kind ({entry.vr})",
                    proposed=Action.CLEAN,
                    texts=texts,
                )


DETECTOR = ValueForms()
