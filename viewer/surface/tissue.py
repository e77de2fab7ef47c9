"""The inside of a synthetic head: which tissue is where, and how bright it is per modality."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from viewer.surface.distance import Field, Floats
from viewer.surface.head_shape import HeadShape

Labels = NDArray[np.uint8]
_SCALP, _SKULL, _FLUID = 5.0, 7.0, 2.5
_SIDES = (1.0, -1.0)


class Tissue(IntEnum):
    """The label of a voxel."""

    AIR = 0
    FAT = 1
    MUSCLE = 2
    BONE = 3
    MARROW = 4
    FLUID = 5
    GREY = 6
    WHITE = 7
    EYE = 8
    TEETH = 9
    SKIN = 10


_HU = {0: -1000, 1: -80, 2: 50, 3: 1050, 4: 350, 5: 8, 6: 38, 7: 30, 8: 15, 9: 1900, 10: 30}
_T1 = {0: 0, 1: 880, 2: 400, 3: 60, 4: 420, 5: 150, 6: 480, 7: 680, 8: 190, 9: 25, 10: 520}
_T2 = {0: 0, 1: 620, 2: 230, 3: 40, 4: 330, 5: 950, 6: 480, 7: 350, 8: 930, 9: 15, 10: 380}
_FDG = {0: 2, 1: 250, 2: 800, 3: 300, 4: 900, 5: 250, 6: 7500, 7: 2600, 8: 500, 9: 200, 10: 500}
_CONTRAST = {"CT": _HU, "T1": _T1, "T2": _T2, "FDG": _FDG}


def brightness(modality: str) -> Floats:
    """Value of each tissue by label: HU for CT, arbitrary units for T1, T2 and FDG."""
    table = _CONTRAST[modality]
    return np.array([table[label] for label in sorted(table)], dtype=np.float32)


def tissues(shape: HeadShape, skin: Field) -> tuple[Labels, NDArray[np.bool_]]:
    """Labels on the grid of the skin field, and the true brain (grey and white matter)."""
    z, y, x = skin.axes
    labels = np.zeros(skin.distance.shape, np.uint8)
    labels[skin.distance < 0] = Tissue.SKIN
    labels[skin.distance < -1.8] = Tissue.FAT
    labels[skin.distance < -4.5] = Tissue.MUSCLE
    _facial_bones(labels, shape, skin)
    _brain_case(labels, shape, skin)
    _openings(labels, shape, skin)
    _eyes_and_teeth(labels, shape, z, y, x)
    labels[skin.distance >= 0] = Tissue.AIR
    return labels, (labels == Tissue.GREY) | (labels == Tissue.WHITE)


def _facial_bones(labels: Labels, s: HeadShape, skin: Field) -> None:
    z, y, _ = skin.axes
    heights, depths = z[:, None, None], y[None, :, None]
    face = (heights > -108 * s.stretch) & (heights < 24) & (depths < 10)
    shell = face & (skin.distance < -10) & (skin.distance > -16)
    labels[shell] = Tissue.BONE
    spine = _ellipsoid(skin, (0, 42, -120), (16, 16, 78))
    labels[spine & (skin.distance < -6)] = Tissue.BONE
    labels[_ellipsoid(skin, (0, 42, -120), (11, 11, 76)) & (skin.distance < -8)] = Tissue.MARROW
    labels[_ellipsoid(skin, (0, 46, -115), (6, 5, 90))] = Tissue.FLUID


def _brain_case(labels: Labels, s: HeadShape, skin: Field) -> None:
    z, y, x = skin.axes
    case = Field(z, y, x)
    centre, radii = s.cranium
    case.join(centre, radii, 1.0)
    floor = _floor(z, y)
    depth = np.maximum(case.distance, floor[:, :, None] - np.float32(_SCALP))
    outer = (depth < -_SCALP) & (skin.distance < -3.5)
    labels[outer] = Tissue.BONE
    labels[(depth < -_SCALP - 2) & (depth > -_SCALP - _SKULL + 2) & outer] = Tissue.MARROW
    inner = _SCALP + _SKULL
    labels[depth < -inner] = Tissue.FLUID
    labels[depth < -inner - _FLUID] = Tissue.GREY
    folds = 1.2 * np.sin(z / 5)[:, None, None] * np.sin(y / 6)[None, :, None]
    labels[depth < -inner - _FLUID - 4 - folds - np.sin(x / 5)] = Tissue.WHITE
    for side in _SIDES:
        labels[_ellipsoid(skin, (side * 11, 8, 40), (8, 32, 11))] = Tissue.FLUID
    gap = (np.abs(x) < 0.8)[None, None, :] & (z > 50)[:, None, None]
    labels[gap & (depth < -inner)] = Tissue.FLUID


def _floor(z: Floats, y: Floats) -> Floats:
    """Signed height below the inner skull base [z, y]: anterior, middle and posterior fossa."""
    base = np.interp(y, [-60, -30, -12, 8, 25, 70], [14, 12, -8, -14, -40, -36])
    result: Floats = (base[None, :] - z[:, None]).astype(np.float32)
    return result


def _openings(labels: Labels, s: HeadShape, skin: Field) -> None:
    down = s.stretch
    deep = skin.distance < -3
    for side in _SIDES:
        for centre, radii in (
            ((side * 24, s.front + 32, -34 * down), (12, 15, 15)),
            ((side * 9, s.front + 16, 22), (10, 5, 9)),
            ((side * 7, s.front + 34, -6), (5, 20, 10)),
            ((side * 6, s.front + 30, -36 * down), (4, 34, 13)),
            ((side * 60, 22, -26), (6, 9, 10)),
            ((side * 68, 12, -14), (16, 3.5, 3.5)),
        ):
            labels[_ellipsoid(skin, centre, radii) & deep] = Tissue.AIR
    labels[_ellipsoid(skin, (0, s.front + 75, -90 * down), (9, 8, 60)) & deep] = Tissue.AIR


def _eyes_and_teeth(labels: Labels, s: HeadShape, z: Floats, y: Floats, x: Floats) -> None:
    where = Field(z, y, x)
    ex, ey, ez = s.eye
    for side in _SIDES:
        labels[_ellipsoid(where, (side * (ex - 1), ey + 16, ez), (15, 22, 14))] = Tissue.FAT
        labels[_ellipsoid(where, (side * ex, ey, ez), (11.6, 11.6, 11.6))] = Tissue.EYE
    arch = np.hypot(x[None, :] / 25.0, (y[:, None] - (s.front + 46)) / 36.0)
    row = (np.abs(arch - 1) < 0.11) & (y[:, None] < s.front + 40)
    gaps = np.cos(np.arctan2(x[None, :], -(y[:, None] - (s.front + 46))) * 26) > -0.85
    for height in (s.mouth[2] + 5.5, s.mouth[2] - 5.5):
        labels[np.abs(z - height) < 4.8] = np.where(
            row & gaps, np.uint8(Tissue.TEETH), labels[np.abs(z - height) < 4.8]
        )


def _ellipsoid(
    where: Field, centre: tuple[float, float, float], radii: tuple[float, float, float]
) -> NDArray[np.bool_]:
    z, y, x = (
        ((axis - middle) / radius) ** 2
        for axis, middle, radius in zip(where.axes, centre[::-1], radii[::-1], strict=True)
    )
    result: NDArray[np.bool_] = z[:, None, None] + y[None, :, None] + x[None, None, :] < 1
    return result
