"""Signed distance fields on a grid: bodies are joined and carved, each only where it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Point = Sequence[float]
_REACH = 14.0


class Field:
    """Distance to a surface in mm, negative inside, on the grid of three axes (z, y, x in mm)."""

    def __init__(self, z: Floats, y: Floats, x: Floats) -> None:
        self.axes = (z.astype(np.float32), y.astype(np.float32), x.astype(np.float32))
        self.distance = np.full((z.size, y.size, x.size), 200.0, dtype=np.float32)

    def join(self, centre: Point, radii: Point, blend: float, turn: float = 0.0) -> None:
        """Add an ellipsoid (x, y, z in mm), rounded into its neighbours over ``blend`` mm.

        ``turn`` rotates it about the x axis, degrees.
        """
        box = self._box(centre, max(radii) if turn else radii, blend)
        part = self.distance[box]
        if part.size:
            _smooth_minimum(part, self._ellipsoid(box, centre, radii, turn), blend)

    def carve(self, centre: Point, radii: Point, blend: float, turn: float = 0.0) -> None:
        """Take an ellipsoid away, rounding the edge over ``blend`` mm."""
        box = self._box(centre, max(radii) if turn else radii, blend)
        part = self.distance[box]
        if part.size:
            inverse = -part
            _smooth_minimum(inverse, self._ellipsoid(box, centre, radii, turn), blend)
            np.negative(inverse, out=part)

    def join_rod(self, start: Point, end: Point, radii: tuple[float, float], blend: float) -> None:
        """Add a round rod whose radius goes from the first to the second value."""
        middle = [(a + b) / 2 for a, b in zip(start, end, strict=True)]
        reach = [abs(a - b) / 2 + max(radii) for a, b in zip(start, end, strict=True)]
        box = self._box(middle, reach, blend)
        part = self.distance[box]
        if part.size:
            _smooth_minimum(part, self._rod(box, start, end, radii), blend)

    def _box(self, centre: Point, radii: Point | float, blend: float) -> tuple[slice, ...]:
        sizes = [radii] * 3 if isinstance(radii, float | int) else list(radii)
        box = []
        for axis, middle, radius in zip(self.axes, centre[::-1], sizes[::-1], strict=True):
            reach = radius + blend + _REACH
            box.append(
                slice(
                    int(np.searchsorted(axis, middle - reach)),
                    int(np.searchsorted(axis, middle + reach)),
                )
            )
        return tuple(box)

    def _offsets(self, box: tuple[slice, ...], centre: Point) -> tuple[Floats, Floats, Floats]:
        z, y, x = (
            axis[part] - np.float32(middle)
            for axis, part, middle in zip(self.axes, box, centre[::-1], strict=True)
        )
        return x[None, None, :], y[None, :, None], z[:, None, None]

    def _ellipsoid(
        self, box: tuple[slice, ...], centre: Point, radii: Point, turn: float
    ) -> Floats:
        x, y, z = self._offsets(box, centre)
        if turn:
            cosine, sine = np.cos(np.radians(turn)), np.sin(np.radians(turn))
            y, z = (
                (cosine * y + sine * z).astype(np.float32),
                (cosine * z - sine * y).astype(np.float32),
            )
        a, b, c = (np.float32(radius) for radius in radii)
        unit = np.sqrt((x / a) ** 2 + (y / b) ** 2 + (z / c) ** 2)
        slope = np.sqrt((x / a**2) ** 2 + (y / b**2) ** 2 + (z / c**2) ** 2)
        result: Floats = unit * (unit - 1) / np.maximum(slope, np.float32(1e-4))
        return result

    def _rod(
        self, box: tuple[slice, ...], start: Point, end: Point, radii: tuple[float, float]
    ) -> Floats:
        x, y, z = self._offsets(box, start)
        dx, dy, dz = (np.float32(b - a) for a, b in zip(start, end, strict=True))
        along = np.clip((x * dx + y * dy + z * dz) / (dx * dx + dy * dy + dz * dz), 0, 1)
        away = np.sqrt((x - along * dx) ** 2 + (y - along * dy) ** 2 + (z - along * dz) ** 2)
        result: Floats = away - (np.float32(radii[0]) + along * np.float32(radii[1] - radii[0]))
        return result


def _smooth_minimum(into: Floats, other: Floats, blend: float) -> None:
    """Polynomial smooth minimum after I. Quilez, in place."""
    near = np.maximum(np.float32(blend) - np.abs(into - other), 0)
    near *= near
    near *= np.float32(0.25 / blend)
    np.minimum(into, other, out=into)
    into -= near
