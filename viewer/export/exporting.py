"""The one function of this room: refuse, stage, clean, read back, sign, publish."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from viewer import clean, review
from viewer.clean import InstancePlan
from viewer.dicom import FrameReader
from viewer.dicom_signature import SigningKey
from viewer.errors import RefusedError, ScanveilError
from viewer.export.faces import doubts
from viewer.export.job import Cleaned, HeldBack, Outcome
from viewer.export.jobs import Subject, split, subjects
from viewer.export.pixels_again import Decided, ReadAgain, read_again
from viewer.export.pool import run
from viewer.export.readable import undecodable, without, without_failures
from viewer.export.record import Facts
from viewer.export.refusals import Override, Refusal, refusals
from viewer.export.residue import leftovers, uids_must_vanish
from viewer.export.seal import now, seal
from viewer.export.second_review import second_review_refusals
from viewer.export.sharing import sharing_refusals
from viewer.export.staging import Staging, staged
from viewer.export.target import check_space, check_target, zip_path
from viewer.identifiers import Identifiers
from viewer.model import (
    Decision,
    Loaded,
    Progress,
    ScanResult,
    Sharing,
    Source,
    Unreadable,
    silent,
)
from viewer.profile import Profile
from viewer.provenance import AuditLog, Vault, recipient_certificate, workstation_identity

NOT_STATED = Sharing()
NOBODY: review.Opinions = MappingProxyType({})
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was published; ``unreadable`` is what was not, with reasons.

    ``warning`` is a sentence when the audit log could not note that it was published.
    """

    out: Path
    zip: Path | None
    export_id: str
    instances: int
    unreadable: tuple[Unreadable, ...]
    statement_digest: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class _Request:
    """The arguments of an export, settled."""

    loaded: Loaded
    result: ScanResult
    decisions: Mapping[str, Decision]
    overrides: tuple[Override, ...]
    sharing: Sharing
    opinions: review.Opinions
    reviewer_role: str
    profile: Profile
    vault: Vault
    jobs: int
    known: Mapping[str, Identifiers]
    recipients: tuple[bytes, ...]
    export_id: str
    progress: Progress


def export(
    loaded: Loaded,
    scan_result: ScanResult,
    decisions: Mapping[str, Decision],
    *,
    out: Path,
    profile: Profile,
    vault: Vault,
    jobs: int = 1,
    zip: bool = False,
    accept_proposed: bool = False,
    reviewer_role: str = "reviewer",
    overrides: Sequence[Override] = (),
    sharing: Sharing = NOT_STATED,
    opinions: review.Opinions = NOBODY,
    known: Mapping[str, Identifiers] | None = None,
    originals_to: Sequence[Path] = (),
    progress: Progress = silent,
) -> ExportReport:
    """Publish a cleaned, signed copy of everything loaded in a new folder, or nothing at all.

    ``sharing`` says why it may be given away, ``opinions`` what second reviewers said, ``known``
    what ``scan`` found out about patients; without it the headers are read again. ``originals_to``
    are certificates whose owners get the original headers, encrypted in each file. Instances that
    cannot be decoded or cleaned are left out and listed. Raises RefusedError with every reason,
    CancelledError, and VaultError or LockedError; nothing is published then.
    """
    decisions = _settled(scan_result, decisions, accept_proposed=accept_proposed)
    _check_places(loaded, out, vault, zipped=zip)
    loaded, scan_result = _decodable(loaded, scan_result, progress)
    reasons = refusals(loaded, scan_result, decisions, overrides)
    second = second_review_refusals(scan_result, decisions, opinions, profile.two_reviewers)
    _refuse((*reasons, *second, *sharing_refusals(loaded, sharing)))
    export_id = "SVX-" + "".join(secrets.choice(_ALPHABET) for _ in range(12))
    request = _Request(
        loaded=loaded,
        result=scan_result,
        decisions=decisions,
        overrides=tuple(overrides),
        sharing=sharing,
        opinions=opinions,
        reviewer_role=reviewer_role,
        profile=profile,
        vault=vault,
        jobs=jobs,
        known=known or {},
        recipients=tuple(recipient_certificate(each) for each in originals_to),
        export_id=export_id,
        progress=progress,
    )
    return _carried_out(request, out, zip_path(out) if zip else None)


def _settled(
    result: ScanResult, decisions: Mapping[str, Decision], *, accept_proposed: bool
) -> Mapping[str, Decision]:
    """The decisions about what was found, and about nothing else."""
    proposed = review.accept_proposals(result.findings) if accept_proposed else {}
    asked = {each.id for each in result.findings}
    return {key: each for key, each in {**proposed, **decisions}.items() if key in asked}


def _carried_out(request: _Request, out: Path, archive: Path | None) -> ExportReport:
    """Publish, or forget all of it; once it is published nothing takes it back."""
    try:
        with staged(out) as staging:
            report = _publish(request, staging, archive)
    except BaseException:
        with suppress(ScanveilError):  # what stopped it is what must be told
            request.vault.forget_export(request.export_id)
            AuditLog().append("export stopped", export=request.export_id)
        raise
    return _noted(report)


def _noted(report: ExportReport) -> ExportReport:
    """The audit log knows of the export since it was cleaned; here that it was published."""
    digest = report.statement_digest
    try:
        AuditLog().append("export published", export=report.export_id, statement=digest)
    except ScanveilError as error:
        return replace(report, warning=f"The export is complete and published. {error}")
    return report


