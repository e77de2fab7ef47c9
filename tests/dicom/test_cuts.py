"""Axial, coronal and sagittal cuts show what lies there, however the slices were taken."""

from __future__ import annotations

import math

import numpy as np
import pytest

from viewer.dicom.cuts import DIRECTIONS, Cutter
from viewer.dicom.geometry import geometry_of
from viewer.dicom.volume import Volume
from viewer.model import Source

_TILT = math.radians(20)
ORIENTATIONS = {
    "axial": (1, 0, 0, 0, 1, 0),
    "coronal": (1, 0, 0, 0, 0, -1),
    "sagittal": (0, 1, 0, 0, 0, -1),
    "oblique": (math.cos(0.3), math.sin(0.3), 0, -math.sin(0.3) * math.cos(0.5),
                math.cos(0.3) * math.cos(0.5), math.sin(0.5)),
    "feet first, mirrored": (-1, 0, 0, 0, 1, 0),
}  # fmt: skip
SHAPE, SPACING = (9, 24, 30), (1.5, 1.0)


def _value(place: np.ndarray) -> np.ndarray:
    """Rises evenly in every direction, so that interpolation is exact."""
    return place @ np.array([1.0, 2.0, -3.0]) + 400


def _volume(
    orientation: tuple[float, ...], *, tilted: bool = False, irregular: bool = False, step: int = 1
) -> Volume:
    row, column = np.array(orientation[:3]), np.array(orientation[3:])
    along = np.cross(row, column)
    if tilted:
        along = along + math.tan(_TILT) * column
    heights = np.arange(SHAPE[0]) * 4.0
    if irregular:
        heights[4:] += 3.0
    positions = np.array([10.0, -20.0, 30.0]) + heights[:, None] * along
    geometry = geometry_of(positions, orientation, SPACING)
    assert geometry is not None
    across = np.arange(0, SHAPE[2], step)[None, :, None] * SPACING[1] * row
    down = np.arange(0, SHAPE[1], step)[:, None, None] * SPACING[0] * column
    array = _value(positions[:, None, None, :] + across + down).astype(np.float32)
    sources = tuple(Source.__new__(Source) for _ in heights)
    return Volume(array, geometry, sources, (0,) * len(heights), positions, np.eye(4), step)


def _inside(volume: Volume, places: np.ndarray, slack: float) -> np.ndarray:
    """Whether places are between the voxels, or at most some voxels outside."""
    geometry, first, last = volume.geometry, volume.positions[0], volume.positions[-1]
    gap = geometry.slice_spacing
    height = float((last - first) @ np.array(geometry.normal)) / gap
    axes = (last - first) / height, *map(np.array, (geometry.column, geometry.row))
    sizes = 1.0, *volume.spacing[1:]
    spots = (places - first) @ np.linalg.inv(np.array(axes)) / sizes
    ends = (height, *np.subtract(volume.array.shape[1:], 1))
    return ((spots >= -slack) & (spots <= np.array(ends) + slack)).all(axis=-1)


@pytest.mark.parametrize("name", DIRECTIONS)
@pytest.mark.parametrize("taken", ORIENTATIONS)
@pytest.mark.parametrize("special", [{}, {"tilted": True}, {"irregular": True}, {"step": 3}])
def test_a_cut_holds_the_values_of_its_places(
    name: str, taken: str, special: dict[str, bool]
) -> None:
    volume = _volume(ORIENTATIONS[taken], **special)
    cutter = Cutter(volume)
    at = cutter.middle
    cut = cutter.cut(name, at)
    right, down = np.array(cut.right), np.array(cut.down)
    rows, columns = (np.arange(n)[..., None] * cut.mm for n in cut.values.shape)
    places = np.array(cut.corner) + columns[None] * right + rows[:, None] * down
    inner = _inside(volume, places, 0.0)
    assert inner.mean() > 0.2
    assert np.abs(cut.values - _value(places))[inner].max() < 1e-2
    spot = tuple(map(math.floor, cut.spot(at)))
    assert cut.values[spot[1], spot[0]] == pytest.approx(float(_value(np.array(at))), abs=6)
    assert not np.isfinite(cut.values[~_inside(volume, places, 1.1)]).any()
    assert cut.place(cut.spot(at), at) == pytest.approx(at)


@pytest.mark.parametrize("taken", ORIENTATIONS)
def test_cross_hair_and_slice_name_the_same_place(taken: str) -> None:
    volume = _volume(ORIENTATIONS[taken], irregular=True, step=2)
    cutter = Cutter(volume)
    for number in (0, 5, 8):
        place = cutter.place(number, (7.5, 3.25))
        assert cutter.slice_at(place) == number
        assert cutter.spot(number, place) == pytest.approx((7.5, 3.25))
    assert cutter.place(0, (0.5, 0.5)) == pytest.approx(tuple(volume.positions[0]))


def test_a_cut_is_bounded_in_size_and_outside_is_empty() -> None:
    volume = _volume(ORIENTATIONS["oblique"])
    cut = Cutter(volume).cut("axial", Cutter(volume).middle)
    assert max(cut.values.shape) <= 642
    assert np.isnan(cut.values[0, 0])
