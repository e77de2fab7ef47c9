"""What the statement says about faces: the grade before, and what was measured after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from viewer.export.job import Cleaned
from viewer.export.refusals import Refusal
from viewer.model import FaceRisk, Source


def face_records(risks: Sequence[FaceRisk], cleaned: Sequence[Cleaned]) -> list[dict[str, Any]]:
    """One record per assessed series."""
    by_source = {each.source: each for each in cleaned}
    return [_record(risk, by_source) for risk in risks]


def _record(risk: FaceRisk, by_source: Mapping[Source, Cleaned]) -> dict[str, Any]:
    file = by_source.get(risk.source) if risk.source else None
    proof = file.face if file else None
    told = {
        "series": file.name.split("/")[1] if file else "",
        "grade_before": str(risk.grade),
        "score_before": round(risk.score, 3),
        "grade_after": proof.grade if proof else str(risk.grade),
    }
    return told | ({"proof": proof.told()} if proof else {})


def grades_after(cleaned: Sequence[Cleaned]) -> dict[Source, str]:
    """The grade after defacing by each file whose surface was altered."""
    return {each.source: each.face.grade for each in cleaned if each.face}


def doubts(cleaned: Sequence[Cleaned]) -> Iterator[Refusal]:
    """Faces whose removal could not be proved; one reason per series."""
    seen: set[str] = set()
    for each in cleaned:
        folder = each.name.rpartition("/")[0]
        if each.face and each.face.doubt and folder not in seen:
            seen.add(folder)
            yield Refusal(f"face:{folder}", each.face.doubt, source=each.source)