def _check_places(loaded: Loaded, out: Path, vault: Vault, *, zipped: bool) -> None:
    if out.resolve() in vault.path.resolve().parents:
        reason = "The vault lies inside the output folder."
        raise RefusedError(f"Nothing was exported. {reason}", "Move one of them.", (reason,))
    check_target(out, [each.source.path for each in loaded.instances()], zip=zipped)
    size = sum(each.size for each in loaded.instances())
    check_space(out, size * (2 if zipped else 1))


def _decodable(loaded: Loaded, result: ScanResult, progress: Progress) -> tuple[Loaded, ScanResult]:
    if not result.failures:
        return loaded, result
    with FrameReader() as reader:
        held_back = undecodable(result, reader, progress)
    return without(loaded, held_back), without_failures(result, held_back)


def _refuse(found: Sequence[Refusal]) -> None:
    if found:
        more = f" There are {len(found) - 1} more reasons." if len(found) > 1 else ""
        advice = "Decide about every finding, or accept the proposals."
        raise RefusedError(
            f"Nothing was exported. {found[0].text}{more}",
            advice if any(each.finding_id for each in found) else "Check what was given.",
            tuple(each.text for each in found),
        )


def _publish(request: _Request, staging: Staging, archive: Path | None) -> ExportReport:
    identity = workstation_identity()
    log = AuditLog()
    log.append("export begun", export=request.export_id, recipients=len(request.recipients))
    for each in request.overrides:
        log.append("overridden", export=request.export_id, what=each.key.split(":")[0])
    people = subjects(
        request.loaded, request.profile, request.vault, request.known, request.progress
    )
    plans = clean.plan_instances(request.loaded, request.result, request.decisions)
    cleaned, loaded = _clean(request, people, staging, SigningKey.of(identity), plans)
    pixels = _read_pixels(request, people, staging, cleaned, plans)
    searched = _remember(request, people, cleaned)
    head = log.append("export cleaned", export=request.export_id, instances=len(cleaned))
    facts = Facts(
        export_id=request.export_id,
        created=now(),
        loaded=loaded,
        result=request.result,
        decisions=request.decisions,
        overrides=request.overrides,
        sharing=request.sharing,
        opinions=request.opinions,
        reviewer_role=request.reviewer_role,
        profile=request.profile,
        cleaned=cleaned,
        searched=searched,
        pixels=pixels,
        audit=head,
        identity=identity,
    )
    digest = seal(facts, staging, archive, request.vault.identifiers(request.export_id))
    request.progress(len(cleaned), len(cleaned), "publishing")
    request.vault.finish_export(request.export_id, digest)
    staging.publish()
    return ExportReport(
        staging.out, archive, request.export_id, len(cleaned), loaded.unreadable, digest
    )


def _read_pixels(
    request: _Request,
    people: Sequence[Subject],
    staging: Staging,
    cleaned: Sequence[Cleaned],
    plans: Mapping[Source, InstancePlan],
) -> ReadAgain:
    """Look at the changed pixels again; text that nobody decided about refuses the export."""
    decided = Decided(plans, request.result.findings, request.decisions)
    known = {each.mapping.patient_id: each.identifiers for each in people}
    read = read_again(cleaned, staging.folder, known, decided, request.jobs, request.progress)
    overridden = {each.key for each in request.overrides if each.reason.strip()}
    _refuse([each for each in read.refusals if each.key not in overridden])
    return read


def _clean(
    request: _Request,
    people: Sequence[Subject],
    staging: Staging,
    signing: SigningKey,
    plans: Mapping[Source, InstancePlan],
) -> tuple[tuple[Cleaned, ...], Loaded]:
    jobs = split(people, plans, request.profile, staging.folder, signing, request.recipients)
    found = list(run(jobs, request.jobs, request.progress))
    held = [Unreadable(each.source, each.reason) for each in found if isinstance(each, HeldBack)]
    cleaned = _cleaned(found)
    _refuse((*leftovers(cleaned), *doubts(cleaned)))
    return cleaned, without(request.loaded, held)


def _cleaned(found: Sequence[Outcome]) -> tuple[Cleaned, ...]:
    cleaned = [each for each in found if isinstance(each, Cleaned)]
    if not cleaned:
        reason = "Not one instance could be cleaned."
        raise RefusedError(f"Nothing was exported. {reason}", "See the reasons.", _why(found))
    return tuple(sorted(cleaned, key=lambda each: each.name))


def _why(found: Sequence[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.reason for each in found if isinstance(each, HeldBack)))


def _remember(request: _Request, people: Sequence[Subject], cleaned: Sequence[Cleaned]) -> int:
    """Put mapping and values that must not appear into the vault; the number of the latter."""
    vault = request.vault
    values = [each for person in people for each in person.residue]
    pairs = sorted({pair for each in cleaned for pair in each.uids})
    values += uids_must_vanish(pairs, request.profile)
    vault.begin_export(request.export_id, values)
    for patient in sorted({each.patient for each in cleaned}):
        mine = [each for each in cleaned if each.patient == patient]
        vault.remember_uids(sorted({pair for each in mine for pair in each.uids}), patient)
        for keyword, old, new in sorted({row for each in mine for row in each.values}):
            vault.remember_values(keyword, [(old, new)], patient)
    return len(values)
