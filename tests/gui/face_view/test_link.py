"""One listener per head, however often the window goes to and fro between series."""

from __future__ import annotations

from queue import Queue

from pytestqt.qtbot import QtBot

from viewer.gui.face_view.link import HeadLink


class _Head:
    """Says nothing until it ends; counts who listens."""

    def __init__(self) -> None:
        self.listeners = 0
        self._end: Queue[None] = Queue()

    def receive(self) -> None:
        self.listeners += 1
        self._end.get(timeout=20)
        raise EOFError

    def end(self) -> None:
        self._end.put(None)


def test_a_head_that_is_shown_again_is_listened_to_once(qtbot: QtBot) -> None:
    link, one, other = HeadLink(), _Head(), _Head()
    for head in (one, other, one, None, one, other):
        link.use(head)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: one.listeners == other.listeners == 1)
    with qtbot.waitSignal(link.ended):
        other.end()
    one.end()
    assert (one.listeners, other.listeners) == (1, 1)
