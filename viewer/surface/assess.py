"""How recognisable the face in a volume is, with the reasons in plain words."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from viewer.model import FaceGrade, FaceRisk, Progress, silent
from viewer.surface.dense_parts import about_dense_parts
from viewer.surface.evidence import Evidence, gather
from viewer.surface.fit import Fit, fit_head
from viewer.surface.mesh import SkinMesh, reduced
from viewer.surface.skin import Skin, skin_of
from viewer.surface.skull_holes import about_skull_holes
from viewer.surface.votes import Votes, count_votes, find_out_meanwhile, why_none
from viewer.surface.voxels import Voxels

LEAST_SLICES, LEAST_MM = 8, 20.0
_LEAST_ML = 350.0
_GOOD_COST, _ROUGH_COST, _HEAD_COST = 3.2, 7.5, 9.0
_CLEAR_RELIEF = 0.18
_SEEN = 0.5
_HAAR_WEIGHT = 0.8
_LEAST_RESOLUTION = 1e-3
_FACE_EXPOSURE = 0.35  # a bare skull reaches 0.29, and the Haar detector takes it for a face
_SLAB = (
    "Part of a head without the place of eyes and nose; how far down it reaches cannot be told "
    "from its shape. A person should look."
)


@dataclass(frozen=True)
class FaceAssessment:
    """A grade and everything it rests on; parts are None when the volume did not get that far.

    ``skin.mesh`` carries the heat; ``coarse`` is a reduced mesh with heat for drawing in motion.
    """

    risk: FaceRisk
    skin: Skin | None = None
    fit: Fit | None = None
    evidence: Evidence | None = None
    votes: Votes | None = None

    @property
    def mesh(self) -> SkinMesh | None:
        """The skin in LPS mm with heat."""
        return self.skin.mesh if self.skin else None

    @property
    def is_confident(self) -> bool:
        """Whether the template lies well enough to deface without a person looking first."""
        return is_confident(self.fit, self.evidence)

    def coarse(self) -> SkinMesh | None:
        """A reduced mesh for drawing in motion."""
        return reduced(self.skin.mesh) if self.skin else None


def is_confident(fit: Fit | None, evidence: Evidence | None) -> bool:
    """Whether a fit is close, or has found the relief of a face, and has no rival.

    A slab that ends above the eyes never is: a round brain case fits at many heights.
    """
    if fit is None or evidence is None or fit.lead < 0.25 or not _sees_the_place(evidence):
        return False
    found = fit.cost <= _ROUGH_COST and evidence.relief >= _CLEAR_RELIEF
    return fit.cost <= _GOOD_COST or found


def _sees_the_place(evidence: Evidence) -> bool:
    """Whether there is skin where eyes or nose belong; only then can a face be found missing."""
    return max(evidence.regions["eyes"], evidence.regions["nose"]) >= _SEEN


def assess(
    voxels: Voxels,
    progress: Progress = silent,
    *,
    series_uid: str = "",
    spacing_mm: float = 1.0,
    vote: bool = True,
) -> FaceAssessment:
    """Assess a CT, MR or PET volume; ``spacing_mm`` is the grid the skin is computed on.

    Without ``vote`` no detector looks, which halves the time; the grade is geometry's then.
    """
    slices, reach = len(voxels.array), voxels.spacing[0] * (len(voxels.array) - 1)
    if slices < LEAST_SLICES or reach < LEAST_MM:
        return _unassessed(series_uid, f"{slices} slices over {reach:.0f} mm are no volume.")
    if vote:
        find_out_meanwhile()
    progress(0, 4, "finding the skin")
    skin = skin_of(voxels, spacing_mm)
    if skin is None or skin.millilitres < _LEAST_ML:
        why = "There is no body as large as a head in this volume."
        return FaceAssessment(FaceRisk(series_uid, FaceGrade.NONE, 0.0, (why,)), skin)
    progress(1, 4, "fitting the template")
    fit = fit_head(skin)
    progress(2, 4, "measuring the relief")
    evidence = gather(skin, fit, voxels.spacing)
    progress(3, 4, "looking for a face")
    votes = count_votes(skin.mesh, fit, progress) if vote else None
    skin = replace(skin, mesh=replace(skin.mesh, heat=shown_heat(evidence, votes)))
    risk = grade(series_uid, fit, evidence, votes, max(voxels.spacing))
    if voxels.is_ct:
        holes = about_skull_holes(skin.grid, fit, max(voxels.spacing))
        risk = replace(risk, why=(*risk.why, *about_dense_parts(skin.grid), *holes))
    return FaceAssessment(risk, skin, fit, evidence, votes)


def assess_again(
    changed: Voxels,
    fit: Fit,
    before: FaceAssessment,
    progress: Progress = silent,
    *,
    approved: bool = False,
) -> FaceAssessment:
    """Assess a changed volume in the frame of the fit made before it was changed.

    The place of the face is taken as known when that fit was confident or a person ``approved``.
    """
    known = approved or before.is_confident
    uid = before.risk.series_uid
    spacing = before.skin.grid.spacing if before.skin else 1.0
    skin = skin_of(changed, spacing)
    if skin is None:
        return FaceAssessment(FaceRisk(uid, FaceGrade.NONE, 0.0, ("Nothing is left but air.",)))
    evidence = gather(skin, fit, changed.spacing)
    votes = count_votes(skin.mesh, fit, progress)
    skin = replace(skin, mesh=replace(skin.mesh, heat=shown_heat(evidence, votes)))
    risk = grade(uid, fit, evidence, votes, max(changed.spacing), place_known=known)
    return FaceAssessment(risk, skin, fit, evidence, votes)


def grade(
    series_uid: str,
    fit: Fit,
    evidence: Evidence,
    votes: Votes | None,
    thickest_mm: float,
    *,
    place_known: bool = False,
) -> FaceRisk:
    """The grade and its reasons; no face found is a statement about these checks only.

    ``place_known``: where the face was is certain, so that nothing there means it is gone.
    """
    why = [
        *_about_votes(votes),
        *_about_coverage(evidence, thickest_mm),
        *([] if place_known else _about_fit(fit, evidence)),
    ]
    found = _grade(fit, evidence, votes, is_face=place_known or evidence.exposure >= _FACE_EXPOSURE)
    if found is FaceGrade.NONE and not place_known and _may_hide(fit, evidence):
        found = FaceGrade.PARTIAL
        why.insert(0, _SLAB)
    if found is FaceGrade.NONE:
        why.insert(0, "No face was found by these checks.")
    seen = _seen(votes)
    score = max(evidence.exposure, seen if fit.cost < _HEAD_COST else seen * 0.5)
    regions = tuple((name, round(share, 3)) for name, share in evidence.regions.items())
    return FaceRisk(series_uid, found, round(min(1.0, score), 3), tuple(why), regions)


def shown_heat(evidence: Evidence, votes: Votes | None) -> NDArray[np.float32]:
    """The heat of every vertex of the skin, 0 to 1, as hot as the detectors are sure.

    Where a face is recognised in spite of thick slices, thick slices do not cool it.
    """
    more = max(1.0, _seen(votes) / max(evidence.resolution, _LEAST_RESOLUTION))
    heat: NDArray[np.float32] = np.minimum(evidence.heat * np.float32(more), np.float32(1.0))
    return heat


def _seen(votes: Votes | None) -> float:
    return max(votes.hog, votes.haar * _HAAR_WEIGHT) if votes else 0.0


def _may_hide(fit: Fit, evidence: Evidence) -> bool:
    """Whether it is a head of which the place of the face was not seen."""
    return fit.cost < _HEAD_COST and not _sees_the_place(evidence)


def _grade(fit: Fit, evidence: Evidence, votes: Votes | None, *, is_face: bool) -> FaceGrade:
    hog, haar = (votes.hog, votes.haar) if votes else (0.0, 0.0)
    if hog >= 0.5 or (is_face and haar >= 0.5 and hog >= 0.2):
        return FaceGrade.RECOGNISABLE
    if votes is None and evidence.exposure >= 0.45 and fit.cost < _HEAD_COST:
        return FaceGrade.RECOGNISABLE
    if hog >= 0.25 or (evidence.exposure >= 0.25 and fit.cost < _HEAD_COST):
        return FaceGrade.PARTIAL
    return FaceGrade.NONE


def _about_votes(votes: Votes | None) -> list[str]:
    if votes is None:
        return [why_none()] if why_none() else []
    return [
        f"Face detectors fire in {votes.hog:.0%} (HOG) and {votes.haar:.0%} (Haar) of 40 views."
    ]


def _about_coverage(evidence: Evidence, thickest_mm: float) -> list[str]:
    there = [name for name, share in evidence.regions.items() if share >= 0.6]
    missing = [name for name, share in evidence.regions.items() if share < 0.25]
    why = [f"In the scan: {', '.join(there)}." if there else "No region of the face is complete."]
    if missing:
        why.append(f"Missing or replaced: {', '.join(missing)}.")
    why.append(f"Relief of the features: {evidence.relief:.2f} (0 smooth, 0.4 a clear face).")
    if thickest_mm >= 3:
        why.append(
            f"Voxels {thickest_mm:.1f} mm long let {evidence.resolution:.0%} of the detail through."
        )
    return why


def _about_fit(fit: Fit, evidence: Evidence) -> list[str]:
    if fit.cost >= _HEAD_COST:
        return [f"The surface does not look like a head ({fit.cost:.1f} mm from the template)."]
    if not is_confident(fit, evidence):
        return [f"The template fits only roughly ({fit.cost:.1f} mm); a person should look."]
    return []


def _unassessed(series_uid: str, why: str) -> FaceAssessment:
    return FaceAssessment(FaceRisk(series_uid, FaceGrade.NOT_ASSESSED, 0.0, (why,)))
