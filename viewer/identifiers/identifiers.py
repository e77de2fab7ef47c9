"""The values that identify one patient, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pydicom.datadict import tag_for_keyword

from viewer.identifiers.generic import generic_spans
from viewer.identifiers.known import Known, Matcher
from viewer.identifiers.span import Span, without_overlaps
from viewer.model import Category, Masked

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """One identifying value, the attribute (keyword or tag) it stands in, and its category."""

    category: Category
    keyword: str
    value: Masked


@dataclass(frozen=True)
class Identifiers:
    """Distinct identifying values of one patient; picklable, compared by value."""

    items: tuple[Identifier, ...] = ()

    def spans(self, text: str) -> list[Span]:
        """Stretches that identify: known values in any order and case, and generic forms."""
        if not text:
            return []
        return without_overlaps([*self._matcher.spans(text), *generic_spans(text)])

    def known_spans(self, text: str) -> list[Span]:
        """Only the stretches that repeat this patient's own values."""
        return without_overlaps(self._matcher.spans(text)) if text else []

    def merge(self, other: Identifiers) -> Identifiers:
        """The values of both, each once."""
        return Identifiers(tuple(dict.fromkeys((*self.items, *other.items))))

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher.of(known for item in self.items for known in _known(item))

    def __getstate__(self) -> dict[str, object]:
        return {"items": self.items}


def _known(item: Identifier) -> Iterator[Known]:
    tag = tag_for_keyword(item.keyword) or 0x00090000
    text = item.value.reveal()
    forms = _date_forms(text) if item.category is Category.DATE else (text,)
    for form in forms:
        yield Known(item.category, tag, form)


def _date_forms(text: str) -> tuple[str, ...]:
    digits = text[:8]
    if len(digits) < 8 or not digits.isdigit():
        return ()
    year, month, day = digits[:4], digits[4:6], digits[6:]
    short = year[2:]
    named = _MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
    return (
        digits,
        day + month + year,
        month + day + year,
        short + month + day,
        day + month + short,
        month + day + short,
        day + named + year,
        day + named + short,
    )
