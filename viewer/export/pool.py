"""Shares jobs out to processes, or does them here; stops early when asked."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing

from viewer.errors import RefusedError
from viewer.export.job import Job, Outcome
from viewer.export.work import outcomes, work
from viewer.model import Progress
from viewer.processes import pool_of

_LOOK_UP_SECONDS = 0.2


def run(jobs: Sequence[Job], processes: int, progress: Progress) -> Iterator[Outcome]:
    """Outcomes as they come. Raises CancelledError, OSError, and RefusedError if a worker dies."""
    total, done = sum(len(job.items) for job in jobs), 0

    def beat() -> None:
        progress(done, total, "cleaning and checking")

    alone = processes < 2 or len(jobs) < 2
    with closing(_alone(jobs) if alone else _shared(jobs, processes, beat)) as outcomes_so_far:
        for outcome in outcomes_so_far:
            beat()
            yield outcome
            done += 1
    beat()


def _alone(jobs: Sequence[Job]) -> Generator[Outcome, None, None]:
    for job in jobs:
        yield from outcomes(job)


def _shared(
    jobs: Sequence[Job], processes: int, beat: Callable[[], None]
) -> Generator[Outcome, None, None]:
    with pool_of(min(processes, len(jobs))) as pool:  # what a cancelled one writes is thrown away
        waiting = {pool.submit(work, job) for job in jobs}
        while waiting:
            done, waiting = wait(waiting, _LOOK_UP_SECONDS, FIRST_COMPLETED)
            beat()
            for future in done:
                yield from _result(future)


def _result(future: Future[list[Outcome]]) -> list[Outcome]:
    try:
        return future.result()
    except BrokenProcessPool:
        reason = "A cleaning process ended unexpectedly, perhaps for lack of memory."
        raise RefusedError(
            f"Nothing was exported. {reason}", "Close other programs or use --jobs 1.", (reason,)
        ) from None
