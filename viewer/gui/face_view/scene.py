"""What the face view shows and what is in the reviewer's hand: state without events."""

from __future__ import annotations

from dataclasses import dataclass, field

from viewer.gui.language import tr
from viewer.model import FaceEdit
from viewer.model.study import Vector
from viewer.surface.sculpting import HOME, Orbit

TURN, HANDLES, ADD, GIVE_BACK = "turn", "handles", "add", "give back"
BRUSHES = (ADD, GIVE_BACK)
RADII_MM = (2, 3, 4, 6, 8, 10, 12, 16, 20, 25)
LANDMARK_WORDS = {
    "eye_left": tr("left eye"),
    "eye_right": tr("right eye"),
    "nasion": tr("root of the nose"),
    "nose_tip": tr("tip of the nose"),
    "mouth": "mouth",
    "chin": "chin",
    "ear_left": tr("left ear"),
    "ear_right": tr("right ear"),
}
_STRAIGHT = 0.15


@dataclass
class Scene:
    """``at`` is the point all planes go through, ``landmarks`` where the handles are, LPS mm.

    ``held`` is the handle under the mouse or chosen by key; ``drafts`` are handles that are being
    dragged, not yet part of the edit.
    """

    orbit: Orbit = HOME
    shows: str = "original"
    heat: bool = True
    zone: bool = False
    marks: bool = True
    tool: str = TURN
    radius_mm: float = 8.0
    at: Vector = (0.0, 0.0, 0.0)
    landmarks: dict[str, Vector] = field(default_factory=dict)
    drafts: dict[str, Vector] = field(default_factory=dict)
    held: str = ""
    edit: FaceEdit = field(default_factory=FaceEdit)
    can_edit: bool = False

    @property
    def is_painting(self) -> bool:
        """Whether the brush is in the hand."""
        return self.tool in BRUSHES

    @property
    def shows_zone(self) -> bool:
        """Whether what will be replaced is tinted on the original."""
        return self.can_edit and (self.zone or self.tool != TURN)

    @property
    def shows_marks(self) -> bool:
        """Whether landmarks are drawn."""
        wanted = self.marks and self.shows != "defaced"
        return bool(self.landmarks) and (wanted or self.tool == HANDLES)

    def place_of(self, name: str) -> Vector:
        """Where a handle is, while it is dragged too."""
        return self.drafts.get(name) or self.landmarks[name]

    def faces_camera(self, name: str) -> bool:
        """Whether a landmark is on the side of the head that is seen."""
        ears = [self.landmarks[each] for each in ("ear_left", "ear_right")]
        middle = [(a + b) / 2 for a, b in zip(*ears, strict=True)]
        away = [a - b for a, b in zip(self.place_of(name), middle, strict=True)]
        length = sum(each * each for each in away) ** 0.5 or 1.0
        toward = sum(a * b for a, b in zip(away, self.orbit.direction, strict=True))
        return bool(toward > -_STRAIGHT * length)

    def next_handle(self, by: int) -> str:
        """The handle after the held one, round the end."""
        names = list(self.landmarks)
        if not names:
            return ""
        here = names.index(self.held) if self.held in names else (-1 if by > 0 else 0)
        return names[(here + by) % len(names)]


def moved(place: Vector, step: tuple[int, int, int]) -> Vector:
    """A place some millimetres away."""
    x, y, z = (a + b for a, b in zip(place, step, strict=True))
    return x, y, z
