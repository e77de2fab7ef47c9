"""The detectors there are: every module below header, pixels and surface that has a DETECTOR."""

from __future__ import annotations

import importlib
from functools import cache
from typing import cast

from viewer import registry
from viewer.detect.context import Detector


def detectors(*, header: bool = True, text: bool = True, face: bool = True) -> tuple[Detector, ...]:
    """Detectors by module name; ``text`` means those of pixels and ``face`` those of surface."""
    rooms = {"header": header, "pixels": text, "surface": face}
    return tuple(each for room, wanted in rooms.items() if wanted for each in _room(room))


@cache
def _room(name: str) -> tuple[Detector, ...]:
    package = importlib.import_module(f"viewer.detect.{name}")
    found = registry.discover(package, "DETECTOR")
    return tuple(cast(Detector, each) for each in found)
