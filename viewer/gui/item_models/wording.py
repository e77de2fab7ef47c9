"""How findings, actions and counts are worded in lists; no value is in any of it but ``value``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from pydicom.datadict import dictionary_description, dictionary_has_tag

from viewer import paths
from viewer.gui.item_models.words import CATEGORIES, capital
from viewer.gui.language import tr
from viewer.model import Action, Category, Decision, Finding, Kind
from viewer.review import REVIEWER, settled_action

KINDS = {
    Kind.FACE: tr("Face"),
    Kind.SURFACE: tr("Surface"),
    Kind.TEXT: tr("Burned-in text"),
    Kind.GRAPHIC: tr("Graphics"),
    Kind.DOCUMENT: tr("Document"),
    Kind.CONTAINER: tr("File wrapper"),
    Kind.PRIVATE: tr("Private attribute"),
    Kind.HEADER: tr("Header"),
    Kind.CONSISTENCY: tr("Consistency"),
}
ACTIONS = {
    Action.REMOVE: tr("Remove"),
    Action.REPLACE: tr("Replace"),
    Action.CLEAN: tr("Clean"),
    Action.BLANK: tr("Blank"),
    Action.KEEP: tr("Keep"),
    Action.REVIEW: tr("Review"),
}
_OUTCOMES = {
    Action.REMOVE: tr("Nothing: it is removed"),
    Action.REPLACE: tr("A replacement"),
    Action.CLEAN: tr("The same without what identifies"),
    Action.BLANK: tr("Solid fill over these pixels"),
    Action.KEEP: tr("The same as now"),
    Action.REVIEW: tr("Not decided"),
}


_IN_PIXELS = {
    Category.GEOGRAPHY: tr("place"),
    Category.OTHER_UNIQUE: tr("text"),
    Category.QUASI: tr("detail"),
}


def title(finding: Finding) -> str:
    """What the finding is, without its value: attribute name, or the kind of place."""
    if finding.detector == REVIEWER:
        return tr("Area marked by hand")
    path = finding.location.attribute
    if finding.location.box is not None:
        return tr("{0} in the pixels").format(capital(pixel_word(finding)))
    if path is None:
        return finding.keyword or f"{KINDS[finding.kind]}: {CATEGORIES[finding.category]}"
    if dictionary_has_tag(path.tag):
        return dictionary_description(path.tag)
    tag = f"({path.tag >> 16:04X},{path.tag & 0xFFFF:04X})"
    return f"{finding.keyword} {tag}" if finding.keyword else tr("Private {0}").format(tag)


def pixel_word(finding: Finding) -> str:
    """What was found in pixels, in a word or two."""
    if finding.detector == REVIEWER:
        return tr("drawn by hand")
    if finding.proposed is Action.KEEP:
        return tr("technical text")
    return _IN_PIXELS.get(finding.category, CATEGORIES[finding.category])


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
        reason = tr("On the standard's list of what can identify ({0})").format(reason)
    sure = "" if finding.confidence >= 1 else tr(" ({0:.0%} sure)").format(finding.confidence)
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
        return tr("The volume with its face removed")
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
        return tr("Undecided")
    return tr("Kept") if decision.action is Action.KEEP else tr("Accepted")


def tally(words: Iterable[str]) -> str:
    """Each word once, the most frequent first, with how often."""
    counted = Counter(words).most_common()
    return ", ".join(word if times == 1 else f"{word} × {times}" for word, times in counted)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {tr(one if number == 1 else many or one + 's')}"
