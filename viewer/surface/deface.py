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
from viewer.surface.refit import refitted
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
    brow is like the original: 1 the same. ``fit`` and ``around`` say where the face was and what
    was locked.
    """

    mask: Mask
    values: NDArray[Any]
    step: ShellStep
    after: FaceAssessment
    alike: float
    fit: Fit
    around: Surroundings

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
    approved: bool = False,
    around: Surroundings | None = None,
    seed: int = 0,
) -> Defacing:
    """Deface a volume that was assessed, deeper until the self-check is content.

    ``edit`` is what a person changed, ``approved`` that a person stands behind the place of the
    face, ``around`` where another volume of the frame of reference may change. Deterministic for a
    seed. ScanveilError when no head was fitted.
    """
    skin, wish = around.skin if around else assessment.skin, edit or FaceEdit()
    if skin is None or assessment.fit is None:
        raise ScanveilError("No head was found in this volume, so there is nothing to deface.")
    fit = refitted(skin, assessment.fit, dict(wish.landmarks))
    old, steps = assessment.skin, ladder(wish)
    progress(0, len(steps) + 1, "finding the brain")
    if around is None:
        lock = locked(skin, fit, wish, voxels.is_ct, max(voxels.spacing))
        around = Surroundings.of(skin, lock)
    for number, step in enumerate(steps):
        progress(number + 1, len(steps) + 1, "replacing the face")
        mask = masked(voxels, around, fit, step, wish.strokes)
        values = filled(voxels, skin, fit, step, mask, seed)
        changed = replace(voxels, array=np.where(mask, values, voxels.array))
        after = assess_again(changed, fit, assessment, progress, approved=approved)
        result = Defacing(mask, values, step, after, alike(old, after.skin, fit), fit, around)
        if result.is_proven or after.votes is None:
            break
    return result


def locked(skin: Skin, fit: Fit, edit: FaceEdit, is_ct: bool, thickest_mm: float) -> Mask:
    """What may be brain, on the grid of the skin; nothing when the edit unlocks it."""
    if edit.unlocks_brain:
        return np.zeros(skin.grid.values.shape, bool)
    return protected(skin, fit, is_ct, thickest_mm)


def alike(before: Skin | None, after: Skin | None, fit: Fit) -> float:
    """How much two skins agree below the brow in the frame of a fit: 1 the same."""
    if before is None or after is None:
        return 0.0
    old, new = (
        fit.to_canonical(skin.mesh.points[~skin.on_edge]).astype(np.float32)
        for skin in (before, after)
    )
    return similarity(old, new)
