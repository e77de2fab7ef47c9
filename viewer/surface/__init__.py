"""Heads: from a volume to its skin, a fitted template, the face risk, and a shell that hides it.

Comes in: a Volume of dicom (CT or MR, modality units, affine to LPS mm), or a seed for a synthetic
head. Goes out: FaceAssessment, Defacing, DefacedSeries, Phantom. It must not know findings,
decisions, plans, or anything of a window.
"""

from viewer.surface.phantom import Phantom, head_volume

__all__ = ["Phantom", "head_volume"]
