"""The cleaning methods there are: every module of this package that has a METHOD."""

from __future__ import annotations

import importlib
from functools import cache
from typing import cast

from viewer import registry
from viewer.clean.plan import Method

_ROOMS = ("header", "pixels", "surface")


@cache
def methods() -> tuple[Method, ...]:
    """All methods in the order in which they run."""
    found = [each for room in _ROOMS for each in _room(room)]
    return tuple(sorted(found, key=lambda each: (each.order, each.id)))


def _room(name: str) -> tuple[Method, ...]:
    package = importlib.import_module(f"viewer.clean.{name}")
    return tuple(cast(Method, each) for each in registry.discover(package, "METHOD"))
