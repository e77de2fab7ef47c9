"""A head that answers what a test tells it to, without a process."""

from __future__ import annotations

from queue import Queue

from viewer.model import (
    Action,
    Category,
    Decision,
    FaceEdit,
    FaceGrade,
    FaceRisk,
    Finding,
    Kind,
    Location,
    Source,
)
from viewer.surface.sculpting import (
    Answer,
    Check,
    HeadState,
    Opened,
    Orbit,
    Picture,
    PlanePicture,
    Request,
)
from viewer.surface.sculpting.messages import Look

RISK = FaceRisk(
    "1",
    FaceGrade.RECOGNISABLE,
    0.8,
    ("The face is in the volume.",),
    (("nose", 0.9), ("ears", 0.2)),
)
LANDMARKS = {
    "eye_left": (31.0, -72.0, 0.0),
    "eye_right": (-31.0, -72.0, 0.0),
    "nasion": (0.0, -88.0, 3.0),
    "nose_tip": (0.0, -110.0, -41.0),
    "mouth": (0.0, -93.0, -69.0),
    "chin": (0.0, -88.0, -101.0),
    "ear_left": (71.0, 12.0, -14.0),
    "ear_right": (-71.0, 12.0, -14.0),
}


def state(edit: FaceEdit = FaceEdit(), *, confident: bool = True) -> HeadState:
    return HeadState(edit, {**LANDMARKS, **dict(edit.landmarks)}, confident, {"nose": 1.0}, 513.0)


def opened(*, draws: bool = True, confident: bool = True) -> Opened:
    low, high = (-100.0, -120.0, -110.0), (100.0, 110.0, 110.0)
    return Opened(RISK, low, high, state(confident=confident), draws, True)


class FakeHead:
    """Answers every request at once: with a grey picture that is seen straight from the front."""

    def __init__(self, answers_itself: bool = True, **kind: bool) -> None:
        self.opened = opened(**kind)
        self.asked: list[Request] = []
        self.is_closed = False
        self._answers_itself = answers_itself
        self._out: Queue[Answer | Check | None] = Queue()

    def ask(self, request: Request) -> None:
        self.asked.append(request)
        if self._answers_itself:
            self.reply(answer_to(request))

    def reply(self, content: Answer | Check | None) -> None:
        self._out.put(content)

    def receive(self) -> Answer | Check:
        content = self._out.get()
        if content is None:
            raise EOFError
        return content

    def close(self) -> None:
        self.is_closed = True
        self.reply(None)

    @property
    def edits(self) -> list[FaceEdit]:
        return [each.edit for each in self.asked if each.edit is not None]

    @property
    def looks(self) -> list[Look]:
        return [each.look for each in self.asked if each.look is not None]


def answer_to(request: Request) -> Answer:
    painted = tuple(each.at or (1.0, -80.0, 60.0) for each in request.dabs)
    planes = tuple(_plane(name) for name in ("axial", "coronal", "sagittal"))
    return Answer(
        _picture(request.look) if request.look else None,
        planes if request.planes else (),
        state(request.edit) if request.edit else None,
        (5.0, -90.0, 10.0) if request.pick else None,
        painted,
    )


def _picture(look: Look) -> Picture:
    """As a camera sees it that looks along +y and sees 250 mm."""
    if look.orbit != Orbit(0, 0):
        look = Look(look.width, look.height, Orbit(0, 0))
    half = 125.0
    projection = (1 / half, 0, 0, 0, 0, 0, 1 / half, 0, 0, 1 / 500, 0, 0, 0, 0, 0, 1)
    pixels = bytes([90]) * (look.width * look.height * 4)
    return Picture(look.width, look.height, pixels, tuple(float(each) for each in projection))


def _plane(name: str) -> PlanePicture:
    steps = {
        "axial": ((1.0, 0, 0), (0, 1.0, 0)),
        "coronal": ((1.0, 0, 0), (0, 0, -1.0)),
        "sagittal": ((0, 1.0, 0), (0, 0, -1.0)),
    }
    right, down = steps[name]
    corner = {"axial": (-100, -120, 0), "coronal": (-100, 0, 110), "sagittal": (0, -120, 110)}[name]
    x, y, z = (float(each) for each in corner)
    return PlanePicture(name, 200, 220, bytes(200 * 220 * 4), (x, y, z), right, down)


def finding(proposed: Action = Action.CLEAN, sources: tuple[Source, ...] = ()) -> Finding:
    place = Location("1.2", "1.2.3", sources)
    return Finding(
        "f1", "surface.face", "1", Kind.FACE, place, Category.FACE_PHOTO, 0.9, "why", proposed
    )


def decision(edit: FaceEdit | None = None, action: Action = Action.CLEAN) -> Decision:
    return Decision("f1", action, "coordinator", "2026-01-01", True, "teaching", face=edit)
