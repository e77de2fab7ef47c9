"""Replaces a face by the mannequin's, deeper until nothing of it is recognised."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.errors import ScanveilError
from viewer.model import FaceEdit, Progress, silent
from viewer.surface.assess import FaceAssessment, assess_again
from viewer.surface.brain import protected
from viewer.surface.fit import Fit
from viewer.surface.relief import similarity
from viewer.surface.replacement import Mask, Surroundings, filled, masked
from viewer.surface.shell import ShellStep, ladder
from viewer.surface.skin import Skin
from viewer.surface.voxels import Voxels

_MOST_HOG, _MOST_HAAR, _MOST_ALIKE = 0.05, 0.10, 0.30


@dataclass(frozen=True)
class Defacing:
    """What is written into a volume.

    ``mask`` bool [slice, row, column] are the voxels that change; ``values`` int16 or float32,
    same shape, modality units, hold where the mask is set. ``step`` is how deep the mannequin's
    face was laid; ``after`` assesses the result; ``alike`` is how much the new surface below the
    brow is like the original: 1 the same.
    """

    mask: Mask
    values: NDArray[Any]
    step: ShellStep
    after: FaceAssessment
    alike: float

    @property
    def is_proven(self) -> bool:
        """Whether detectors stay silent on a surface unlike the original; False if none looked."""
        votes = self.after.votes
        if votes is None or self.alike > _MOST_ALIKE:
            return False
        return votes.hog <= _MOST_HOG and votes.haar <= _MOST_HAAR


def deface(
    voxels: Voxels,
    assessment: FaceAssessment,
    progress: Progress = silent,
    *,
    edit: FaceEdit | None = None,
    seed: int = 0,
) -> Defacing:
    """Deface a volume that was assessed, deeper until the self-check is content.

    The fit is the assessment's; landmarks of the edit are for ``refitted``. Deterministic for a
    seed. ScanveilError when no head was fitted.
    """
    skin, fit, wish = assessment.skin, assessment.fit, edit or FaceEdit()
    if skin is None or fit is None:
        raise ScanveilError("No head was found in this volume, so there is nothing to deface.")
    steps = ladder(wish)
    progress(0, len(steps) + 1, "finding the brain")
    around = Surroundings.of(skin, locked(skin, fit, wish, voxels.is_ct, max(voxels.spacing)))
    for number, step in enumerate(steps):
        progress(number + 1, len(steps) + 1, "replacing the face")
        mask = masked(voxels, around, fit, step, wish.strokes)
        values = filled(voxels, skin, fit, step, mask, seed)
        changed = replace(voxels, array=np.where(mask, values, voxels.array))
        after = assess_again(changed, fit, assessment, progress)
        result = Defacing(mask, values, step, after, _alike(skin, after.skin, fit))
        if result.is_proven or after.votes is None:
            break
    return result


def locked(skin: Skin, fit: Fit, edit: FaceEdit, is_ct: bool, thickest_mm: float) -> Mask:
    """What may be brain, on the grid of the skin; nothing when the edit unlocks it."""
    if edit.unlocks_brain:
        return np.zeros(skin.grid.values.shape, bool)
    return protected(skin, fit, is_ct, thickest_mm)


def _alike(before: Skin, after: Skin | None, fit: Fit) -> float:
    if after is None:
        return 0.0
    old, new = (
        fit.to_canonical(skin.mesh.points[~skin.on_edge]).astype(np.float32)
        for skin in (before, after)
    )
    return similarity(old, new)
