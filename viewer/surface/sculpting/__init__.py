"""A head on the sculptor's stand: pictures of it, and how it would look without its face.

Everything heavy lives in one process per head (``HeadProcess``): volume, fit, mask and drawing.
In go a Series and small Requests, out come Answers with pixels and millimetres (LPS). It must not
know Qt, findings or decisions; what a person wants is a FaceEdit of the model.
"""

from viewer.surface.sculpting.head_process import HeadProcess
from viewer.surface.sculpting.messages import (
    Answer,
    Check,
    Dab,
    HeadState,
    Look,
    Opened,
    Picture,
    PlanePicture,
    PlaneWish,
    Request,
)
from viewer.surface.sculpting.orbit import CANONICAL, HOME, Orbit

__all__ = [
    "CANONICAL",
    "HOME",
    "Answer",
    "Check",
    "Dab",
    "HeadProcess",
    "HeadState",
    "Look",
    "Opened",
    "Orbit",
    "Picture",
    "PlanePicture",
    "PlaneWish",
    "Request",
]
