"""Runs a function in a process of its own, so that computing never holds up the window."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from viewer.errors import CancelledError, RefusedError, ScanveilError
from viewer.gui.language import tr
from viewer.model import Progress
from viewer.processes import first_news, give_way
from viewer.provenance import act_as, acting, master

_GRACE_S = 3.0
_NICE = 10


class ProcessError(Exception):
    """A bug in the other process: type and place only, as its text may hold a value."""


def in_process(
    function: Callable[..., Any], *arguments: Any, progress: Progress, keys: bool = False
) -> Any:
    """The result of ``function(*arguments, progress=...)``; function and arguments are pickled.

    With ``keys`` the process gets the opened keys of this workstation. Raises what the function
    raised (ScanveilError) or ProcessError. Cancelling lets the function leave through its progress
    call, so that it can clean up, and ends the process if it does not.
    """
    spawn = multiprocessing.get_context("spawn")
    mine, its = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(its, function, arguments))
    process.start()
    mine.send((master.carried() if keys else {}, acting()))
    its.close()
    try:
        return _listen(mine, progress)
    except CancelledError:
        mine.close()
        process.join(_GRACE_S)
        raise
    finally:
        if process.is_alive():
            process.join(1.0)
        if process.is_alive():
            process.terminate()
        mine.close()


def _listen(pipe: Connection, progress: Progress) -> Any:
    advice = tr("Try again; if it happens again, leave out the largest series.")
    ended = ScanveilError(tr("The working process ended unexpectedly."), advice)
    kind, content = first_news(pipe, progress, ended)
    if kind != "done":
        raise content
    return content


def _serve(pipe: Connection, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    def progress(done: int, total: int, text: str) -> None:
        try:
            pipe.send(("progress", (done, total, text)))
        except OSError:
            raise CancelledError(tr("Cancelled.")) from None

    give_way(_NICE)  # somebody is working in the window meanwhile
    try:
        opened, user = pipe.recv()
        master.carry(opened)
        act_as(user)
        answer = ("done", function(*arguments, progress=progress))
    except CancelledError:
        return
    except ScanveilError as error:
        answer = ("failed", _portable(error))
    except Exception as error:  # noqa: BLE001 - crosses a process border as type and place
        answer = ("failed", ProcessError(place_of(error)))
    pipe.send(answer)


def place_of(error: BaseException) -> str:
    """Type, module and line of an exception; never its text, which may hold a value."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return type(error).__name__
    name = last.tb_frame.f_globals.get("__name__", "?")
    return f"{type(error).__name__} at {name}:{last.tb_lineno}"


def _portable(error: ScanveilError) -> ScanveilError:
    kind = RefusedError if isinstance(error, RefusedError) else ScanveilError
    made = kind(error.message, error.advice)
    made.__dict__.update(error.__dict__)
    return made
