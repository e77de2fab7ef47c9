"""What a deface would change, on a coarse grid and fast enough to follow a hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from viewer.errors import ScanveilError
from viewer.model import FaceEdit, Progress, silent
from viewer.surface.assess import FaceAssessment, is_confident
from viewer.surface.brush import paint
from viewer.surface.deface import locked
from viewer.surface.evidence import Evidence, gather
from viewer.surface.fit import Fit
from viewer.surface.mannequin import mannequin
from viewer.surface.mesh import SkinMesh, surface_of
from viewer.surface.refit import refitted
from viewer.surface.replacement import Mask, Surroundings, masked
from viewer.surface.shell import ladder
from viewer.surface.skin import Skin, skin_of
from viewer.surface.voxels import EvenGrid, Voxels

GRID_MM = 2.0
_SPAN = 1.0


@dataclass(frozen=True)
class DefacePreview:
    """The mask of an edit on a grid of 2 mm; picklable.

    ``original`` is the fit that the assessment made, before any landmark was moved; ``inside``
    [z, y, x] float32 is above 0 in the body and below 0 in air; ``scan_mm`` is the spacing of the
    scan (slices, rows, columns).
    """

    edit: FaceEdit
    fit: Fit
    evidence: Evidence
    mask: Mask
    original: Fit
    body: Voxels
    around: Surroundings
    inside: NDArray[np.float32]
    scan_mm: tuple[float, float, float]

    @property
    def grid(self) -> EvenGrid:
        """The grid of mask and lock."""
        return self.around.skin.grid

    @property
    def lock(self) -> Mask:
        """What may be brain, bool [z, y, x], and is not changed."""
        return self.around.lock

    @property
    def is_confident(self) -> bool:
        """Whether the fit is good without a person, or a person placed landmarks."""
        return bool(self.edit.landmarks) or is_confident(self.fit, self.evidence)

    @property
    def regions(self) -> dict[str, float]:
        """The share of each region of the original face that is in the scan, 0 to 1."""
        return self.evidence.regions

    @property
    def changed_ml(self) -> float:
        """How much is replaced."""
        return float(self.mask.sum()) * self.grid.spacing**3 / 1000

    def edited(self, edit: FaceEdit) -> DefacePreview:
        """The preview of another edit; only what differs is computed again."""
        old = self.edit
        if edit.landmarks != old.landmarks or edit.unlocks_brain != old.unlocks_brain:
            fit = refitted(self.around.skin, self.original, dict(edit.landmarks))
            return _previewed(self, edit, fit)
        if replace(edit, strokes=old.strokes, unlock_reason=old.unlock_reason) != old:
            return replace(self, edit=edit, mask=_masked(self, edit, self.fit, self.around))
        if edit.strokes[: len(old.strokes)] == old.strokes:
            mask = self.mask.copy()
            paint(mask, self.body, edit.strokes[len(old.strokes) :], self.around.free)
            return replace(self, edit=edit, mask=mask)
        return replace(self, edit=edit, mask=_masked(self, edit, self.fit, self.around))

    def surface(self) -> SkinMesh:
        """The skin after the deface, LPS mm, in a box around what changes."""
        where = ndimage.find_objects(self.mask.astype(np.int8))
        if not where:
            return surface_of(self.inside, 0.0, self.grid.origin, self.grid.spacing, smooth=0)
        box = tuple(slice(max(0, s.start - 12), s.stop + 12) for s in where[0])
        start = np.array([part.start for part in box])
        mask, values = self.mask[box], self.inside[box].copy()
        index = np.argwhere(mask)
        model = mannequin(ladder(self.edit)[0])
        away = model.distance_at(self.fit.to_canonical(self.grid.points(index + start)))
        values[mask] = np.clip(-away / self.grid.spacing, -_SPAN, _SPAN)
        origin = self.grid.points(start[None].astype(float))[0]
        return surface_of(values, 0.0, origin, self.grid.spacing, smooth=0)

    def mask_on(self, points: NDArray[np.float64]) -> Mask:
        """Whether LPS points (N, 3) are replaced."""
        return self.grid.picked(self.mask, points)

    def lock_on(self, points: NDArray[np.float64]) -> Mask:
        """Whether LPS points (N, 3) are locked."""
        return self.grid.picked(self.lock, points)


def prepare_preview(
    voxels: Voxels,
    assessment: FaceAssessment,
    edit: FaceEdit | None = None,
    progress: Progress = silent,
) -> DefacePreview:
    """A preview for a volume that was assessed; ScanveilError when no head was fitted."""
    progress(0, 2, "preparing the preview")
    skin = skin_of(voxels, GRID_MM) if assessment.fit else None
    if skin is None or assessment.fit is None or assessment.evidence is None:
        raise ScanveilError("No head was found in this volume, so there is nothing to deface.")
    grid = skin.grid
    affine = np.diag([grid.spacing] * 3 + [1.0])
    affine[:3, 3] = grid.origin
    body = Voxels.even(grid.values, affine, voxels.modality)
    progress(1, 2, "preparing the preview")
    nothing = np.zeros(grid.values.shape, bool)
    start = DefacePreview(
        FaceEdit(),
        assessment.fit,
        assessment.evidence,
        nothing,
        assessment.fit,
        body,
        Surroundings.of(skin, nothing),
        _signed(skin),
        voxels.spacing,
    )
    wish = edit or FaceEdit()
    fit = refitted(skin, assessment.fit, dict(wish.landmarks))
    return _previewed(start, wish, fit)


def _previewed(before: DefacePreview, edit: FaceEdit, fit: Fit) -> DefacePreview:
    skin = before.around.skin
    around = replace(
        before.around, lock=locked(skin, fit, edit, before.body.is_ct, max(before.scan_mm))
    )
    evidence = before.evidence if fit is before.original else gather(skin, fit, before.scan_mm)
    mask = _masked(before, edit, fit, around)
    return replace(before, edit=edit, fit=fit, evidence=evidence, around=around, mask=mask)


def _masked(before: DefacePreview, edit: FaceEdit, fit: Fit, around: Surroundings) -> Mask:
    return masked(before.body, around, fit, ladder(edit)[0], edit.strokes)


def _signed(skin: Skin) -> NDArray[np.float32]:
    """The body's values around the level of the skin, scaled so that they cross 0 there."""
    deep = float(np.percentile(skin.grid.values[skin.solid][::7], 50)) - skin.level
    values = (skin.grid.values - skin.level) / max(deep, 1e-3)
    core = ndimage.binary_erosion(skin.solid, iterations=2)
    shell = ndimage.binary_dilation(skin.solid, iterations=2)
    values = np.clip(np.where(core, _SPAN, np.where(shell, values, -_SPAN)), -_SPAN, _SPAN)
    result: NDArray[np.float32] = values.astype(np.float32)
    return result
