"""Where the camera stands: a turntable about the head."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, radians, sin

from viewer.model.study import Vector

_STEEPEST = 89.5
_DEGREES_PER_PIXEL = 0.5


@dataclass(frozen=True, slots=True)
class Orbit:
    """Degrees: ``azimuth`` 0 faces the nose, 90 the patient's left ear; ``elevation`` 90 the crown.

    ``zoom`` 1 shows the whole head.
    """

    azimuth: float = 0.0
    elevation: float = 0.0
    zoom: float = 1.0

    def dragged(self, dx: float, dy: float) -> Orbit:
        """Turned by a drag in screen pixels: the head follows the mouse."""
        azimuth = (self.azimuth - dx * _DEGREES_PER_PIXEL + 180) % 360 - 180
        elevation = self.elevation + dy * _DEGREES_PER_PIXEL
        return replace(self, azimuth=azimuth, elevation=min(max(elevation, -_STEEPEST), _STEEPEST))

    def zoomed(self, factor: float) -> Orbit:
        """Closer (above 1) or farther."""
        return replace(self, zoom=min(max(self.zoom * factor, 0.3), 8.0))

    @property
    def direction(self) -> Vector:
        """Unit vector from the head to the camera, LPS."""
        a, e = radians(self.azimuth), radians(self.elevation)
        return (sin(a) * cos(e), -cos(a) * cos(e), sin(e))

    @property
    def up(self) -> Vector:
        """What is up on the screen, LPS."""
        a, e = radians(self.azimuth), radians(self.elevation)
        return (-sin(a) * sin(e), cos(a) * sin(e), cos(e))


CANONICAL = {
    "front": Orbit(0, 0),
    "left": Orbit(90, 0),
    "right": Orbit(-90, 0),
    "top": Orbit(0, _STEEPEST),
}
HOME = Orbit(25, 8)
