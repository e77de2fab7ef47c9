"""However a head lay in the scanner and however it was sliced, its eyes are where they are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage

from tests.surface.heads import head, voxels
from viewer.surface import Voxels
from viewer.surface.fit import fit_head
from viewer.surface.skin import skin_of

_EYES = ("eye_left", "eye_right")


def _eyes(scan: Voxels) -> np.ndarray:
    skin = skin_of(scan, 2.0)
    assert skin is not None
    marks = fit_head(skin).landmarks
    return np.array([marks[name] for name in _EYES])


@pytest.fixture(scope="module")
def usual() -> np.ndarray:
    return _eyes(voxels(head()))


@pytest.mark.parametrize("quarters", [1, 2, 3], ids=["HFDL", "HFP", "HFDR"])
def test_every_patient_position_gives_the_same_eyes(usual: np.ndarray, quarters: int) -> None:
    scan = voxels(head())
    away = np.linalg.norm(_eyes(_rolled(scan, quarters)) - usual, axis=1)
    assert away.max() < 3.0


def _rolled(scan: Voxels, quarters: int) -> Voxels:
    """The same patient coordinates, rows and columns turned as the scanner saw the patient."""
    array, affine = scan.array, scan.affine
    for _ in range(quarters):
        rows = array.shape[1]
        array = np.rot90(array, -1, axes=(1, 2))
        column, row, origin = affine[:3, 0].copy(), affine[:3, 1].copy(), affine[:3, 3].copy()
        affine = affine.copy()
        affine[:3, 0], affine[:3, 1] = -row, column
        affine[:3, 3] = origin + row * (rows - 1)
    return replace(scan, array=np.ascontiguousarray(array), affine=affine)


def test_oblique_slices_give_the_same_eyes(usual: np.ndarray) -> None:
    scan = voxels(head())
    a, b = np.radians(17), np.radians(9)
    nod = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    turn = np.array([[np.cos(b), -np.sin(b), 0], [np.sin(b), np.cos(b), 0], [0, 0, 1]])
    affine = np.eye(4)
    affine[:3, :3] = nod @ turn @ np.diag([2.0, 2.0, 3.0])
    shape = (96, 130, 116)
    middle = np.array([shape[2], shape[1], shape[0]]) / 2
    affine[:3, 3] = np.array([0.0, -4.0, -3.0]) - affine[:3, :3] @ middle
    step = (np.linalg.inv(scan.affine) @ affine)[[2, 1, 0, 3]][:, [2, 1, 0, 3]]
    cut = ndimage.affine_transform(
        scan.array, step[:3, :3], step[:3, 3], shape, order=1, cval=-1000
    )
    away = np.linalg.norm(_eyes(Voxels.even(cut, affine, "CT")) - usual, axis=1)
    assert away.max() < 3.0
