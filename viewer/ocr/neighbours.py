"""A value that stands next to a label inherits what the label says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from viewer.model import Box, Category
from viewer.ocr.classify import Verdict
from viewer.ocr.reading import Reading
from viewer.ocr.screen_text import is_label, label_of

_REACH = 4.0


def judge_neighbours(judged: Sequence[tuple[Reading, Verdict]]) -> list[tuple[Reading, Verdict]]:
    """The same readings; benign ones to the right of a bare label are benign no longer."""
    labels = [(each, category) for each, _ in judged if (category := _bare_label(each))]
    return [(each, _inherited(each, verdict, labels)) for each, verdict in judged]


def _inherited(
    reading: Reading, verdict: Verdict, labels: Sequence[tuple[Reading, Category]]
) -> Verdict:
    if not verdict.benign:
        return verdict
    for label, category in labels:
        if _follows(reading.tight, label.tight) and set(reading.indices) & set(label.indices):
            reason = f"stands next to a label for a {category}"
            return replace(verdict, category=category, reason=reason, benign=False, proved=True)
    return verdict


def _bare_label(reading: Reading) -> Category | None:
    text = reading.best.text.reveal()
    found = label_of(text)
    return found[0] if found and is_label(text) else None


def _follows(value: Box, label: Box) -> bool:
    """Whether a box stands on the label's line, to the right and not far."""
    shared = min(value.bottom, label.bottom) - max(value.y, label.y)
    gap = value.x - label.right
    height = min(value.height, label.height)
    return shared * 2 >= height and -height <= gap <= _REACH * height and value.x > label.x
