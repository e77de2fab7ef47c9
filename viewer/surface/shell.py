"""How deep the new surface is laid, and the ladder of depths that a self-check climbs."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.model import FaceEdit, FacePreset


@dataclass(frozen=True, slots=True)
class ShellStep:
    """``cut_mm`` lays the mannequin's face deeper; ``band_mm`` is replaced below its surface."""

    cut_mm: float
    band_mm: float


_LIGHT, STANDARD = ShellStep(0.0, 4.0), ShellStep(0.0, 12.0)
_DEEPER, DEEPEST = ShellStep(7.0, 12.0), ShellStep(14.0, 24.0)
_LADDER = (_LIGHT, STANDARD, _DEEPER, DEEPEST)
_FIRST = {FacePreset.LIGHT: 0, FacePreset.STANDARD: 1, FacePreset.STRONG: 3}
_SHALLOWEST_MM, _DEEPEST_MM = -8.0, 28.0


def ladder(edit: FaceEdit) -> tuple[ShellStep, ...]:
    """The preset's step and all deeper ones, shifted by the depth the reviewer chose."""
    return tuple(_shifted(step, edit.depth_mm) for step in _LADDER[_FIRST[edit.preset] :])


def _shifted(step: ShellStep, depth_mm: float) -> ShellStep:
    cut = min(_DEEPEST_MM, max(_SHALLOWEST_MM, step.cut_mm + depth_mm))
    return ShellStep(cut, step.band_mm + max(0.0, depth_mm))
