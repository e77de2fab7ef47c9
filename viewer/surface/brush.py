"""What a brush touched: points of a volume within a radius of a polyline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from viewer.model import Stroke
from viewer.surface.voxels import Voxels

Mask = NDArray[np.bool_]
Matrix = NDArray[np.float64]
Indices = NDArray[np.intp]


def paint(
    mask: Mask, voxels: Voxels, strokes: Iterable[Stroke], free: Callable[[Matrix], Mask]
) -> None:
    """Draw strokes into a mask [slice, row, column] in place, later ones over earlier ones.

    What is added stays where ``free`` says of LPS points (N, 3) that they may change.
    """
    for stroke in strokes:
        line = np.array(stroke.points, float)
        low, high = line.min(axis=0) - stroke.radius_mm, line.max(axis=0) + stroke.radius_mm
        for number, rows, columns, points in points_between(voxels, low, high):
            hit = distance_to(line, points) <= stroke.radius_mm
            here = mask[number, rows[hit], columns[hit]] | free(points[hit])
            mask[number, rows[hit], columns[hit]] = here if stroke.adds else False


def points_between(
    voxels: Voxels, low: Matrix, high: Matrix
) -> Iterator[tuple[int, Indices, Indices, Matrix]]:
    """Slice number, rows, columns and LPS points of the voxels around a box in LPS mm."""
    box = voxels.box_around(np.array(np.meshgrid(*zip(low, high, strict=True))).reshape(3, -1).T)
    if box is None:
        return
    spans = (np.arange(each.start, each.stop) for each in box[1:])
    rows, columns = (each.ravel() for each in np.meshgrid(*spans, indexing="ij"))
    matrix = voxels.affine
    plane = np.outer(columns, matrix[:3, 0]) + np.outer(rows, matrix[:3, 1]) + matrix[:3, 3]
    for number in range(box[0].start, box[0].stop):
        yield number, rows, columns, plane + matrix[:3, 2] * voxels.slices[number]


def distance_to(line: Matrix, points: Matrix) -> NDArray[np.float64]:
    """Distance in mm of points (N, 3) to a polyline (M, 3), M at least 1."""
    nearest: NDArray[np.float64] = np.linalg.norm(points - line[0], axis=1)
    for start, end in pairwise(line):
        along = end - start
        length = float(along @ along)
        share = np.clip((points - start) @ along / max(length, 1e-12), 0, 1)
        away = np.linalg.norm(points - start - share[:, None] * along, axis=1)
        nearest = np.minimum(nearest, away)
    return nearest
