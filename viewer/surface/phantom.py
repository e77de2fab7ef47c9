"""Synthetic heads as CT or MR volumes, with the truth about brain and landmarks beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from viewer.surface.distance import Field, Floats
from viewer.surface.head_shape import HeadShape, Point
from viewer.surface.head_skin import skin_field
from viewer.surface.tissue import Labels, brightness, tissues

_CENTRE = (0.0, -4.0, -3.0)
_SIZE = (256.0, 240.0, 210.0)
_NOISE = {"CT": 9.0, "T1": 14.0, "T2": 16.0, "FDG": 12.0}


@dataclass(frozen=True)
class Phantom:
    """One synthetic head.

    ``array`` int16 [slice, row, column]: HU for CT, arbitrary units for MR. ``affine`` 4 x 4 takes
    voxel (column, row, slice) to LPS mm. ``brain`` is the true grey and white matter, bool, same
    shape. ``landmarks`` LPS mm: eye_left, eye_right, nasion, nose_tip, mouth, chin, ear_left,
    ear_right. ``spacing`` (slice, row, column) mm.
    """

    array: NDArray[np.int16]
    affine: NDArray[np.float64]
    brain: NDArray[np.bool_]
    landmarks: dict[str, Point]
    modality: str
    spacing: tuple[float, float, float]
    shape: HeadShape = field(default_factory=HeadShape)


def head_volume(
    seed: int,
    modality: str = "CT",
    spacing: tuple[float, float, float] = (1.5, 0.95, 0.95),
    shape: tuple[int, int, int] | None = None,
    *,
    centre: Point = _CENTRE,
    face: HeadShape | None = None,
) -> Phantom:
    """A head that belongs to nobody; the same arguments give the same voxels.

    ``modality`` is CT, T1, T2 or FDG (PET); ``spacing`` and ``shape`` are (slice, row, column), mm
    and voxels; ``centre`` is the middle of the volume in LPS mm, to crop a field of
    view. ``face`` replaces the shape that the seed draws. KeyError on another modality.
    """
    (phantom,) = head_volumes(seed, (modality,), spacing, shape, centre=centre, face=face)
    return phantom


def head_volumes(
    seed: int,
    modalities: Iterable[str],
    spacing: tuple[float, float, float],
    shape: tuple[int, int, int] | None = None,
    *,
    centre: Point = _CENTRE,
    face: HeadShape | None = None,
) -> Iterator[Phantom]:
    """The same head in several modalities; its tissues are laid out once."""
    person = face or HeadShape.of(seed)
    counts = shape or _default_shape(spacing)
    axes = [
        _axis(n, step, middle)
        for n, step, middle in zip(counts, spacing, centre[::-1], strict=True)
    ]
    factor = [max(1, round(step / 1.6)) for step in spacing]
    z, y, x = (_refined(axis, step, n) for axis, step, n in zip(axes, spacing, factor, strict=True))
    skin = skin_field(person, z, y, x)
    labels, brain = tissues(person, skin)
    thick_brain = _thick(brain.astype(np.float32), factor) > 0.3
    for modality in modalities:
        values = _thick(_fine_values(skin, labels, brightness(modality)), factor)
        yield Phantom(
            _with_noise(values, modality, seed),
            _affine(axes, spacing),
            thick_brain,
            person.landmarks(),
            modality,
            spacing,
            person,
        )


def _default_shape(spacing: tuple[float, float, float]) -> tuple[int, int, int]:
    z, y, x = (int(np.ceil(size / step)) for size, step in zip(_SIZE, spacing, strict=True))
    return z, y, x


def _axis(count: int, step: float, middle: float) -> Floats:
    return (middle + (np.arange(count) - (count - 1) / 2) * step).astype(np.float32)


def _refined(axis: Floats, step: float, factor: int) -> Floats:
    inside = (np.arange(factor) - (factor - 1) / 2) * step / factor
    return (axis[:, None] + inside[None, :]).ravel().astype(np.float32)


def _fine_values(skin: Field, labels: Labels, table: Floats) -> Floats:
    values: Floats = ndimage.gaussian_filter(table[labels], 0.5, mode="nearest")
    edge = np.clip(0.5 - skin.distance / np.float32(1.2), 0, 1)
    shell = np.abs(skin.distance) < 1.8
    blended = table[0] + edge * (table[10] - table[0])
    values[shell] = blended[shell]
    values[skin.distance > 1.8] = table[0]
    return values


def _thick(values: Floats, factors: Sequence[int]) -> Floats:
    """Blocks of so many fine voxels along each axis, averaged."""
    for axis, factor in enumerate(factors):
        if factor > 1:
            shape = (*values.shape[:axis], -1, factor, *values.shape[axis + 1 :])
            values = values.reshape(shape).mean(axis=axis + 1)
    return values


def _with_noise(values: Floats, modality: str, seed: int) -> NDArray[np.int16]:
    random = np.random.default_rng([seed, 0x401E])
    strength = np.float32(_NOISE[modality])
    noise = random.standard_normal(values.shape, dtype=np.float32) * strength
    if modality == "CT":
        return np.round(np.clip(values + noise, -1024, 3071)).astype(np.int16)
    other = random.standard_normal(values.shape, dtype=np.float32) * strength
    magnitude: Floats = np.hypot(values + noise, other)
    return magnitude.round().astype(np.int16)


def _affine(axes: list[Floats], spacing: tuple[float, float, float]) -> NDArray[np.float64]:
    affine = np.eye(4)
    affine[:3, :3] = np.diag(spacing[::-1])
    affine[:3, 3] = [axis[0] for axis in axes[::-1]]
    return affine
