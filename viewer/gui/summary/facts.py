"""What a summary says about a study, taken from the review without a single value; no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from viewer.gui.item_models import wording
from viewer.gui.item_models.words import CATEGORIES, GRADES, capital
from viewer.gui.language import tr
from viewer.model import Action, Box, Decision, FaceGrade, Finding, Kind, Series, Study
from viewer.review import ReviewSession, StudyProgress, StudyStatus
from viewer.review.records import keyed

_ID_LENGTH = 8
_NINTHS = (
    (tr("top left"), tr("top middle"), tr("top right")),
    (tr("middle left"), tr("middle"), tr("middle right")),
    (tr("bottom left"), tr("bottom middle"), tr("bottom right")),
)
_FACES = (Kind.FACE, Kind.SURFACE)


@dataclass(frozen=True, slots=True)
class Line:
    """Findings of one sort in one place: how many, in how many files, and what becomes of them."""

    kind: str
    what: str
    where: str
    findings: int
    files: int
    after: str
    state: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the picture; ``state`` is blanked, kept or undecided."""

    box: Box
    state: str


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """One series by number; ``face`` is the grade before, ``face_after`` what becomes of it."""

    number: int
    modality: str
    images: int
    columns: int
    rows: int
    marks: tuple[Mark, ...]
    face: str
    face_after: str


@dataclass(frozen=True, slots=True)
class StudyFacts:
    """One study; ``ident`` is a keyed id that means nothing on another machine."""

    ident: str
    status: StudyStatus
    modalities: tuple[str, ...]
    files: int
    undecided: int
    kinds: Mapping[str, int]
    lines: tuple[Line, ...]
    series: tuple[SeriesFacts, ...]


def facts_of(
    session: ReviewSession, progress: Mapping[str, StudyProgress]
) -> tuple[StudyFacts, ...]:
    """The facts of every open study, in order."""
    return tuple(
        _study(session, study, progress.get(study.study_uid)) for study in session.loaded.studies()
    )


def _study(session: ReviewSession, study: Study, progress: StudyProgress | None) -> StudyFacts:
    mine = [each for each in session.findings if each.location.study_uid == study.study_uid]
    made = session.decisions()
    return StudyFacts(
        keyed(study.study_uid)[:_ID_LENGTH],
        progress.status if progress else StudyStatus.NEW,
        tuple(sorted({wording.modality(each.modality) for each in study.series})),
        sum(len(each.instances) for each in study.series),
        sum(each.id not in made for each in mine),
        Counter(wording.KINDS[each.kind] for each in mine),
        _lines(study, mine, made),
        tuple(_series(n, each, session, mine, made) for n, each in enumerate(study.series, 1)),
    )


def _lines(
    study: Study, findings: Sequence[Finding], made: Mapping[str, Decision]
) -> tuple[Line, ...]:
    """Findings that say the same in the same place share a line."""
    sizes = {i.source: (i.columns, i.rows) for s in study.series for i in s.instances}
    counted: Counter[tuple[int, str, str, str, str]] = Counter()
    files: dict[tuple[int, str, str, str, str], set[object]] = {}
    order = list(wording.KINDS)
    for each in findings:
        decision = made.get(each.id)
        key = (
            order.index(each.kind),
            _what(each),
            _where(each, sizes.get(each.location.sources[0], (0, 0))),
            _after(each, decision),
            wording.state(decision),
        )
        counted[key] += 1
        files.setdefault(key, set()).update(each.location.sources)
    return tuple(
        Line(wording.KINDS[order[key[0]]], key[1], key[2], number, len(files[key]), *key[3:])
        for key, number in sorted(counted.items())
    )


def _what(finding: Finding) -> str:
    """What it is; a private attribute by its tag alone, as its creator is text of the file."""
    path = finding.location.attribute
    if path is not None and (path.tag >> 16) & 1:
        return tr("Private attribute ({0})").format(CATEGORIES[finding.category])
    if path is None and finding.location.box is None:
        return capital(CATEGORIES[finding.category])
    return f"{wording.title(finding)} ({CATEGORIES[finding.category]})"


def _after(finding: Finding, decision: Decision | None) -> str:
    """What becomes of it, without the replacement itself."""
    action = wording.action(finding, decision)
    if action is Action.KEEP:
        return tr("The same as now") + (tr(", with a reason") if decision else "")
    if action is Action.REPLACE:
        return tr("A replacement")
    return wording.outcome(finding, decision)


def _where(finding: Finding, size: tuple[int, int]) -> str:
    place = finding.location
    if place.box is not None and all(size):
        return tr("{0} of the picture").format(_ninth(place.box, *size))
    return str(place.attribute or tr("the whole file"))


def _ninth(box: Box, columns: int, rows: int) -> str:
    """Where a box lies, in words."""
    across = min(2, 3 * (2 * box.x + box.width) // (2 * columns))
    down = min(2, 3 * (2 * box.y + box.height) // (2 * rows))
    return _NINTHS[down][across]


def _series(
    number: int,
    series: Series,
    session: ReviewSession,
    findings: Sequence[Finding],
    made: Mapping[str, Decision],
) -> SeriesFacts:
    mine = [each for each in findings if each.location.series_uid == series.series_uid]
    first = next((each for each in series.instances if each.has_pixels), None)
    grades = [e.grade for e in session.scan.risks if e.series_uid == series.series_uid]
    return SeriesFacts(
        number,
        wording.modality(series.modality),
        series.frame_count,
        first.columns if first else 0,
        first.rows if first else 0,
        tuple(dict.fromkeys(_marks(mine, made))),
        GRADES[grades[0]] if grades else "",
        _face_after(grades, [each for each in mine if each.kind in _FACES], made),
    )


def _marks(findings: Sequence[Finding], made: Mapping[str, Decision]) -> list[Mark]:
    found = []
    for each in findings:
        decision = made.get(each.id)
        box = (decision.box if decision else None) or each.location.box
        if box is not None:
            kept = decision is not None and decision.action is Action.KEEP
            state = "kept" if kept else ("blanked" if decision else "undecided")
            found.append(Mark(box, state))
    return found


def _face_after(
    grades: Sequence[FaceGrade], faces: Sequence[Finding], made: Mapping[str, Decision]
) -> str:
    if not grades or not faces:
        return ""
    decided = [made[each.id].action for each in faces if each.id in made]
    if len(decided) < len(faces):
        return tr("undecided")
    return (
        tr("stays, with a reason")
        if Action.KEEP in decided
        else tr("removed; measured at the export")
    )
