"""Shares work out to processes and outlives those of them that die."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from viewer.model import Progress, silent
from viewer.processes import pool_of

_ASK_EVERY_S = 0.1

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
    the result of one that kills its process again. ``progress`` is asked ten times a second; when
    it raises, as CancelledError, the processes end in the middle of what they do.
    """
    results, lost = _pooled(work, tasks, jobs, progress, what)
    for place in lost:
        again, dead = _pooled(work, [tasks[place]], 1, silent, what)
        results[place] = died(tasks[place]) if dead else again[0]
    return [results[place] for place in range(len(tasks))]


def _pooled(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int, progress: Progress, what: str
) -> tuple[dict[int, Result], list[int]]:
    results: dict[int, Result] = {}
    lost: list[int] = []
    with pool_of(min(jobs, len(tasks))) as pool:
        waited: dict[Future[Result], int] = {
            pool.submit(work, task): place for place, task in enumerate(tasks)
        }
        while waited:
            count = len(tasks) - len(waited)
            progress(count, len(tasks), f"{what} {count} of {len(tasks)}")
            for future in wait(waited, _ASK_EVERY_S, FIRST_COMPLETED).done:
                place = waited.pop(future)
                try:
                    results[place] = future.result()
                except BrokenProcessPool:
                    lost.append(place)
        progress(len(tasks), len(tasks), f"{what} {len(tasks)} of {len(tasks)}")
    return results, sorted(lost)
