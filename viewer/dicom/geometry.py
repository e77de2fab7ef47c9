"""How slices lie in the patient (PS3.3 C.7.6.2), LPS mm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from pydicom.dataset import Dataset

from viewer.model import Geometry, Instance

Vectors = np.ndarray[Any, np.dtype[np.float64]]
_SAME_DIRECTION = 0.999
_REGULAR_MM = 0.01
_REGULAR_SHARE = 0.02


def sort_instances(instances: Sequence[Instance]) -> tuple[Instance, ...]:
    """Along the slice normal when all positions are known, else by Instance Number and name."""
    by_number = sorted(instances, key=_by_number)
    offsets = _instance_offsets(by_number)
    if offsets is None:
        return tuple(by_number)
    order = sorted(range(len(by_number)), key=lambda index: offsets[index])
    return tuple(by_number[index] for index in order)


def series_geometry(instances: Sequence[Instance]) -> Geometry | None:
    """Geometry of a stack of parallel single-frame slices; None when they are no stack."""
    images = [each for each in instances if each.has_pixels]
    first = images[0] if images else None
    if first is None or first.orientation is None or first.spacing is None:
        return None
    if any(each.frames > 1 or not _parallel(each, first) for each in images):
        return None
    positions = np.array([each.position for each in images if each.position], float)
    if len(positions) != len(images):
        return None
    return geometry_of(positions, first.orientation, first.spacing)


def geometry_of(
    positions: Vectors, orientation: Sequence[float], spacing: tuple[float, float]
) -> Geometry | None:
    """Geometry from N x 3 positions and one orientation; None when the directions are no plane."""
    axes = plane_axes(orientation)
    if axes is None:
        return None
    row, column, normal = axes
    offsets = positions @ normal
    order = np.argsort(offsets, kind="stable")
    ordered = offsets[order]
    tilt = _tilt(positions[order], normal)
    return Geometry(
        row=_vector(row),
        column=_vector(column),
        normal=_vector(normal),
        spacing=spacing,
        offsets=tuple(float(offset) for offset in ordered),
        is_regular=_is_regular(ordered),
        tilt_degrees=tilt,
    )


def plane_axes(orientation: Sequence[float]) -> tuple[Vectors, Vectors, Vectors] | None:
    """Unit row, column and normal of an Image Orientation (Patient), None when degenerate."""
    values = np.asarray(orientation, float)
    if values.shape != (6,) or not np.isfinite(values).all():
        return None
    row, column = values[:3], values[3:]
    lengths = float(np.linalg.norm(row)), float(np.linalg.norm(column))
    if min(lengths) < 1e-3:
        return None
    row, column = row / lengths[0], column / lengths[1]
    normal = np.cross(row, column)
    length = float(np.linalg.norm(normal))
    return (row, column, normal / length) if length > 0.5 else None


def frame_geometry(ds: Dataset) -> Geometry | None:
    """Geometry of the frames of one multi-frame instance; None when they are no stack."""
    found = frame_planes(ds)
    if found is None:
        return None
    positions, orientation, spacing = found
    return geometry_of(positions, orientation, spacing)


def frame_planes(ds: Dataset) -> tuple[Vectors, tuple[float, ...], tuple[float, float]] | None:
    """(N x 3 positions in frame order, orientation, spacing) of a multi-frame instance.

    None when they are no stack, or when the attributes that say so are damaged.
    """
    try:
        per_frame = ds.get("PerFrameFunctionalGroupsSequence")
        return _functional_groups(ds, per_frame) if per_frame else _grid_frames(ds)
    except Exception:  # noqa: BLE001 - pydicom raises many kinds for damaged values
        return None


def _functional_groups(
    ds: Dataset, per_frame: Sequence[Dataset]
) -> tuple[Vectors, tuple[float, ...], tuple[float, float]] | None:
    shared = (ds.get("SharedFunctionalGroupsSequence") or [Dataset()])[0]

    def find(frame: Dataset, macro: str, keyword: str) -> tuple[float, ...]:
        for place in (frame, shared):
            items = place.get(macro)
            if items and items[0].get(keyword) is not None:
                return numbers(items[0].get(keyword))
        return ()

    orientations = {
        find(f, "PlaneOrientationSequence", "ImageOrientationPatient") for f in per_frame
    }
    spacings = {find(f, "PixelMeasuresSequence", "PixelSpacing") for f in per_frame}
    positions = [find(f, "PlanePositionSequence", "ImagePositionPatient") for f in per_frame]
    orientation, spacing = orientations.pop(), spacings.pop()
    if orientations or len(orientation) != 6 or len(spacing) != 2:
        return None
    if any(len(position) != 3 for position in positions):
        return None
    return np.array(positions, float), orientation, (spacing[0], spacing[1])


def _grid_frames(
    ds: Dataset,
) -> tuple[Vectors, tuple[float, ...], tuple[float, float]] | None:
    """Frames placed along the normal by Grid Frame Offset Vector (PS3.3 C.8.8.3.2)."""
    offsets = numbers(ds.get("GridFrameOffsetVector"))
    first, spacing = numbers(ds.get("ImagePositionPatient")), numbers(ds.get("PixelSpacing"))
    orientation = numbers(ds.get("ImageOrientationPatient"))
    axes = plane_axes(orientation)
    if not offsets or len(first) != 3 or len(spacing) != 2 or axes is None:
        return None
    relative = np.asarray(offsets) - offsets[0]
    positions = np.asarray(first) + np.outer(relative, axes[2])
    return positions, orientation, (spacing[0], spacing[1])


def numbers(value: Any) -> tuple[float, ...]:
    """A DS or FD value as floats, empty when absent or none."""
    try:
        several = value if hasattr(value, "__len__") and not isinstance(value, str) else [value]
        return () if value is None else tuple(float(each) for each in several)
    except (TypeError, ValueError):
        return ()


def _by_number(instance: Instance) -> tuple[bool, int, str]:
    number = instance.instance_number
    return number is None, number or 0, instance.source.key


def _instance_offsets(instances: Sequence[Instance]) -> list[float] | None:
    first = instances[0] if instances else None
    if (
        first is None
        or first.orientation is None
        or (axes := plane_axes(first.orientation)) is None
    ):
        return None
    offsets = []
    for each in instances:
        if each.position is None or not _parallel(each, first):
            return None
        offsets.append(round(float(np.dot(each.position, axes[2])), 4))
    return offsets


def _parallel(one: Instance, other: Instance) -> bool:
    if one.orientation is None or other.orientation is None:
        return False
    if one.orientation == other.orientation:
        return True
    mine, its = plane_axes(one.orientation), plane_axes(other.orientation)
    if mine is None or its is None:
        return False
    return all(float(a @ b) > _SAME_DIRECTION for a, b in zip(mine, its, strict=True))


def _is_regular(offsets: Vectors) -> bool:
    gaps = np.diff(offsets)
    if len(gaps) == 0:
        return True
    middle = float(np.median(gaps))
    allowed = max(_REGULAR_MM, _REGULAR_SHARE * middle)
    return middle > 1e-6 and bool((np.abs(gaps - middle) <= allowed).all())


def _tilt(positions: Vectors, normal: Vectors) -> float:
    """Degrees between the line of slice positions and the normal: the gantry tilt."""
    path = positions[-1] - positions[0] if len(positions) > 1 else normal
    length = float(np.linalg.norm(path))
    if length < 1e-6:
        return 0.0
    return round(math.degrees(math.acos(min(1.0, abs(float(path @ normal)) / length))), 3)


def _vector(values: Vectors) -> tuple[float, float, float]:
    return float(values[0]), float(values[1]), float(values[2])
