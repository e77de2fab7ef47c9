"""How far each study is: new, scanned, in review, ready, exported or blocked."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from viewer.model import Finding, Loaded, Patient, ScanResult
from viewer.review.history import History, Step
from viewer.review.opinions import Standing, about
from viewer.review.outlook import Outlook
from viewer.review.session import ReviewSession


class StudyStatus(StrEnum):
    """Where a study stands, in the order of the work."""

    NEW = "new"
    SCANNED = "scanned"
    IN_REVIEW = "in review"
    BLOCKED = "blocked"
    READY = "ready"
    EXPORTED = "exported"

    @property
    def needs_work(self) -> bool:
        """Whether somebody has to look at the study before it can go."""
        return self not in (StudyStatus.READY, StudyStatus.EXPORTED)


@dataclass(frozen=True, slots=True)
class StudyProgress:
    """Status and counts of one study; ``kinds`` counts its findings by kind."""

    status: StudyStatus
    findings: int
    undecided: int
    kinds: Mapping[str, int]


def progress_of(
    outlook: Outlook, *, is_complete: bool, needs_two: bool, exported: Mapping[str, str]
) -> dict[str, StudyProgress]:
    """Progress by Study Instance UID.

    ``exported`` are the digests that ``decisions_digest`` gave when studies were exported: once a
    decision changes, a study is no longer exported. A failed detector or an objection blocks.
    """
    session = outlook.session
    findings: dict[str, list[Finding]] = defaultdict(list)
    for each in session.findings:
        findings[each.location.study_uid].append(each)
    failed = {each.source for each in session.scan.failures}
    found = {}
    for study in session.loaded.studies():
        uid, mine = study.study_uid, findings[study.study_uid]
        undecided = sum(each.id not in session.state.decisions for each in mine)
        if is_complete and uid in exported and exported[uid] == decisions_digest(session, mine):
            status = StudyStatus.EXPORTED
        elif failed and any(i.source in failed for s in study.series for i in s.instances):
            status = StudyStatus.BLOCKED
        else:
            status = _status(outlook, mine, undecided, is_complete, needs_two)
        found[uid] = StudyProgress(status, len(mine), undecided, Counter(e.kind for e in mine))
    return found


def decisions_digest(session: ReviewSession, findings: Iterable[Finding]) -> str:
    """A digest of what was decided about findings, whatever their order."""
    made = session.state.decisions
    lines = sorted(f"{e.id} {about(e, made[e.id])}" for e in findings if e.id in made)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def of_studies(session: ReviewSession, study_uids: Iterable[str]) -> ReviewSession:
    """The session with some of its studies only: what an export of them is made from."""
    chosen = frozenset(study_uids)
    patients = (
        replace(each, studies=tuple(s for s in each.studies if s.study_uid in chosen))
        for each in session.loaded.patients
    )
    loaded = replace(session.loaded, patients=tuple(each for each in patients if each.studies))
    manual = tuple(each for each in session.state.manual if each.location.study_uid in chosen)
    state = replace(session.state, manual=manual)
    return replace(
        session,
        loaded=loaded,
        scan=_scan_of(session.scan, loaded, chosen),
        history=History((Step("", state),)),
    )


def study_of(loaded: Loaded, series_uid: str) -> tuple[Patient, str] | None:
    """Patient and Study Instance UID of a series."""
    for patient in loaded.patients:
        for study in patient.studies:
            if any(each.series_uid == series_uid for each in study.series):
                return patient, study.study_uid
    return None


def _scan_of(scan: ScanResult, loaded: Loaded, chosen: frozenset[str]) -> ScanResult:
    series = {each.series_uid for each in loaded.series()}
    sources = {each.source for each in loaded.instances()}
    return replace(
        scan,
        findings=tuple(each for each in scan.findings if each.location.study_uid in chosen),
        risks=tuple(each for each in scan.risks if each.series_uid in series),
        failures=tuple(each for each in scan.failures if each.source in sources),
    )


def _status(
    outlook: Outlook,
    findings: Iterable[Finding],
    undecided: int,
    is_complete: bool,
    needs_two: bool,
) -> StudyStatus:
    made, said = outlook.session.state.decisions, outlook.session.state.opinions
    found = list(findings)
    if said or needs_two:
        stands = Counter(outlook.standings.get(each.id) for each in found)
        if stands[Standing.OBJECTED]:
            return StudyStatus.BLOCKED
        undecided += (stands[Standing.WAITING] + stands[Standing.UNNAMED]) * needs_two
    if is_complete and not undecided:
        return StudyStatus.READY
    if any(each.id in made for each in found):
        return StudyStatus.IN_REVIEW
    return StudyStatus.SCANNED if is_complete else StudyStatus.NEW
