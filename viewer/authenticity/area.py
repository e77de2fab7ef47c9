"""Check this area: the noise of a marked place against matched places of the same image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import convolve

from viewer.errors import UsageError
from viewer.model import Box

_CONTROLS = 80
_TRIES = 4000
# Immerkaer's mask: blind to constant and linear signal, so what is left is noise.
_MASK = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float64)


@dataclass(frozen=True, slots=True)
class AreaReport:
    """``noise`` of the area and of its ``controls``, in stored values (standard deviation).

    ``rank`` is the share of controls with less noise, 0 to 1; near 0 or 1 is unusual.
    """

    noise: float
    controls: tuple[float, ...]
    rank: float

    @property
    def text(self) -> str:
        """What was measured, in words."""
        place = "less" if self.rank < 0.5 else "more"
        share = round(100 * max(self.rank, 1 - self.rank))
        return (
            f"The area has {place} noise than {share} % of {len(self.controls)} places of similar "
            "brightness in this image. Smooth organs and edges differ in genuine images as well."
        )


def check_area(plane: NDArray[np.generic], area: Box, seed: int = 0) -> AreaReport:
    """Compare the noise in ``area`` with up to 80 places of the same size and brightness.

    ``plane`` is (rows, cols) of stored values. Raises UsageError when the area is outside, smaller
    than 8x8, or the image has too few similar places. Noise after Immerkaer (CVIU 1996).
    """
    rows, columns = plane.shape
    if area.clipped(columns, rows) != area or min(area.width, area.height) < 8:
        raise UsageError("The area must lie inside the image and be at least 8 by 8 pixels.")
    values = plane.astype(np.float64)
    noise = np.abs(convolve(values, _MASK))
    target = values[area.y : area.bottom, area.x : area.right]
    spread = max(float(target.std()), 1.0)
    found: list[float] = []
    random = np.random.default_rng(seed)
    for _ in range(_TRIES):
        x = int(random.integers(0, columns - area.width + 1))
        y = int(random.integers(0, rows - area.height + 1))
        place = Box(x, y, area.width, area.height)
        window = values[y : place.bottom, x : place.right]
        if place.overlap(area) or abs(window.mean() - target.mean()) > 2 * spread:
            continue
        found.append(_sigma(noise[y : place.bottom, x : place.right]))
        if len(found) == _CONTROLS:
            break
    if len(found) < 20:
        raise UsageError(
            "This image has too few places that resemble the area.", "Mark a smaller area."
        )
    own = _sigma(noise[area.y : area.bottom, area.x : area.right])
    return AreaReport(own, tuple(found), float(np.mean([each < own for each in found])))


def _sigma(response: NDArray[np.float64]) -> float:
    return float(np.sqrt(np.pi / 2) / 6 * response.mean())
