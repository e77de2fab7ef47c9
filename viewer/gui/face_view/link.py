"""Between the window and a head's process: never waits, never sends more than it can answer."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal, Slot

from viewer.surface.sculpting import Answer, Check, HeadProcess, Request

_log = logging.getLogger(__name__)


class HeadLink(QObject):
    """Merges what is asked while an answer is outstanding (``is_busy``) into one next request.

    ``answered`` carries an Answer, ``checked`` a Check, ``idle`` says that nothing is outstanding,
    ``ended`` that the process is gone.
    """

    answered = Signal(object)
    checked = Signal(object)
    idle = Signal()
    ended = Signal()
    _received = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._head: HeadProcess | None = None
        self._heard: WeakSet[HeadProcess] = WeakSet()
        self._waiting: Request | None = None
        self.is_busy = False
        self._received.connect(self._take)

    def use(self, head: HeadProcess | None) -> None:
        """Talk to another head from now on; the one before is left alone."""
        if head is self._head:
            return
        self._head, self._waiting, self.is_busy = head, None, False
        if head is not None and head not in self._heard:  # two at one pipe would tear its messages
            self._heard.add(head)
            threading.Thread(target=self._listen, args=(head,), daemon=True).start()

    def ask(self, request: Request) -> None:
        """Ask now, or as soon as the last answer is there."""
        if self._head is None:
            return
        if self.is_busy:
            self._waiting = self._waiting.then(request) if self._waiting else request
            return
        self.is_busy = True
        try:
            self._head.ask(request)
        except OSError:
            self._end()

    def _listen(self, head: HeadProcess) -> None:
        with suppress(RuntimeError):  # the window is gone
            while (content := _next(head)) is not None:
                self._received.emit(head, content)
            self._received.emit(head, None)

    @Slot(object, object)
    def _take(self, head: HeadProcess, content: Answer | Check | None) -> None:
        if head is not self._head:
            return
        if content is None:
            self._end()
        elif isinstance(content, Check):
            self.checked.emit(content)
        else:
            self._answered(content)

    def _answered(self, answer: Answer) -> None:
        self.is_busy = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.ask(waiting)
        self.answered.emit(answer)
        if not self.is_busy:
            self.idle.emit()

    def _end(self) -> None:
        _log.warning("the process of the face view ended")
        self._head, self._waiting, self.is_busy = None, None, False
        self.ended.emit()


def _next(head: HeadProcess) -> Answer | Check | None:
    try:
        return head.receive()
    except (EOFError, OSError):
        return None
