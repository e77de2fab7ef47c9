"""What goes to a head's process and what comes back; all of it can be pickled."""

from __future__ import annotations

from dataclasses import dataclass, replace

from viewer.model import FaceEdit, FaceRisk
from viewer.model.study import Vector
from viewer.surface.sculpting.orbit import HOME, Orbit

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """What is drawn and from where.

    ``shows`` is "original", "defaced" or "difference"; ``pace`` "rest" draws the full surface,
    "work" the reduced one, "move" the reduced one with as many pixels as go quickly.
    """

    width: int
    height: int
    orbit: Orbit = HOME
    shows: str = "original"
    heat: bool = True
    zone: bool = False
    pace: str = "rest"
    background: str = "#000000"


@dataclass(frozen=True, slots=True)
class PlaneWish:
    """The three planes through a point, LPS mm, or through what the brush touched last.

    ``zone`` marks what will be replaced.
    """

    at: Vector
    zone: bool = True


@dataclass(frozen=True, slots=True)
class Dab:
    """One touch of the brush: at a ``spot`` of the picture (0 to 1 from the top left) or ``at`` mm.

    ``starts`` begins a stroke; otherwise it goes on from the touch before.
    """

    radius_mm: float
    adds: bool
    spot: Spot | None = None
    at: Vector | None = None
    starts: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """Everything wanted at once; what is None is not wanted. Edits come before dabs."""

    look: Look | None = None
    planes: PlaneWish | None = None
    edit: FaceEdit | None = None
    dabs: tuple[Dab, ...] = ()
    pick: Spot | None = None
    check: bool = False

    def then(self, later: Request) -> Request:
        """Both requests as one; of pictures only the later ones."""
        return replace(
            later,
            look=later.look or self.look,
            planes=later.planes or self.planes,
            edit=later.edit or self.edit,
            dabs=(() if later.edit else self.dabs) + later.dabs,
            pick=later.pick or self.pick,
            check=later.check or self.check,
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows from the top, 4 bytes (blue, green, red, 255) a pixel.

    ``projection`` 4 x 4 row by row takes LPS mm to clip coordinates.
    """

    width: int
    height: int
    pixels: bytes
    projection: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PlanePicture:
    """Rows of "axial", "coronal" or "sagittal", 4 bytes (blue, green, red, 255) a pixel.

    ``corner`` is the middle of the first pixel, ``right`` and ``down`` the steps to the next one.
    """

    name: str
    width: int
    height: int
    pixels: bytes
    corner: Vector
    right: Vector
    down: Vector


@dataclass(frozen=True, slots=True)
class HeadState:
    """How the head stands after an edit: landmarks in LPS mm, and how much of it is replaced."""

    edit: FaceEdit
    landmarks: dict[str, Vector]
    confident: bool
    regions: dict[str, float]
    replaced_ml: float


@dataclass(frozen=True, slots=True)
class Check:
    """Shares of the canonical views of the new surface in which the detectors see a face."""

    edit: FaceEdit
    hog: float
    haar: float


@dataclass(frozen=True, slots=True)
class Opened:
    """A volume that was read: its risk, the body's box in LPS mm, and the state of its head.

    ``state`` is None where no head was fitted, ``has_surface`` False where there is no body at
    all; ``draws`` tells whether this machine can draw surfaces.
    """

    risk: FaceRisk
    low: Vector = (0.0, 0.0, 0.0)
    high: Vector = (0.0, 0.0, 0.0)
    state: HeadState | None = None
    draws: bool = False
    has_surface: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request; ``painted`` are the places the dabs touched, LPS mm."""

    picture: Picture | None = None
    planes: tuple[PlanePicture, ...] = ()
    state: HeadState | None = None
    picked: Vector | None = None
    painted: tuple[Vector, ...] = ()
    check: Check | None = None
    busy_ms: float = 0.0
