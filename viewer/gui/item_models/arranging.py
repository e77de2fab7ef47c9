"""Findings in the order and groups a reviewer works through them; no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from viewer.gui.item_models import wording
from viewer.gui.item_models.words import CATEGORIES
from viewer.gui.language import tr
from viewer.model import Action, Decision, Finding, Kind
from viewer.review import Standing

ORDER = tuple(wording.KINDS)
_ONE_BY_ONE = (Kind.FACE, Kind.SURFACE, Kind.TEXT, Kind.GRAPHIC, Kind.DOCUMENT, Kind.CONTAINER)
STATES = (
    tr("All"),
    tr("Undecided"),
    tr("Accepted"),
    tr("Kept"),
    tr("To be agreed"),
    tr("Objected"),
)
_STANDINGS = {tr("To be agreed"): Standing.WAITING, tr("Objected"): Standing.OBJECTED}
_ALL = tr("All")
_NONE: Mapping[str, Standing] = {}


@dataclass(frozen=True, slots=True)
class Filter:
    """What is listed; None and empty mean everything."""

    text: str = ""
    kind: Kind | None = None
    state: str = _ALL
    series_uid: str = ""
    study_uid: str = ""

    @property
    def follows_decisions(self) -> bool:
        """Whether a decision, or what is said about one, can add or take away rows."""
        return self.state != _ALL


@dataclass(frozen=True, slots=True)
class Group:
    """Findings under a heading; ``is_one`` where one decision for all of them is natural."""

    title: str
    findings: tuple[Finding, ...]
    is_one: bool = False


def arrange(
    findings: Iterable[Finding],
    decisions: Mapping[str, Decision],
    wanted: Filter,
    standings: Mapping[str, Standing] = _NONE,
) -> tuple[Group, ...]:
    """Groups by kind, most telling first; of attributes also by category.

    What is in pixels or documents is looked at one by one. ``standings`` are what second reviewers
    said, by finding id.
    """
    groups: dict[tuple[int, str], list[Finding]] = defaultdict(list)
    for each in findings:
        if _matches(each, decisions.get(each.id), standings.get(each.id), wanted):
            category = _heading(each)
            groups[ORDER.index(each.kind), category].append(each)
    return tuple(_group(*key, groups[key]) for key in sorted(groups))


def _heading(finding: Finding) -> str:
    if finding.kind not in _ONE_BY_ONE:
        return CATEGORIES[finding.category]
    return tr("technical, may stay") if finding.proposed is Action.KEEP else ""


def _group(kind: int, category: str, found: list[Finding]) -> Group:
    name = wording.KINDS[ORDER[kind]]
    title = f"{name} · {category}" if category else name
    return Group(title, tuple(found), bool(category) and len(found) > 1)


def next_open(
    stops: Sequence[tuple[str, ...]],
    chosen: tuple[str, ...],
    to_do: Container[str],
    backwards: bool = False,
) -> tuple[str, ...]:
    """The next stop after the chosen one with anything to do, round the end; else empty."""
    order = list(reversed(stops)) if backwards else list(stops)
    here = set(chosen)
    last = max((n for n, stop in enumerate(order) if not here.isdisjoint(stop)), default=-1)
    turned = order[last + 1 :] + order[: last + 1]
    return next((stop for stop in turned if any(each in to_do for each in stop)), ())


def _matches(
    finding: Finding, decision: Decision | None, standing: Standing | None, wanted: Filter
) -> bool:
    if wanted.kind and finding.kind is not wanted.kind:
        return False
    if wanted.series_uid and finding.location.series_uid != wanted.series_uid:
        return False
    if wanted.study_uid and finding.location.study_uid != wanted.study_uid:
        return False
    if wanted.state in _STANDINGS:
        if standing is not _STANDINGS[wanted.state]:
            return False
    elif wanted.state != _ALL and wanted.state != wording.state(decision):
        return False
    return not wanted.text or wanted.text.casefold() in _searched(finding)


def _searched(finding: Finding) -> str:
    place = str(finding.location.attribute or "")
    parts = (wording.title(finding), finding.reason, finding.category, place, finding.text.reveal())
    return " ".join(parts).casefold()
