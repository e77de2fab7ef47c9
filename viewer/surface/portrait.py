"""Pictures of heads that are nobody's, coloured by region: the only ones a report may show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from viewer.surface.distance import Floats
from viewer.surface.head_shape import HeadShape
from viewer.surface.head_skin import skin_field
from viewer.surface.mannequin import AXES, mannequin
from viewer.surface.sculpting.heat import heat_map, rgb_of
from viewer.surface.template import REGIONS, REST, region_of

_FINER = 2  # pixels per 2 mm step of the grid
_LIGHT = np.array([-0.35, -0.8, 0.5]) / np.linalg.norm([-0.35, -0.8, 0.5])
_ROUND_MM = 3.0


def portrait(shares: Mapping[str, float], *, defaced: bool) -> bytes:
    """A JPEG on white from the front: the average head, or the shell that replaces every face.

    ``shares`` 0 to 1 colour the regions of the face as in the heat map; nothing else goes in.
    """
    depth, inside, region = _front(defaced)
    table = np.array([shares.get(name, 0.0) for name in REGIONS])
    share = cv2.GaussianBlur(table[region].astype(np.float32), (0, 0), _ROUND_MM * _FINER / 2)
    plain = np.array(rgb_of(heat_map().plain), float)
    known = cv2.GaussianBlur(
        (region != REGIONS.index(REST)).astype(np.float32), (0, 0), _ROUND_MM * _FINER / 2
    )
    heat = heat_map().rgb(share.ravel()).reshape(*share.shape, 3)
    colour = plain + known[..., None] * (heat - plain)
    lit = colour * _shade(depth)[..., None]
    picture = 255 + inside[..., None] * (lit - 255)
    _, coded = cv2.imencode(".jpg", picture[..., ::-1].clip(0, 255).round().astype(np.uint8))
    return coded.tobytes()


@lru_cache(maxsize=2)
def _front(defaced: bool) -> tuple[Floats, Floats, NDArray[np.uint8]]:
    """Depth in mm, how much of a pixel is head, and the region (rows from the top, columns)."""
    z, y, x = AXES
    distance = mannequin().distance if defaced else skin_field(HeadShape(), z, y, x).distance
    depth, nearest = (_finer(each[::-1]) for each in _seen(distance, y))
    inside = np.clip(0.5 - nearest / (2.0 / _FINER), 0, 1)
    rows, columns = depth.shape
    heights = np.linspace(z[-1], z[0], rows)[:, None].repeat(columns, 1)
    sides = np.linspace(x[0], x[-1], columns)[None].repeat(rows, 0)
    points = np.stack([sides, depth, heights], axis=-1).reshape(-1, 3).astype(np.float32)
    return depth, inside, region_of(points).reshape(rows, columns)


def _seen(distance: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Foremost y of the surface, and the least distance along y (z, x)."""
    first = np.maximum((distance < 0).argmax(axis=1), 1)
    behind = np.take_along_axis(distance, first[:, None], 1)[:, 0]
    before = np.take_along_axis(distance, first[:, None] - 1, 1)[:, 0]
    nearest: Floats = distance.min(axis=1)
    crossed = np.clip(before / np.maximum(before - behind, 1e-3), 0, 1)
    depth = y[first - 1] + crossed * (y[1] - y[0])
    closest = y[distance.argmin(axis=1)]
    return np.where(nearest < 0, depth, closest).astype(np.float32), nearest


def _finer(values: Floats) -> Floats:
    size = values.shape[1] * _FINER, values.shape[0] * _FINER
    return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_CUBIC), np.float32)


def _shade(depth: Floats) -> Floats:
    """Light from above and one side, never darker than a third."""
    step = 2.0 / _FINER
    down, right = np.gradient(cv2.GaussianBlur(depth, (0, 0), 1.5), step)
    normal = np.stack([right, -np.ones_like(depth), -down], axis=-1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    return np.asarray(0.35 + 0.75 * np.clip(normal @ _LIGHT, 0, 1), np.float32).clip(0, 1.05)
