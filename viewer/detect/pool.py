"""Shares work out to processes and outlives those of them that die."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from viewer.model import Progress, silent
from viewer.processes import spare_imports

Task = TypeVar("Task")
Result = TypeVar("Result")


def shared(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    died: Callable[[Task], Result],
    *,
    jobs: int,
    progress: Progress,
    what: str,
) -> list[Result]:
    """Results in the order of the tasks, done in ``jobs`` processes.

    Tasks that were under way when a process died are tried once more, each alone; ``died`` makes
    the result of one that kills its process again. Raises CancelledError.
    """
    results, lost = _pooled(work, tasks, jobs, progress, what)
    for place in lost:
        again, dead = _pooled(work, [tasks[place]], 1, silent, what)
        results[place] = died(tasks[place]) if dead else again[0]
    return [results[place] for place in range(len(tasks))]


def _pooled(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int, progress: Progress, what: str
) -> tuple[dict[int, Result], list[int]]:
    spawn = multiprocessing.get_context("spawn")
    results: dict[int, Result] = {}
    lost: list[int] = []
    with ProcessPoolExecutor(min(jobs, len(tasks)), spawn, spare_imports) as pool:
        futures: dict[Future[Result], int] = {
            pool.submit(work, task): place for place, task in enumerate(tasks)
        }
        try:
            for done, future in enumerate(as_completed(futures), 1):
                try:
                    results[futures[future]] = future.result()
                except BrokenProcessPool:
                    lost.append(futures[future])
                progress(done, len(tasks), f"{what} {done} of {len(tasks)}")
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return results, sorted(lost)
