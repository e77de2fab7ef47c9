"""The rhythm that enlarging an image leaves in its second differences (Gallagher, CRV 2005)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import median_filter

from viewer.authenticity.jumps import doubling_strength
from viewer.authenticity.pixel_check import Measured, PixelCheck
from viewer.authenticity.subject import Plane

_LEAST_SIDE = 128
_LEAST_PEAK = 12.0
_LOWEST = 0.04
_LEAST_DOUBLED = 4.0


class Resampling(PixelCheck):
    """Looks for one frequency that stands out in the mean second difference."""

    id = "resampling"
    version = "2"
    title = "The image was resampled"
    finds = "images enlarged or shrunk as a whole by a factor that is no whole number, or doubled"
    misses = "turned images, parts of images, resampling followed by noise or compression"

    def on_plane(self, plane: Plane, bits: int) -> Iterator[Measured]:
        """At most one sign, for the whole image."""
        if min(plane.shape) < _LEAST_SIDE:
            return
        if (doubled := min(doubling_strength(plane), doubling_strength(plane.T))) >= _LEAST_DOUBLED:
            text = (
                f"Every second column and row stands out by {doubled:.1f} standard errors or more, "
                "as after enlarging to twice the size"
            )
            yield Measured(self.id, text)
            return
        across, down = rhythm(plane), rhythm(plane.T)
        if min(across[0], down[0]) >= _LEAST_PEAK and abs(across[1] - down[1]) < 0.02:
            text = (
                "Neighbouring values depend on each other with a period of "
                f"{1 / max(across[1], 1e-3):.2f} pixels, as after resampling"
            )
            yield Measured(self.id, text)


def rhythm(plane: Plane) -> tuple[float, float]:
    """Height of the strongest peak over the local median, and its frequency per pixel."""
    values = plane.astype(np.float64)
    bent = np.abs(2 * values[:, 1:-1] - values[:, :-2] - values[:, 2:])
    bent = np.minimum(bent, 8 * max(float(np.median(bent)), 0.5))
    line = np.log(bent.mean(axis=0) + 0.1)
    line -= median_filter(line, 15)
    power = np.abs(np.fft.rfft(line * np.hanning(len(line)))) ** 2
    level = median_filter(power, 31) + 1e-9
    frequencies = np.fft.rfftfreq(len(line))
    is_jpeg = np.abs(frequencies * 8 - np.rint(frequencies * 8)) < 0.04
    ratio = np.where((frequencies > _LOWEST) & ~is_jpeg, power / level, 0)
    best = int(np.argmax(ratio))
    return float(ratio[best]), float(frequencies[best])


CHECK = Resampling()
