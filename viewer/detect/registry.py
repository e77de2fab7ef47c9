"""The detectors there are: every module below header, pixels and surface that has a DETECTOR."""

from __future__ import annotations

import importlib
from functools import cache
from typing import cast

from viewer import registry
from viewer.detect.context import Detector


def detectors(*, text: bool = True, face: bool = True) -> tuple[Detector, ...]:
    """Detectors by module name; without ``text`` those of pixels, without ``face`` of surface."""
    rooms = ["header", *(["pixels"] if text else []), *(["surface"] if face else [])]
    return tuple(detector for room in rooms for detector in _room(room))


@cache
def _room(name: str) -> tuple[Detector, ...]:
    package = importlib.import_module(f"viewer.detect.{name}")
    found = registry.discover(package, "DETECTOR")
    return tuple(cast(Detector, each) for each in found)
