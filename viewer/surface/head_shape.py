"""The shape of one synthetic head: deviations from an average head, and the mm that follow."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class HeadShape:
    """Twenty deviations in standard deviations; all zero is the average head.

    The frame is LPS mm with the origin between the ears at the height of the eyes.
    """

    width: float = 0.0
    length: float = 0.0
    height: float = 0.0
    face_width: float = 0.0
    face_length: float = 0.0
    profile: float = 0.0
    jaw_width: float = 0.0
    chin: float = 0.0
    cheek: float = 0.0
    brow: float = 0.0
    eye_distance: float = 0.0
    eye_depth: float = 0.0
    eye_size: float = 0.0
    nose_length: float = 0.0
    nose_height: float = 0.0
    nose_width: float = 0.0
    bridge: float = 0.0
    lips: float = 0.0
    mouth_width: float = 0.0
    ear: float = 0.0

    @classmethod
    def of(cls, seed: int) -> HeadShape:
        """A person who does not exist; the same seed gives the same person."""
        draw = np.random.default_rng([seed, 0x5CA1]).standard_normal(len(fields(cls)))
        return cls(*(float(value) for value in np.clip(draw, -2.0, 2.0)))

    def landmarks(self) -> dict[str, Point]:
        """Places a template is judged by, on or near the skin (eyes: centre of the ball)."""
        eye = self.eye
        tip = self.nose_tip
        return {
            "eye_left": eye,
            "eye_right": (-eye[0], eye[1], eye[2]),
            "nasion": self.nasion,
            "nose_tip": (0.0, tip[1] - self.nose_tip_radius, tip[2]),
            "mouth": (0.0, self.mouth[1] - 6.0, self.mouth[2]),
            "chin": (0.0, self.chin_point[1] - 13.0, self.chin_point[2]),
            "ear_left": self.ear_centre,
            "ear_right": (-self.ear_centre[0], *self.ear_centre[1:]),
        }

    @property
    def cranium(self) -> tuple[Point, Point]:
        """Centre and radii of the brain case's skin."""
        radii = (75 + 3.0 * self.width, 96 + 3.5 * self.length, 87 + 3.0 * self.height)
        return (0.0, 6.0, 30.0), radii

    @property
    def front(self) -> float:
        """The y of the plane the features stand on."""
        return -87.0 - 2.0 * self.length - 1.5 * self.profile

    @property
    def stretch(self) -> float:
        """Factor on heights below the eyes."""
        return 1.0 + 0.04 * self.face_length

    @property
    def eye(self) -> Point:
        """Centre of the left eyeball."""
        return 31.5 + 1.4 * self.eye_distance, self.front + 14.5 + 1.2 * self.eye_depth, -1.0

    @property
    def nasion(self) -> Point:
        """The root of the nose on the skin."""
        return 0.0, self.front - 1.5 - 1.2 * self.bridge, 3.0

    @property
    def nose_tip(self) -> Point:
        """Centre of the ball of the nose tip."""
        height = 15.0 + 1.8 * self.nose_height
        return 0.0, self.front - height, -(41.0 + 2.4 * self.nose_length) * self.stretch

    @property
    def nose_tip_radius(self) -> float:
        """Radius of the ball of the nose tip."""
        return 8.0 + 0.5 * self.nose_width

    @property
    def mouth(self) -> Point:
        """The middle of the line between the lips."""
        return 0.0, self.front + 0.5, -69.0 * self.stretch

    @property
    def chin_point(self) -> Point:
        """Centre of the chin's ball."""
        return 0.0, self.front + 12.0 - 2.0 * self.chin, -101.0 * self.stretch

    @property
    def ear_centre(self) -> Point:
        """Centre of the left auricle."""
        return 0.88 * self.cranium[1][0] + 5.0, 12.0, -14.0
