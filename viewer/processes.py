"""How processes of ours set out."""

from __future__ import annotations

import contextlib
import gc
import runpy
import sys

_OBJECTS = 50_000
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


def cap_memory(most_bytes: int) -> None:
    """Let this process have no more memory than that, and leave no core behind; not on Windows."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def spare_imports() -> None:
    """Keep the garbage collector from looking at what was imported over and over again.

    Data dictionaries and code stay as long as the process; without this a fifth of the time that
    headers take goes into looking whether they could be thrown away.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 50)
