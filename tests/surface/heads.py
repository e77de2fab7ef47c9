"""Small synthetic heads for the tests: 2 mm, so that a whole case takes a few seconds."""

from __future__ import annotations

from functools import lru_cache

from viewer.surface import (
    Defacing,
    FaceAssessment,
    Phantom,
    Voxels,
    assess,
    deface,
    head_volume,
)

SPACINGS = {"even": (2.0, 2.0, 2.0), "axial": (5.0, 1.6, 1.6), "sagittal": (1.6, 1.6, 5.0)}


@lru_cache(maxsize=8)
def head(seed: int = 1, modality: str = "CT", cut: str = "even") -> Phantom:
    """A whole head."""
    return head_volume(seed, modality, SPACINGS[cut])


def voxels(phantom: Phantom) -> Voxels:
    """The volume of a phantom."""
    kind = "CT" if phantom.modality == "CT" else "MR"
    return Voxels.even(phantom.array, phantom.affine, kind)


@lru_cache(maxsize=4)
def assessed(seed: int = 1, modality: str = "CT", cut: str = "even") -> FaceAssessment:
    """Its assessment on a 2 mm grid."""
    return assess(voxels(head(seed, modality, cut)), series_uid="1.2.3", spacing_mm=2.0)


@lru_cache(maxsize=4)
def defaced(seed: int = 1, modality: str = "CT", cut: str = "even") -> Defacing:
    """The same head without its face."""
    return deface(voxels(head(seed, modality, cut)), assessed(seed, modality, cut))
