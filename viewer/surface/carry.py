"""One mask for all volumes of a frame of reference: what one volume showed holds for the others."""

from __future__ import annotations

from dataclasses import replace

from viewer.errors import ScanveilError
from viewer.model import FaceEdit
from viewer.surface.assess import FaceAssessment
from viewer.surface.deface import locked
from viewer.surface.evidence import gather
from viewer.surface.refit import refitted
from viewer.surface.replacement import Surroundings
from viewer.surface.skin import skin_of
from viewer.surface.voxels import Voxels


def carried(
    voxels: Voxels, donor: Voxels, found: FaceAssessment, edit: FaceEdit
) -> tuple[FaceAssessment, Surroundings]:
    """A volume assessed with the fit of another one, and where both may change.

    ``found`` is the assessment of ``donor``. ScanveilError when that holds no head.
    """
    if found.skin is None or found.fit is None:
        raise ScanveilError("No head was found in the series whose mask is to be carried over.")
    fit = refitted(found.skin, found.fit, dict(edit.landmarks))
    lock = locked(found.skin, fit, edit, donor.is_ct, max(donor.spacing))
    skin = skin_of(voxels, found.skin.grid.spacing)
    evidence = gather(skin, found.fit, voxels.spacing) if skin else found.evidence
    return replace(found, skin=skin, evidence=evidence, votes=None), Surroundings.of(
        found.skin, lock
    )
