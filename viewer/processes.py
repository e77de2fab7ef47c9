"""How processes of ours set out."""

from __future__ import annotations

import contextlib
import gc
import os
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.connection import Connection

_OBJECTS = 50_000
_ASK_EVERY_S = 0.1
_RUN = "--run-module"


def command_for(module: str) -> list[str]:
    """The command line that runs a module of ours in a fresh process, frozen application or not."""
    return [sys.executable, _RUN if getattr(sys, "frozen", False) else "-m", module]


def run_as_worker(arguments: list[str]) -> bool:
    """Whether the frozen application was started for one of our modules; then it has been run."""
    if arguments[1:2] != [_RUN] or not arguments[2].startswith("viewer."):
        return False
    sys.argv = arguments[2:]
    runpy.run_module(arguments[2], run_name="__main__", alter_sys=True)
    return True


def first_news(
    pipe: Connection, progress: Callable[[int, int, str], None], ended: Exception
) -> tuple[str, Any]:
    """Kind and content of the first message that is no progress; progress is passed on.

    ``progress`` is asked ten times a second and may raise; ``ended`` is raised when the process is
    gone.
    """
    last: tuple[int, int, str] = (0, 0, "")
    while True:
        progress(*last)
        if not pipe.poll(_ASK_EVERY_S):
            continue
        try:
            kind, content = pipe.recv()
        except EOFError:
            raise ended from None
        if kind != "progress":
            return kind, content
        last = content


def give_way(by: int) -> None:
    """Let what has a lower niceness go first, the window with none before all; not on Windows."""
    if hasattr(os, "nice"):
        os.nice(by)


def cap_memory(most_bytes: int) -> None:
    """Let this process have no more memory than that, and leave no core behind; not on Windows."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextlib.contextmanager
def pool_of(processes: int) -> Iterator[ProcessPoolExecutor]:
    """Fresh processes to share work out to; what raises meanwhile ends them at once."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), spare_imports)
    try:
        yield pool
    except BaseException:  # cancelled, mostly: nobody waits for the results any more
        _stop_at_once(pool)
        raise
    pool.shutdown()


def _stop_at_once(pool: ProcessPoolExecutor) -> None:
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=True, cancel_futures=True)


class Work(NamedTuple):
    """CPU seconds a process has used, and whether it would go on if it were let."""

    cpu_s: float
    is_ready: bool


def work_of(process: int) -> Work | None:
    """What a process has done so far; None where the system does not say, as outside of Linux."""
    try:
        told = Path(f"/proc/{process}/stat").read_text("ascii", "replace")
        fields = told.rpartition(")")[2].split()  # the name before may hold anything
        ticks = int(fields[11]) + int(fields[12])
        return Work(ticks / os.sysconf("SC_CLK_TCK"), fields[0] in ("R", "D"))
    except (OSError, ValueError, IndexError, AttributeError):
        return None


def spare_imports() -> None:
    """Keep the garbage collector from looking at what was imported over and over again.

    Data dictionaries and code stay as long as the process; without this a fifth of the time that
    headers take goes into looking whether they could be thrown away.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 50)
