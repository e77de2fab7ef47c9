"""Resident memory while 20,000 files are read, searched and cleaned, headers only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.headers_only import cleaned_in_steps, parts, pool
from tests.benchmarks.places import Places, copies
from viewer.load import load

_FILES, _STEP = 20_000, 2_000
_KIB = 1024


def measure(places: Places) -> Iterator[str]:
    """MiB in use after every 2,000 files, of this process and of each worker."""
    folder = copies(places.scratch / "many", _FILES)
    yield f"at the start: {_resident(os.getpid())} MiB"
    yield f"after load: {_loaded(folder)} MiB"
    yield from _one_process(folder, places.scratch / "one")
    yield from _two_processes(folder, places.scratch / "two")


def _loaded(folder: Path) -> int:
    kept = load([folder])
    assert sum(1 for _ in kept.instances()) == _FILES
    return _resident(os.getpid())


def _one_process(folder: Path, out: Path) -> Iterator[str]:
    out.mkdir()
    for done in cleaned_in_steps(parts(folder, out, size=_STEP)):
        _empty(out)
        yield f"one process, {done:,} files: {_resident(os.getpid())} MiB"


def _two_processes(folder: Path, out: Path) -> Iterator[str]:
    out.mkdir()
    with pool() as (run, workers):
        done = 0
        for count in run(parts(folder, out, size=_STEP // 2)):
            done += count
            _empty(out)
            if done % _STEP == 0:
                each = ", ".join(f"{_resident(worker)}" for worker in workers)
                yield (
                    f"two processes, {done:,} files: {_resident(os.getpid())} MiB, workers {each}"
                )


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink(missing_ok=True)


def _resident(process: int) -> int:
    """MiB of memory a process has in use now; Linux."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // _KIB**2
