"""How findings, actions and counts are worded in lists; no value is in any of it but ``value``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from pydicom.datadict import dictionary_description, dictionary_has_tag

from viewer import paths
from viewer.model import Action, Category, Decision, Finding, Kind
from viewer.review import REVIEWER, settled_action

KINDS = {
    Kind.FACE: "Face",
    Kind.SURFACE: "Surface",
    Kind.TEXT: "Burned-in text",
    Kind.GRAPHIC: "Graphics",
    Kind.DOCUMENT: "Document",
    Kind.CONTAINER: "File wrapper",
    Kind.PRIVATE: "Private attribute",
    Kind.HEADER: "Header",
    Kind.CONSISTENCY: "Consistency",
}
ACTIONS = {
    Action.REMOVE: "Remove",
    Action.REPLACE: "Replace",
    Action.CLEAN: "Clean",
    Action.BLANK: "Blank",
    Action.KEEP: "Keep",
    Action.REVIEW: "Review",
}
_OUTCOMES = {
    Action.REMOVE: "Nothing: it is removed",
    Action.REPLACE: "A replacement",
    Action.CLEAN: "The same without what identifies",
    Action.BLANK: "Solid fill over these pixels",
    Action.KEEP: "The same as now",
    Action.REVIEW: "Not decided",
}


_IN_PIXELS = {
    Category.GEOGRAPHY: "place",
    Category.OTHER_UNIQUE: "text",
    Category.QUASI: "detail",
}


def title(finding: Finding) -> str:
    """What the finding is, without its value: attribute name, or the kind of place."""
    if finding.detector == REVIEWER:
        return "Area marked by hand"
    path = finding.location.attribute
    if finding.location.box is not None:
        return f"{pixel_word(finding).capitalize()} in the pixels"
    if path is None:
        return finding.keyword or f"{KINDS[finding.kind]}: {finding.category}"
    if dictionary_has_tag(path.tag):
        return dictionary_description(path.tag)
    tag = f"({path.tag >> 16:04X},{path.tag & 0xFFFF:04X})"
    return f"{finding.keyword} {tag}" if finding.keyword else f"Private {tag}"


def pixel_word(finding: Finding) -> str:
    """What was found in pixels, in a word or two."""
    if finding.detector == REVIEWER:
        return "drawn by hand"
    if finding.proposed is Action.KEEP:
        return "technical text"
    return _IN_PIXELS.get(finding.category, finding.category.value)


def value(finding: Finding, *, shown: bool) -> str:
    """The value on one line, or its mask."""
    if not finding.text:
        return ""
    text = finding.text.reveal() if shown else str(finding.text)
    return " ".join("".join(each if each.isprintable() else " " for each in text[:400]).split())


def why(finding: Finding) -> str:
    """The reason as a sentence for people who do not know the standard by heart."""
    reason = finding.reason
    if reason.startswith("PS3.15"):
        reason = f"On the standard's list of what can identify ({reason})"
    sure = "" if finding.confidence >= 1 else f" ({finding.confidence:.0%} sure)"
    return reason[:1].upper() + reason[1:] + sure


def action(finding: Finding, decision: Decision | None) -> Action:
    """What was decided, else what accepting would do."""
    return decision.action if decision else settled_action(finding)


def outcome(finding: Finding, decision: Decision | None) -> str:
    """What will be written instead."""
    chosen = action(finding, decision)
    if chosen is Action.REPLACE and finding.replacement:
        return finding.replacement
    if finding.kind in (Kind.FACE, Kind.SURFACE) and chosen is Action.CLEAN:
        return "The volume with its face removed"
    return _OUTCOMES[chosen]


def modality(text: str) -> str:
    """A modality where it is one of the standard's codes, which a text of somebody is not."""
    return text if text in _modalities() else "other"


@cache
def _modalities() -> frozenset[str]:
    lines = paths.resource("modalities.txt").read_text("utf-8").splitlines()
    return frozenset(each for each in lines if not each.startswith("#"))


def state(decision: Decision | None) -> str:
    """The state in one word."""
    if decision is None:
        return "Undecided"
    return "Kept" if decision.action is Action.KEEP else "Accepted"


def tally(words: Iterable[str]) -> str:
    """Each word once, the most frequent first, with how often."""
    counted = Counter(words).most_common()
    return ", ".join(word if times == 1 else f"{word} × {times}" for word, times in counted)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
