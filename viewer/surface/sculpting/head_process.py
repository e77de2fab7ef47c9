"""This end of a head's process."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from viewer.errors import ScanveilError
from viewer.model import FaceEdit, Progress, Series
from viewer.processes import first_news
from viewer.surface.sculpting.messages import Answer, Check, Opened, Request
from viewer.surface.sculpting.serving import serve

_GRACE_S = 1.0


class HeadProcess:
    """A process with one head in it; ``opened`` is what it found. ``close`` ends it."""

    def __init__(self, process: SpawnProcess, pipe: Connection, opened: Opened) -> None:
        self._process, self._pipe, self.opened = process, pipe, opened

    @classmethod
    def start(cls, series: Series, edit: FaceEdit, progress: Progress) -> HeadProcess:
        """Read and assess a series; raises ScanveilError, and what ``progress`` raises."""
        spawn = multiprocessing.get_context("spawn")
        mine, its = spawn.Pipe()
        process = spawn.Process(target=serve, args=(its, series, edit))
        process.start()
        its.close()
        try:
            return cls(process, mine, _opened(mine, progress))
        except BaseException:
            mine.close()
            _end(process)
            raise

    def ask(self, request: Request) -> None:
        """Send a request; raises OSError when the process is gone."""
        self._pipe.send(request)

    def receive(self) -> Answer | Check:
        """Wait for what comes next; raises EOFError or OSError when the process is gone."""
        kind, content = self._pipe.recv()
        if kind not in ("answer", "checked"):
            raise EOFError(kind)
        result: Answer | Check = content
        return result

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        _end(self._process)


def _opened(pipe: Connection, progress: Progress) -> Opened:
    advice = "Try again; close other programs if the computer runs out of memory."
    ended = ScanveilError("The surface could not be computed.", advice)
    kind, content = first_news(pipe, progress, ended)
    if kind != "opened":
        raise _failure(kind, content)
    opened: Opened = content
    return opened


def _failure(kind: str, content: Any) -> ScanveilError:
    if kind == "failed":
        message, advice = content
        return ScanveilError(message, advice)
    return ScanveilError("The surface could not be computed.", f"Report this: {content}.")


def _end(process: SpawnProcess) -> None:
    process.join(_GRACE_S)
    if process.is_alive():
        process.terminate()
        process.join(_GRACE_S)
