"""Values that only a picture of 256 greys, or a rounded product, leaves in a deep image."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import uniform_filter1d

from viewer.authenticity.pixel_check import Measured, PixelCheck
from viewer.authenticity.subject import Plane

_GREYS = 256
_LEAST_PIXELS = 4096
_LEAST_PER_LEVEL = 8
_LEAST_STEP = 1.3
_MOST_NEIGHBOURS = 0.6
_EXPECTED = 12.0
_LEAST_GAPS = 8
_GAP_SHARE = 0.03
_WIDEST_HISTOGRAM = 1 << 16


class BitHistory(PixelCheck):
    """Counts the values in use and the holes between them."""

    id = "bit-history"
    version = "1"
    title = "The values were rounded before they were stored"
    finds = "8-bit pictures and JPEGs stored again as deep images, contrast stretched by a factor"
    misses = "edits in full depth, 8-bit pictures that were resampled or given noise afterwards"

    def on_plane(self, plane: Plane, bits: int) -> Iterator[Measured]:
        """Too few values for the depth, or regular holes in the histogram."""
        if bits <= 8 or plane.size < _LEAST_PIXELS:
            return
        values, counts = np.unique(plane, return_counts=True)
        if told := few_values(values, plane.size):
            yield Measured("bit-history.few-values", told)
        elif (share := hole_share(values, counts)) > _GAP_SHARE:
            text = f"{share:.0%} of the values between common values never occur"
            yield Measured("bit-history.holes", text)


def few_values(values: Plane, pixels: int) -> str:
    """What is odd about the sorted values in use; empty when nothing is."""
    if not 8 <= len(values) <= _GREYS or pixels < _LEAST_PER_LEVEL * len(values):
        return ""
    if values[0] == 0 and values[-1] == _GREYS - 1:
        return "The values fill the range of an 8-bit picture, 0 to 255, and nothing else"
    inner = values[len(values) // 20 : len(values) - len(values) // 20]
    step = float(inner[-1] - inner[0]) / max(len(inner) - 1, 1)
    neighbours = float(np.mean(np.diff(inner) == 1))
    if step < _LEAST_STEP or neighbours > _MOST_NEIGHBOURS:
        return ""
    return f"Only {len(values)} different values are in use, about {step:.1f} apart"


def hole_share(values: Plane, counts: Plane) -> float:
    """The share of values that never occur where their neighbours occur often, 0 to 1."""
    low, high = int(values[0]), int(values[-1])
    if high - low >= _WIDEST_HISTOGRAM or high - low < 32:
        return 0.0
    histogram = np.zeros(high - low + 1)
    histogram[values - low] = counts
    expected = uniform_filter1d(histogram, 17, mode="constant")
    common = expected >= _EXPECTED
    common[0] = common[-1] = False
    holes = common & (histogram == 0)
    return float(holes.sum() / common.sum()) if holes.sum() >= _LEAST_GAPS else 0.0


CHECK = BitHistory()
