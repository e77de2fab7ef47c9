"""What is drawn in the theme's colours, and drawn again when they change.

Icons keep the colours they were drawn in, and so do pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from weakref import WeakMethod, ref

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

Step = Callable[[], object]


class _Follower(NamedTuple):
    owner: ref[QObject]
    recolour: WeakMethod[Step]

    def lives(self) -> bool:
        owner = self.owner()
        return owner is not None and isValid(owner)

    def draw(self) -> None:
        recolour = self.recolour()
        if recolour is not None and self.lives():
            recolour()


_followers: list[_Follower] = []
_latest = 0


def follow(owner: QObject, recolour: Step) -> None:
    """Call a bound method after every change of theme, for as long as the owner lives."""
    _followers.append(_Follower(ref(owner), WeakMethod(recolour)))


def followers() -> list[Step]:
    """What to call, in the order it was given; it does nothing once its owner is gone."""
    _followers[:] = [each for each in _followers if each.lives()]
    return [each.draw for each in _followers]


def one_a_turn(app: QApplication, steps: list[Step]) -> None:
    """Call each in a turn of the event loop of its own, so that none is long; ends earlier ones."""
    global _latest
    _latest += 1
    _go_on(app, steps, _latest)


def _go_on(app: QApplication, steps: list[Step], number: int) -> None:
    if steps:
        QTimer.singleShot(0, app, lambda: _step(app, steps, number))


def _step(app: QApplication, steps: list[Step], number: int) -> None:
    if number == _latest:
        _go_on(app, steps[1:], number)  # first: one that fails does not keep the others
        steps[0]()
