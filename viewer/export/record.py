"""The predicate of the statement: what was done, by what, decided by whom; never a value."""

from __future__ import annotations

import platform
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydicom

from viewer import __version__, clean, detect, paths
from viewer.dicom_signature import DIGITAL_SIGNATURES
from viewer.export.faces import face_records, grades_after
from viewer.export.job import Cleaned
from viewer.export.pixels_again import ReadAgain, texts_kept
from viewer.export.refusals import Override
from viewer.export.risk import residual_risk, reviewed_by
from viewer.export.second_review import second_reviewer
from viewer.export.sharing import told
from viewer.model import (
    Action,
    AttributePath,
    Change,
    Decision,
    Loaded,
    ScanResult,
    Sharing,
)
from viewer.profile import Profile
from viewer.provenance import AuditHead, Identity, fingerprint
from viewer.review import Opinions


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a statement is made from."""

    export_id: str
    created: str
    loaded: Loaded
    result: ScanResult
    decisions: Mapping[str, Decision]
    overrides: Sequence[Override]
    reviewer_role: str
    profile: Profile
    cleaned: Sequence[Cleaned]
    searched: int
    pixels: ReadAgain
    audit: AuditHead
    identity: Identity
    sharing: Sharing
    opinions: Opinions


def predicate(facts: Facts) -> dict[str, Any]:
    """The predicate as JSON values, in the order a person would read it."""
    decisions = tuple(facts.decisions.values())
    return {
        "export_id": facts.export_id,
        "created": facts.created,
        "tool": _tool(),
        "profile": _profile(facts.profile),
        "detectors": [_part(each) for each in detect.detectors() if _looked(each, facts.result)],
        "methods": [_part(each) for each in clean.methods()],
        "source": _source(facts),
        "review": _review(decisions, facts),
        "kept": list(_kept(facts)),
        "texts_kept": _texts_kept(facts),
        "overrides": [{"what": _what(each), "reason": each.reason} for each in facts.overrides],
        "changes": _changes(facts.cleaned),
        "faces": face_records(facts.result.risks, facts.cleaned),
        "ai": _ai(facts),
        "sharing": told(facts.sharing, facts.loaded),
        "residual_risk": residual_risk(
            facts.result,
            decisions,
            facts.overrides,
            facts.profile,
            grades_after(facts.cleaned),
            frozenset().union(*(each.reveals for each in facts.cleaned)),
        ),
        "checks": {
            "files_read_back": len(facts.cleaned),
            "known_values_searched": facts.searched,
            "pixels_read_again": dict(facts.pixels.counts()),
        },
        "signatures": _signatures(facts.cleaned),
        "audit": {"lines": facts.audit.lines, "head": facts.audit.digest},
        "signer": {
            "key_id": facts.identity.key_id,
            "certificate_sha256": fingerprint(facts.identity.certificate),
        },
    }


def _texts_kept(facts: Facts) -> list[dict[str, Any]]:
    found = facts.result.findings, facts.decisions, facts.cleaned, facts.pixels
    return list(texts_kept(*found))


def _tool() -> dict[str, str]:
    return {
        "name": "scanveil",
        "version": __version__,
        "python": platform.python_version(),
        "pydicom": pydicom.__version__,
    }


def _profile(profile: Profile) -> dict[str, Any]:
    return {
        "name": profile.name,
        "title": profile.title,
        "version": profile.version,
        "standard": f"DICOM PS3.15 {profile.edition} Annex E",
        "options": sorted(each.meaning for each in profile.options),
        "digest": profile.digest,
    }


def _part(part: Any) -> dict[str, str]:
    return {"id": part.id, "version": part.version, "title": part.title}


def _looked(detector: detect.Detector, result: ScanResult) -> bool:
    return detector.id in result.detectors


def _source(facts: Facts) -> dict[str, Any]:
    reasons = Counter(each.reason for each in facts.loaded.unreadable)
    return {
        "patients": len(facts.loaded.patients),
        "studies": sum(1 for _ in facts.loaded.studies()),
        "series": sum(1 for _ in facts.loaded.series()),
        "instances_exported": len(facts.cleaned),
        "not_exported": [{"reason": text, "files": n} for text, n in sorted(reasons.items())],
        "not_dicom": len(facts.loaded.skipped),
    }


_SECOND = "second reviewer"
_REVIEWED = {
    "all": "reviewed by a person",
    "some": "partly reviewed by a person",
    "none": "not reviewed by a person",
}


def _review(decisions: Sequence[Decision], facts: Facts) -> dict[str, Any]:
    kinds = Counter(str(each.kind) for each in facts.result.findings)
    return {
        "reviewed_by_person": reviewed_by(decisions),
        "in_words": _REVIEWED[reviewed_by(decisions)],
        "roles": _roles(decisions),
        "second_review": any(each.by_person and each.reviewer == _SECOND for each in decisions),
        "second_reviewer": second_reviewer(
            facts.result, facts.decisions, facts.opinions, facts.profile.two_reviewers
        ),
        "role": facts.reviewer_role if any(each.by_person for each in decisions) else "",
        "findings": dict(sorted(kinds.items())),
        "decided_by_person": _tally(each for each in decisions if each.by_person),
        "decided_by_profile": _tally(each for each in decisions if not each.by_person),
    }


def _roles(decisions: Sequence[Decision]) -> dict[str, int]:
    """How many decisions people of each role made."""
    made = Counter(each.reviewer for each in decisions if each.by_person)
    return dict(sorted(made.items()))


def _tally(decisions: Iterable[Decision]) -> dict[str, int]:
    return dict(sorted(Counter(str(each.action) for each in decisions).items()))


def _kept(facts: Facts) -> Iterator[dict[str, str]]:
    folders = {each.source: each.name.split("/")[1] for each in facts.cleaned}
    for each in facts.result.findings:
        made = facts.decisions.get(each.id)
        if made and made.action is Action.KEEP and made.by_person:
            yield {
                "kind": str(each.kind),
                "category": str(each.category),
                "attribute": str(each.location.attribute or ""),
                "series": next(
                    (folders[one] for one in each.location.sources if one in folders), ""
                ),
                "reason": made.reason,
            }


def _what(override: Override) -> str:
    kind, _, rest = override.key.partition(":")
    return f"{kind} of {rest.split(':')[0]}" if kind == "failure" else kind


def _changes(cleaned: Sequence[Cleaned]) -> list[dict[str, Any]]:
    """Changes that were made to exactly the same files share one entry."""
    files: dict[Change, list[str]] = {}
    for each in cleaned:
        for change in dict.fromkeys(each.changes):
            files.setdefault(change, []).append(each.name)
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change, names in files.items():
        groups.setdefault(tuple(names), []).append(change)
    return [
        {"files": list(names), "done": [_change(each) for each in done]}
        for names, done in groups.items()
    ]


def _signatures(cleaned: Sequence[Cleaned]) -> dict[str, Any]:
    """What the signature in each file is, and what became of those that were there before."""
    uncovered = Counter(tag for each in cleaned for tag in each.uncovered)
    before = sum(any(_is_signature(change) for change in each.changes) for each in cleaned)
    return {
        "standard": "DICOM PS3.15 Annex C.1 Base RSA",
        "algorithm": "RSA PKCS #1 v1.5, SHA-256",
        "files_signed": len(cleaned),
        "not_covered": [
            {"attribute": str(AttributePath((tag,))), "files": n}
            for tag, n in sorted(uncovered.items())
        ],
        "files_with_signatures_removed": before,
    }


def _is_signature(change: Change) -> bool:
    return change.attribute is not None and change.attribute.tag == DIGITAL_SIGNATURES


def _change(change: Change) -> dict[str, Any]:
    box = change.box
    told: dict[str, Any] = {
        "method": change.method,
        "what": change.what,
        "rule": change.rule,
        "attribute": str(change.attribute) if change.attribute else None,
        "box": [box.x, box.y, box.width, box.height] if box else None,
        "frames": list(change.frames) if change.frames is not None else None,
        "count": change.count,
    }
    return {name: value for name, value in told.items() if value is not None}


def _ai(facts: Facts) -> dict[str, Any]:
    """Which models looked, and which made pixels; a method names its model in ``ai_model``."""
    done = {change.method for each in facts.cleaned for change in each.changes}
    makers = {str(getattr(each, "ai_model", "")) for each in clean.methods() if each.id in done}
    makers.discard("")
    return {
        "models_that_looked": _text_models(facts.result),
        "models_that_made_pixels": sorted(makers),
        "pixels_made_by_ai": bool(makers),
    }


def _text_models(result: ScanResult) -> list[dict[str, str]]:
    without = {each.id for each in detect.detectors(text=False)}
    if not any(
        each.id in result.detectors and each.id not in without for each in detect.detectors()
    ):
        return []
    known = tomllib.loads(paths.resource("ocr-models.toml").read_text("utf-8"))
    return [
        {"purpose": role, "file": each["file"], "sha256": each["sha256"]}
        for role, each in known.items()
    ]
