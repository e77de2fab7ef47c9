"""The colours of a drawn head, from resources/themes/heat.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from viewer import paths

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Stops of the scale, and the colours of what has no heat.

    ``zone`` marks what will be replaced, ``locked`` what must not be.
    """

    plain: str
    defaced: str
    zone: str
    locked: str
    stops: tuple[tuple[float, str], ...]

    def rgb(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Colours N x 3, 0 to 255, of exposures N."""
        places = [place for place, _ in self.stops]
        colours = np.array([rgb_of(colour) for _, colour in self.stops], float)
        return np.stack([np.interp(values, places, each) for each in colours.T], axis=1)


def rgb_of(text: str) -> Colour:
    """Red, green and blue, 0 to 255, of ``#rrggbb``."""
    red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def packed(rgb: NDArray[np.uint8]) -> bytes:
    """RGB (rows, columns, 3) as blue, green, red, 255: what a screen takes without a conversion."""
    result = np.full((*rgb.shape[:2], 4), 255, np.uint8)
    result[..., :3] = rgb[..., ::-1]
    return result.tobytes()


@lru_cache(maxsize=1)
def heat_map() -> HeatMap:
    """The heat map that is shipped."""
    read = tomllib.loads(paths.resource("themes/heat.toml").read_text("utf-8"))
    stops = tuple((float(place), str(colour)) for place, colour in read.pop("stops"))
    read.pop("title")
    return HeatMap(**read, stops=stops)
