"""A four-cornered text box as the detector returns it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from viewer.model import Box


@dataclass(frozen=True, slots=True)
class Quad:
    """Corners clockwise from the top left as (x, y) pixels, and the detector's score (0 to 1)."""

    corners: tuple[tuple[float, float], ...]
    score: float

    @classmethod
    def of(cls, points: NDArray[Any], score: float) -> Quad:
        """From an array of shape (4, 2)."""
        return cls(tuple((float(x), float(y)) for x, y in points), score)

    @property
    def box(self) -> Box:
        """The smallest upright box around the corners."""
        xs, ys = zip(*self.corners, strict=True)
        x, y = math.floor(min(xs)), math.floor(min(ys))
        return Box(x, y, max(1, math.ceil(max(xs)) - x), max(1, math.ceil(max(ys)) - y))

    @property
    def text_height(self) -> float:
        """The shorter side in pixels."""
        return min(self._sides())

    def is_inside(self, columns: int, rows: int) -> bool:
        """Whether a part of it lies inside a matrix."""
        return self.box.clipped(columns, rows) is not None

    def moved(self, x: float, y: float) -> Quad:
        """The same quad further to the right and below."""
        return Quad(tuple((left + x, top + y) for left, top in self.corners), self.score)

    def scaled(self, factor: float) -> Quad:
        """The same quad in a picture enlarged by a factor."""
        return Quad(tuple((x * factor, y * factor) for x, y in self.corners), self.score)

    def crop(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The text cut out of a grey image and laid along a row."""
        width, height = (max(4, round(side)) for side in self._sides())
        target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        matrix = cv2.getPerspectiveTransform(np.array(self.corners, np.float32), target)
        cut = cv2.warpPerspective(
            image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
        )
        turned = np.rot90(cut) if height >= 1.5 * width else cut
        return np.ascontiguousarray(turned, np.uint8)

    def _sides(self) -> tuple[float, float]:
        corners = self.corners
        width = max(math.dist(corners[0], corners[1]), math.dist(corners[2], corners[3]))
        height = max(math.dist(corners[0], corners[3]), math.dist(corners[1], corners[2]))
        return width, height
