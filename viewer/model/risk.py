"""How recognisable the face in a series is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class FaceGrade(StrEnum):
    """The grade of a series; there is no grade that means safe."""

    NONE = "none"
    PARTIAL = "partial"
    RECOGNISABLE = "recognisable"
    NOT_ASSESSED = "not assessed"


@dataclass(frozen=True, slots=True)
class FaceRisk:
    """Face risk of one series: ``score`` and exposure by region 0 to 1, ``why`` in plain words."""

    series_uid: str
    grade: FaceGrade
    score: float
    why: tuple[str, ...]
    regions: tuple[tuple[str, float], ...] = field(default=())
