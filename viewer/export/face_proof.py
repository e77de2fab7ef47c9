"""What was measured on exported files after a face was removed, and what speaks against them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from viewer.model import FaceEdit, FaceGrade

_MOST_HOG, _MOST_HAAR, _MOST_ALIKE = 0.05, 0.10, 0.30


@dataclass(frozen=True, slots=True)
class FaceProof:
    """What was measured on the files of one series after its face was removed.

    ``changed`` counts voxels that differ from the source, ``outside`` those of them beyond the
    mask and the blanked boxes, ``locked`` those in what may be brain. ``mask_digest`` is the
    SHA-256 of the mask. Shares and likenesses as in ``Remains``; ``shown`` before and after.
    """

    grade: str
    relief: float
    hog: float | None
    haar: float | None
    skin_alike: float
    bone_alike: float | None
    masked: int
    changed: int
    outside: int
    locked: int
    mask_digest: str
    cut_mm: float
    band_mm: float
    confident: bool
    by_person: bool
    edit: FaceEdit
    shown: tuple[tuple[str, float, float], ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether the checks are content without a person."""
        silent = (self.hog or 0.0) <= _MOST_HOG and (self.haar or 0.0) <= _MOST_HAAR
        return silent and self.grade == FaceGrade.NONE and self.skin_alike <= _MOST_ALIKE

    @property
    def doubt(self) -> str:
        """Why this must not be published, empty when nothing speaks against it."""
        if self.outside or (self.locked and not self.edit.unlocks_brain):
            return "Removing a face changed voxels outside its mask."
        if self.grade == FaceGrade.RECOGNISABLE:
            return "A face is still recognised in a series after its face was removed."
        if not self.by_person and not (self.confident and self.is_clear):
            return (
                "A face was removed but the check of the result is not content, and no person has "
                "looked. Open the series in the face view and decide there."
            )
        return ""

    def told(self) -> dict[str, Any]:
        """JSON values for statement and report; nothing in them shows the face."""
        edit = self.edit
        return {
            "checked_on": "exported files",
            "detectors": {"views": 40, "hog": self.hog, "haar": self.haar},
            "relief": round(self.relief, 3),
            "skin_of_each_region": {
                name: {"before": round(before, 2), "after": round(after, 2)}
                for name, before, after in self.shown
            },
            "like_the_original": {"skin": _short(self.skin_alike), "bone": _short(self.bone_alike)},
            "voxels": {
                "in_mask": self.masked,
                "changed": self.changed,
                "changed_outside_mask": self.outside,
                "changed_in_brain_lock": self.locked,
            },
            "mask_sha256": self.mask_digest,
            "shell": {
                "preset": str(edit.preset),
                "cut_mm": round(self.cut_mm, 1),
                "band_mm": round(self.band_mm, 1),
                "landmarks_moved": len(edit.landmarks),
                "strokes": len(edit.strokes),
                "brain_unlocked": edit.unlock_reason,
            },
            "place_certain": self.confident,
            "decided_by_person": self.by_person,
        }


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
