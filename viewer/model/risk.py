"""How recognisable the face in a series is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from viewer.model.source import Source


class FaceGrade(StrEnum):
    """The grade of a series; there is no grade that means safe."""

    NONE = "none"
    PARTIAL = "partial"
    RECOGNISABLE = "recognisable"
    NOT_ASSESSED = "not assessed"


@dataclass(frozen=True, slots=True)
class FaceRisk:
    """Face risk of one series: ``score`` and exposure by region 0 to 1, ``why`` in plain words.

    ``source`` is the first instance of the series: it tells apart series that share a UID.
    """

    series_uid: str
    grade: FaceGrade
    score: float
    why: tuple[str, ...]
    regions: tuple[tuple[str, float], ...] = field(default=())
    source: Source | None = None
