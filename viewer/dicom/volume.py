"""A series as one block of voxels in modality units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from viewer.dicom.dataset import read_dataset
from viewer.dicom.failures import too_large
from viewer.dicom.frame import Array
from viewer.dicom.frame_reader import FrameReader
from viewer.dicom.geometry import Vectors, frame_planes, geometry_of, series_geometry
from viewer.dicom.voi import voi_parameters
from viewer.errors import UnreadableError
from viewer.model import Geometry, Instance, Progress, Series, Source, silent

MAX_VOXELS = 1 << 30
_SAME_PLACE_MM = 1e-3
Matrix = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """Voxels [slice, row, column] in modality units (HU for CT), int16 or float32.

    ``sources`` and ``frames`` say where each slice came from, in slice order (rising offset along
    the normal); ``positions`` are N x 3 LPS mm of each first voxel. ``affine`` (4 x 4) takes
    (column, row, slice, 1) to LPS mm with the mean step between slices, sheared when the gantry was
    tilted; use ``positions`` where slices are irregular. Only every ``step``-th row and column of
    the images was kept; ``geometry`` speaks of the images.
    """

    array: Array
    geometry: Geometry
    sources: tuple[Source, ...]
    frames: tuple[int, ...]
    positions: Vectors
    affine: Matrix
    step: int = 1

    @property
    def spacing(self) -> tuple[float, float, float]:
        """mm between slices, rows and columns of the array."""
        down, across = self.geometry.spacing
        return (self.geometry.slice_spacing, down * self.step, across * self.step)


@dataclass(frozen=True, slots=True)
class _Slice:
    source: Source
    frame: int
    position: tuple[float, float, float]


def stack(series: Series) -> tuple[Instance, ...]:
    """The largest set of parallel, equally sized single-frame images of a series, in order.

    Localizers and secondary pictures inside the series are left out.
    """

    def kind(instance: Instance) -> tuple[object, ...]:
        direction = tuple(round(value, 2) for value in instance.orientation or ())
        return instance.rows, instance.columns, direction, instance.spacing

    images = [i for i in series.instances if i.has_pixels and i.position and i.samples == 1]
    if not images:
        return ()
    largest, _ = Counter(map(kind, images)).most_common(1)[0]
    return tuple(image for image in images if kind(image) == largest)


def read_volume(
    series: Series, reader: FrameReader, progress: Progress = silent, *, most: int | None = None
) -> Volume:
    """All slices of a stack or of one multi-frame instance; one slice per place, the first one.

    With ``most`` voxels as many rows and columns are left out as it takes. Raises UnreadableError
    when the series is no stack of grey slices, cannot be decoded or is too large, CancelledError
    when ``progress`` does.
    """
    slices, geometry, shape = _slices(series)
    step = _step(len(slices), shape, most) if most else 1
    if len(slices) * shape[0] * shape[1] > MAX_VOXELS * step * step:
        raise too_large("The volume")
    array = _filled(slices, shape, step, reader, progress)
    positions = np.array([each.position for each in slices], float)
    return Volume(
        array=array,
        geometry=geometry,
        sources=tuple(each.source for each in slices),
        frames=tuple(each.frame for each in slices),
        positions=positions,
        affine=_affine(positions, geometry) @ np.diag((step, step, 1.0, 1.0)),
        step=step,
    )


def _step(count: int, shape: tuple[int, int], most: int) -> int:
    step = 1
    while count * -(-shape[0] // step) * -(-shape[1] // step) > most and step < max(shape):
        step += 1
    return step


def _slices(series: Series) -> tuple[list[_Slice], Geometry, tuple[int, int]]:
    images = [instance for instance in series.instances if instance.has_pixels]
    if len(images) == 1 and images[0].frames > 1:
        return _frames_of(images[0])
    chosen = stack(series)
    geometry = series_geometry(chosen) if chosen else None
    if geometry is None:
        raise UnreadableError("The series has no positions in space.")
    found = [_Slice(each.source, 0, each.position) for each in chosen if each.position]
    return *_ordered(found, geometry), (chosen[0].rows, chosen[0].columns)


def _frames_of(instance: Instance) -> tuple[list[_Slice], Geometry, tuple[int, int]]:
    planes = frame_planes(read_dataset(instance.source, pixels=False))
    geometry = geometry_of(*planes) if planes is not None else None
    if planes is None or geometry is None or instance.samples != 1:
        raise UnreadableError("The series has no positions in space.")
    found = [
        _Slice(instance.source, index, (float(p[0]), float(p[1]), float(p[2])))
        for index, p in enumerate(planes[0][: instance.frames])
    ]
    return *_ordered(found, geometry), (instance.rows, instance.columns)


def _ordered(slices: Sequence[_Slice], geometry: Geometry) -> tuple[list[_Slice], Geometry]:
    """By offset along the normal, one per place; the geometry of what remains."""
    normal = np.array(geometry.normal)
    ranked = sorted(slices, key=lambda each: float(np.dot(each.position, normal)))
    kept: list[_Slice] = []
    last = -np.inf
    for each in ranked:
        offset = float(np.dot(each.position, normal))
        if offset - last > _SAME_PLACE_MM:
            kept.append(each)
            last = offset
    if len(kept) == len(ranked):
        return kept, geometry
    positions = np.array([each.position for each in kept], float)
    thinned = geometry_of(positions, (*geometry.row, *geometry.column), geometry.spacing)
    return kept, thinned or replace(geometry)


def _filled(
    slices: Sequence[_Slice],
    shape: tuple[int, int],
    step: int,
    reader: FrameReader,
    progress: Progress,
) -> Array:
    """int16 as long as every value is whole and fits, else float32."""
    kept = -(-shape[0] // step), -(-shape[1] // step)
    array: Array = np.empty((len(slices), *kept), np.int16)
    for index, full in enumerate(_values(slices, reader)):
        progress(index, len(slices), "Reading the volume")
        if full.shape != shape:
            raise UnreadableError("The slices of the series differ in size.")
        values = full[::step, ::step]
        if array.dtype == np.int16 and not _is_int16(values):
            wide = np.empty(array.shape, np.float32)
            wide[:index] = array[:index]
            array = wide
        array[index] = values
    progress(len(slices), len(slices), "Reading the volume")
    return array


def _values(slices: Sequence[_Slice], reader: FrameReader) -> Iterator[Array]:
    header, opened = None, None
    for each in slices:
        if header is None or each.source != opened:
            header, opened = read_dataset(each.source, pixels=False), each.source
        frame = reader.frame(each.source, each.frame)
        yield voi_parameters(header, each.frame).modality(frame.values)


def _is_int16(values: Array) -> bool:
    low, high = float(values.min()), float(values.max())
    return low >= -32768 and high <= 32767 and bool((values == np.rint(values)).all())


def _affine(positions: Vectors, geometry: Geometry) -> Matrix:
    row, column = np.array(geometry.row), np.array(geometry.column)
    step = np.array(geometry.normal)
    if len(positions) > 1:
        step = (positions[-1] - positions[0]) / (len(positions) - 1)
    affine = np.eye(4)
    affine[:3, 0] = row * geometry.spacing[1]
    affine[:3, 1] = column * geometry.spacing[0]
    affine[:3, 2] = step
    affine[:3, 3] = positions[0]
    return affine
