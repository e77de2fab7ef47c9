"""Heads: from a volume to its skin, a fitted template, the face risk, and a shell that hides it.

Comes in: a Volume of dicom (CT or MR, modality units, affine to LPS mm), or a seed for a synthetic
head. Goes out: FaceAssessment, Defacing, DefacedSeries, Phantom. It must not know findings,
decisions, plans, or anything of a window.
"""

from viewer.surface.assess import LEAST_MM, LEAST_SLICES, FaceAssessment, assess
from viewer.surface.deface import Defacing, deface
from viewer.surface.fit import Fit
from viewer.surface.mesh import SkinMesh, reduced
from viewer.surface.phantom import Phantom, head_volume
from viewer.surface.preview import DefacePreview, prepare_preview
from viewer.surface.proof import Remains, locked_count, remains
from viewer.surface.series import (
    DefacedSeries,
    SlicePatch,
    assess_series,
    deface_series,
    voxels_of,
)
from viewer.surface.voxels import Voxels

__all__ = [
    "LEAST_MM",
    "LEAST_SLICES",
    "DefacePreview",
    "DefacedSeries",
    "Defacing",
    "FaceAssessment",
    "Fit",
    "Phantom",
    "Remains",
    "SkinMesh",
    "SlicePatch",
    "Voxels",
    "assess",
    "assess_series",
    "deface",
    "deface_series",
    "head_volume",
    "locked_count",
    "prepare_preview",
    "reduced",
    "remains",
    "voxels_of",
]
