"""Finds what a folder offers: a new detector, check or cleaning method is one new file."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def discover(package: ModuleType, attribute: str) -> tuple[object, ...]:
    """All values called ``attribute`` in the modules below a package, ordered by module name.

    There are no entry points on purpose: a tool that signs must know which code looked at the data.
    """
    found = []
    for module in sorted(_modules(package), key=lambda each: each.__name__):
        if attribute in vars(module):
            found.append(vars(module)[attribute])
    return tuple(found)


def _modules(package: ModuleType) -> list[ModuleType]:
    walked = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
    return [importlib.import_module(info.name) for info in walked]
