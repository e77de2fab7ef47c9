"""The colours of the heat map, from resources/themes/heat.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from viewer import paths


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Stops of the scale with its end labels, and the colours of meshes without heat."""

    low: str
    high: str
    plain: str
    defaced: str
    stops: tuple[tuple[float, str], ...]

    def colour(self, value: float) -> QColor:
        """The colour of an exposure, 0 to 1."""
        red, green, blue = (round(c) for c in self.rgb(np.array([value]))[0])
        return QColor(red, green, blue)

    def rgb(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Colours N x 3, 0 to 255, of exposures N."""
        places = [place for place, _ in self.stops]
        colours = [QColor(colour) for _, colour in self.stops]
        channels = (
            [c.red() for c in colours],
            [c.green() for c in colours],
            [c.blue() for c in colours],
        )
        return np.stack([np.interp(values, places, channel) for channel in channels], axis=1)


@lru_cache(maxsize=1)
def heat_map() -> HeatMap:
    """The heat map that is shipped."""
    read = tomllib.loads(paths.resource("themes/heat.toml").read_text("utf-8"))
    stops = tuple((float(place), str(colour)) for place, colour in read["stops"])
    return HeatMap(read["low"], read["high"], read["plain"], read["defaced"], stops)
