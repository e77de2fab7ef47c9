"""The file ``clean --decisions`` reads: what was decided, without a single value.

Finding ids are keyed with a key of this machine, so the file speaks about the same findings in
every run here and about nothing anywhere else.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from viewer.errors import UsageError
from viewer.model import (
    BasisKind,
    Decision,
    Distribution,
    Finding,
    Loaded,
    Opinion,
    ScanResult,
    Sharing,
)
from viewer.review.opinions import is_genuine
from viewer.review.records import (
    ManualReader,
    decision_from,
    decision_record,
    manual_record,
    opinion_from,
    opinion_record,
    sop_uids,
)
from viewer.review.session import ReviewSession

SCHEMA = "scanveil-decisions/1"
_NOBODY = Sharing()


def write_decisions(session: ReviewSession, path: Path, sharing: Sharing = _NOBODY) -> None:
    """Write decisions in force, boxes drawn by hand and basis for sharing as JSON, atomically."""
    uids = sop_uids(session.loaded)
    body = {
        "schema": SCHEMA,
        "profile": session.profile,
        "reviewer": session.reviewer,
        "sharing": sharing_record(sharing) if sharing.is_stated else {},
        "marked": [manual_record(each, uids) for each in session.state.manual],
        "decisions": [decision_record(each) for each in session.decisions().values()],
        "opinions": [
            opinion_record(each) for said in session.state.opinions.values() for each in said
        ],
    }
    partial = path.with_name(path.name + ".partial")
    partial.write_text(json.dumps(body, indent=1) + "\n", "utf-8")
    partial.replace(path)


def read_decisions(
    path: Path, loaded: Loaded, scan: ScanResult
) -> tuple[ScanResult, dict[str, Decision]]:
    """The scan with the boxes drawn by hand added, and the decisions on findings it holds.

    Raises UsageError when the file cannot be read or is not a decisions file.
    """
    try:
        body = json.loads(path.read_text("utf-8"))
        if body.get("schema") != SCHEMA:
            raise ValueError("another schema")
        reader = ManualReader(loaded)
        marked = [reader.read(each) for each in body["marked"]]
        decisions = [decision_from(each) for each in body["decisions"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        advice = "Give a file that Scanveil wrote with Save decisions."
        raise UsageError("The decisions file could not be read.", advice) from error
    return _applied(scan, [each for each in marked if each], decisions)


def read_opinions(path: Path) -> tuple[dict[str, tuple[Opinion, ...]], int]:
    """What second reviewers said, by finding id, and how many opinions do not count.

    An opinion counts when this workstation wrote it. Raises UsageError, and LockedError while the
    keys are closed and there is anything to check.
    """
    try:
        told = json.loads(path.read_text("utf-8")).get("opinions", [])
        read = [opinion_from(each) for each in told]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        advice = "Give a file that Scanveil wrote with Save decisions."
        raise UsageError("The decisions file could not be read.", advice) from error
    found: dict[str, tuple[Opinion, ...]] = {}
    for each in read:
        if is_genuine(each):
            found[each.finding_id] = (*found.get(each.finding_id, ()), each)
    return found, len(read) - sum(map(len, found.values()))


def read_sharing(path: Path) -> Sharing:
    """The basis for sharing in a decisions file, not stated where it has none.

    Raises UsageError when the file cannot be read.
    """
    try:
        told = json.loads(path.read_text("utf-8")).get("sharing", {})
        texts = {
            key: str(told.get(key, "")) for key in ("recipient", "purpose", "detail", "author")
        }
        basis = BasisKind(told.get("basis", BasisKind.NOT_STATED))
        use = told.get("distribution")
        return Sharing(**texts, basis=basis, distribution=Distribution(use) if use else None)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        advice = "Correct what it says about sharing, or say it on the command line."
        raise UsageError("The decisions file could not be read.", advice) from error


def sharing_record(sharing: Sharing) -> dict[str, str]:
    """A basis for sharing as it stands in a decisions file."""
    return {key: str(value or "") for key, value in asdict(sharing).items()}


def _applied(
    scan: ScanResult, marked: list[Finding], decisions: list[Decision]
) -> tuple[ScanResult, dict[str, Decision]]:
    result = scan + ScanResult(tuple(marked))
    known = {each.id for each in result.findings}
    return result, {each.finding_id: each for each in decisions if each.finding_id in known}
