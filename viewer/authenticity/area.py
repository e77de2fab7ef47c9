"""Check this area: noise and texture of a marked place against matched places of the same image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viewer.authenticity.noise import Values, fine_details, steepness
from viewer.authenticity.rates import rate_of
from viewer.authenticity.texts import sentence
from viewer.errors import UsageError
from viewer.model import Box

_CONTROLS = 80
_FEWEST = 20
_CANDIDATES = 2500
_LEAST_SIDE = 8
_PARTS = (35, 70)
_ROUNDING = 0.25
_SHRINK = 0.002
_UNUSUAL = 0.97
_MOST_LEVERAGE = 0.9
Vectors = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Views:
    details: list[Values]
    steepness: Values
    plane: NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class AreaReport:
    """``noise`` of the area and of its ``controls``, in stored values, and how they compare.

    ``rank`` is the share of controls that resemble the other controls better than the area does,
    0 to 1. ``places`` are the controls' boxes, ``distance`` and ``distances`` what the rank is of.
    """

    area: Box
    noise: float
    controls: tuple[float, ...]
    places: tuple[Box, ...]
    distance: float
    distances: tuple[float, ...]
    rank: float

    @property
    def is_unusual(self) -> bool:
        """Whether at most 2 of 80 controls are as unlike the others as the area.

        Nominally 4 %; on the images it was set on, CT and MR weighed alike, 5 % of untouched areas.
        """
        return self.rank > _UNUSUAL

    @property
    def text(self) -> str:
        """What was measured, in words."""
        count = round(self.rank * len(self.controls))
        more = "less" if self.noise < float(np.median(self.controls)) else "more"
        name = "area-unusual" if self.is_unusual else "area-usual"
        rate = rate_of("area").text
        return sentence(name, count=count, total=len(self.controls), more=more, rate=rate)


def check_area(plane: NDArray[np.integer], area: Box, seed: int = 0) -> AreaReport:
    """Compare noise and texture in ``area`` with up to 80 places of its size and brightness.

    ``plane`` is (rows, cols) of stored values; the ellipse inside the box is what is measured.
    Raises UsageError when the area is outside, smaller than 8x8, or too few places are like it.
    """
    rows, columns = plane.shape
    if area.clipped(columns, rows) != area or min(area.width, area.height) < _LEAST_SIDE:
        raise UsageError("The area must lie inside the image and be at least 8 by 8 pixels.")
    places = _matched_places(plane, area, np.random.default_rng(seed))
    if len(places) < _FEWEST:
        raise UsageError(
            "This image has too few places that resemble the area.", "Mark a smaller area."
        )
    views = _Views(fine_details(plane), steepness(plane), plane)
    inside, every = _ellipse(area), [area, *places]
    texture = np.array([_texture(views, place, inside) for place in every])
    setting = np.array([_setting(views, place, inside) for place in every])
    distance, *distances = (float(each) for each in _distances(texture, setting))
    noise, *controls = (float(each) for each in np.exp(texture[:, 0]))
    rank = float(np.mean(np.array(distances) < distance))
    return AreaReport(area, noise, tuple(controls), tuple(places), distance, tuple(distances), rank)


def _matched_places(
    plane: NDArray[np.integer], area: Box, random: np.random.Generator
) -> list[Box]:
    """Places like the area in brightness and contrast, none of them on it, few on each other."""
    mean, spread = _moments(plane, area)
    low, high = np.percentile(plane, (1, 99))
    unlike = 4 * np.abs(mean - mean[area.y, area.x]) / max(float(high - low), 1.0)
    unlike += np.abs(np.log((spread + 1) / (spread[area.y, area.x] + 1)))
    top, left = max(0, area.y - area.height + 1), max(0, area.x - area.width + 1)
    unlike[top : area.bottom, left : area.right] = np.inf
    free = np.flatnonzero(np.isfinite(unlike))
    tried = random.choice(free, min(len(free), _CANDIDATES), replace=False)
    tried = tried[np.argsort(unlike.ravel()[tried], kind="stable")]
    taken = np.empty((0, 2), np.int64)
    for row, column in zip(*np.unravel_index(tried, unlike.shape), strict=True):
        gaps = np.abs(taken - (row, column)) < (area.height // 2, area.width // 2)
        if not gaps.all(axis=1).any():
            taken = np.vstack([taken, (row, column)])
        if len(taken) == _CONTROLS:
            break
    return [Box(int(column), int(row), area.width, area.height) for row, column in taken]


def _moments(plane: NDArray[np.integer], area: Box) -> tuple[Vectors, Vectors]:
    """Mean and standard deviation of every place of the area's size, by its top left corner."""
    values = plane.astype(np.float64) - float(np.median(plane))

    def summed(of: Vectors) -> Vectors:
        total = np.pad(of, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
        down, across = area.height, area.width
        inner = total[down:, across:] - total[:-down, across:] - total[down:, :-across]
        return np.asarray((inner + total[:-down, :-across]) / (down * across))

    mean = summed(values)
    return mean, np.sqrt(np.maximum(summed(values**2) - mean**2, 0))


def _ellipse(area: Box) -> NDArray[np.bool_]:
    down = (np.arange(area.height) - (area.height - 1) / 2) / (area.height / 2)
    across = (np.arange(area.width) - (area.width - 1) / 2) / (area.width / 2)
    return np.asarray(np.add.outer(down**2, across**2) <= 0.85)


def _texture(views: _Views, place: Box, inside: NDArray[np.bool_]) -> Vectors:
    """Logarithms of two percentiles of every detail map: level and shape of the noise."""
    parts = [_cut(each, place)[inside] for each in views.details]
    return np.asarray(np.log(np.percentile(parts, _PARTS, axis=1).T.ravel() + _ROUNDING))


def _setting(views: _Views, place: Box, inside: NDArray[np.bool_]) -> Vectors:
    """What texture depends on and an edit hardly changes: edges, the steepest one, brightness."""
    steep = np.log(_cut(views.steepness, place)[inside] + _ROUNDING)
    bright = _cut(views.plane, place)[inside].mean()
    return np.array([steep.mean(), np.percentile(steep, 95), bright])


def _cut(values: NDArray[Any], place: Box) -> NDArray[Any]:
    return values[place.y : place.bottom, place.x : place.right]


def _distances(texture: Vectors, setting: Vectors) -> Vectors:
    """Mahalanobis distance of every place from all, in texture that the setting does not explain.

    The area is treated as one of the places, so that of untouched places each is as likely to be
    far off as any other. ``texture`` and ``setting`` are (places, measures).
    """
    spread = setting.std(axis=0)
    scaled = (setting - setting.mean(axis=0)) / np.where(spread > 0, spread, 1)
    known = np.column_stack([np.ones(len(setting)), scaled])
    explained = known @ np.linalg.pinv(known)
    leverage = np.minimum(np.diag(explained), _MOST_LEVERAGE)
    left = (texture - explained @ texture) / np.sqrt(1 - leverage)[:, None]
    left -= left.mean(axis=0)
    scatter = left.T @ left / (len(left) - 1)
    size = len(scatter)
    scatter += (_SHRINK * np.trace(scatter) / size + 1e-9) * np.eye(size)
    return np.asarray(np.einsum("ni,ij,nj->n", left, np.linalg.inv(scatter), left))
