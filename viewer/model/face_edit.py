"""How a person wants a face removed: preset, depth, landmarks, brush, and the lock on the brain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from viewer.model.study import Vector

LANDMARKS = (
    "eye_left",
    "eye_right",
    "nasion",
    "nose_tip",
    "mouth",
    "chin",
    "ear_left",
    "ear_right",
)


class FacePreset(StrEnum):
    """How much is replaced; each is deeper than the one before."""

    LIGHT = "light"
    STANDARD = "standard"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A brush drawn along a polyline of LPS mm with a radius in mm.

    ``adds`` replaces what the brush touches; without it the original is left there.
    """

    points: tuple[Vector, ...]
    radius_mm: float
    adds: bool = True


@dataclass(frozen=True, slots=True)
class FaceEdit:
    """What a person changed about a proposed deface; the default changes nothing.

    ``depth_mm`` lays the new surface deeper (or, negative, shallower) than the preset does.
    ``landmarks`` are places in LPS mm of the frame of reference, by a name of LANDMARKS, that the
    fit must keep. Later ``strokes`` win over earlier ones. ``unlock_reason`` allows the change of
    voxels that may be brain; while it is empty they are locked.
    """

    preset: FacePreset = FacePreset.STANDARD
    depth_mm: float = 0.0
    landmarks: tuple[tuple[str, Vector], ...] = ()
    strokes: tuple[Stroke, ...] = ()
    unlock_reason: str = ""

    @property
    def unlocks_brain(self) -> bool:
        """Whether a reason was given to change voxels that may be brain."""
        return bool(self.unlock_reason.strip())
