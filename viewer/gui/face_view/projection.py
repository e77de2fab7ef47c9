"""From millimetres to a picture of the head and back."""

from __future__ import annotations

import numpy as np

from viewer.model.study import Vector
from viewer.surface.sculpting import Picture

Spot = tuple[float, float]


class Projection:
    """Of one picture; spots are 0 to 1 from the top left."""

    def __init__(self, picture: Picture) -> None:
        self._matrix = np.array(picture.projection).reshape(4, 4)
        self._inverse = np.linalg.inv(self._matrix)

    def spot(self, place: Vector) -> Spot:
        """Where LPS mm are seen."""
        x, y, _, w = self._matrix @ np.array([*place, 1.0])
        return float(x / w + 1) / 2, float(1 - y / w) / 2

    def beside(self, place: Vector, spot: Spot) -> Vector:
        """The place at the spot that is as far from the camera as another place."""
        clip = self._matrix @ np.array([*place, 1.0])
        wanted = np.array([2 * spot[0] - 1, 1 - 2 * spot[1], clip[2] / clip[3], 1.0])
        x, y, z, w = self._inverse @ wanted
        return float(x / w), float(y / w), float(z / w)

    def size_of(self, length_mm: float, place: Vector) -> float:
        """How wide a length at a place is seen, 0 to 1 of the picture's height."""
        up = self._inverse @ np.array([0.0, 1.0, 0.0, 0.0])
        step = up[:3] / (np.linalg.norm(up[:3]) or 1.0) * length_mm
        there = (place[0] + step[0], place[1] + step[1], place[2] + step[2])
        (_, a), (_, b) = self.spot(place), self.spot(there)
        return abs(a - b)
