"""Results as JSON, schema ``scanveil-scan/1``; values are masked unless they were asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace

from viewer import __version__
from viewer.model import FaceRisk, Finding, Instance, Loaded, Masked, ScanResult, Series, Source
from viewer.profile import Profile
from viewer.verify import VerifyReport

_TOOL = {"name": "scanveil", "version": __version__}


def scan(loaded: Loaded, result: ScanResult, profile: Profile, show_values: bool) -> str:
    """What was loaded and found; one row per finding and file."""
    by_source = {each.source: each for each in loaded.instances()}
    content = {
        "schema": "scanveil-scan/1",
        "tool": _TOOL,
        "profile": {
            "name": profile.name,
            "version": profile.version,
            "edition": profile.edition,
            "digest": profile.digest,
        },
        "studies": [
            {
                "study_uid": study.study_uid,
                "modalities": sorted({series.modality for series in study.series}),
                "series": [_series(series) for series in study.series],
            }
            for study in loaded.studies()
        ],
        "findings": [
            row for finding in result.findings for row in _rows(finding, by_source, show_values)
        ],
        "risk": [_risk(risk) for risk in result.risks],
        "unreadable": [
            {"file": each.source.key, "reason": each.reason} for each in loaded.unreadable
        ],
        "skipped": [{"file": each.source.key, "reason": each.reason} for each in loaded.skipped],
        "failures": [
            {"detector": each.detector, "file": each.source.key, "error": each.error}
            for each in result.failures
        ],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def verification(report: VerifyReport, show_values: bool = False) -> str:
    """The checks of a verification; texts that look suspicious are masked unless asked for."""
    suspicious = [
        {
            "score": each.score,
            "attribute": each.attribute,
            "keyword": each.keyword,
            "why": each.why,
            "text": _text(each.text, show_values),
            "files": each.files,
        }
        for each in report.suspicious
    ]
    told = asdict(replace(report, suspicious=(), statement={})) | {"suspicious": suspicious}
    del told["statement"]
    content = {"schema": "scanveil-verify/1", "tool": _TOOL, "ok": report.ok, **told}
    return json.dumps(content, indent=1, ensure_ascii=False, default=str) + "\n"


def _series(series: Series) -> dict[str, object]:
    syntaxes = sorted({each.transfer_syntax for each in series.instances})
    return {
        "series_uid": series.series_uid,
        "modality": series.modality,
        "instances": len(series.instances),
        "frames": series.frame_count,
        "transfer_syntax": syntaxes[0] if len(syntaxes) == 1 else syntaxes,
    }


def _rows(
    finding: Finding, by_source: dict[Source, Instance], show_values: bool
) -> Iterator[dict[str, object]]:
    where = finding.location
    shared = {
        "id": finding.id,
        "detector": finding.detector,
        "detector_version": finding.detector_version,
        "kind": str(finding.kind),
        "attribute": str(where.attribute) if where.attribute else None,
        "keyword": finding.keyword,
        "frames": list(where.frames) if where.frames is not None else None,
        "box": [where.box.x, where.box.y, where.box.width, where.box.height] if where.box else None,
        "text": _text(finding.text, show_values),
        "category": str(finding.category),
        "confidence": round(finding.confidence, 3),
        "reason": finding.reason,
        "proposed": str(finding.proposed),
    }
    for source in where.sources:
        instance = by_source.get(source)
        uid = instance.sop_instance_uid if instance else ""
        yield {**shared, "file": source.key, "sop_instance_uid": uid}


def _text(text: Masked, show_values: bool) -> str:
    return text.reveal() if show_values else str(text)


def _risk(risk: FaceRisk) -> dict[str, object]:
    face = {"grade": str(risk.grade), "score": round(risk.score, 3), "why": list(risk.why)}
    return {"series_uid": risk.series_uid, "face": face | {"regions": dict(risk.regions)}}
