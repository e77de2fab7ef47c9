"""Guards None, True, False and NotImplemented against PySide6 wheels on Python 3.11.

PySide6 6.12 returns these without taking a reference, which is right from Python 3.12 on, where
they are immortal (PEP 683). Before, every call of a method without a result releases None once too
often, and after some ten thousand calls the interpreter aborts ("deallocating None").
"""

from __future__ import annotations

import ctypes
import sys

_SINGLETONS: tuple[object, ...] = (None, True, False, NotImplemented)
_PLENTY = 1 << 48


def keep_singletons_alive() -> None:
    """Give the singletons of CPython before 3.12 more references than can be lost; else nothing."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for singleton in _SINGLETONS:
        count = ctypes.c_ssize_t.from_address(id(singleton))
        if count.value < _PLENTY:
            count.value += 2 * _PLENTY
