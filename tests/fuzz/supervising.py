"""Runs the process under test, notices when it dies or hangs, and goes on after it."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

_PROJECT = Path(__file__).parents[2]
_SUBJECT = "tests.fuzz.subject"
_START_S = 120.0
_PATIENCE = 10
Lines = queue.Queue[str | None]


@dataclass
class Outcome:
    """What a run saw; ``wrong`` names the first mutant of the batch each fault lies in."""

    mutants: int = 0
    deaths: int = 0
    hangs: int = 0
    tally: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def leaks(self) -> int:
        """How many batches left the planted patient somewhere."""
        return sum("leak in" in each for each in self.wrong)


@dataclass(frozen=True)
class Series:
    """Mutants ``first`` to ``last`` of a seed, ``batch`` at a time, each with a time limit in s."""

    seed: int
    first: int
    last: int
    batch: int = 8
    limit: float = 60.0
    minutes: float = 1e9


def run_whole(series: Series, folder: Path) -> Outcome:
    """The outcome of all batches."""
    return deque(run(series, folder), maxlen=1).pop()


def run(series: Series, folder: Path) -> Iterator[Outcome]:
    """The outcome so far, after each batch; a batch that dies or hangs is left behind."""
    outcome, ends = Outcome(), time.monotonic() + 60 * series.minutes
    while outcome.mutants < series.last - series.first and time.monotonic() < ends:
        for _ in _one_process(series, series.first + outcome.mutants, folder, outcome):
            yield outcome
            if time.monotonic() >= ends:
                break


def _one_process(series: Series, at: int, folder: Path, outcome: Outcome) -> Iterator[None]:
    """Pauses after each batch, until this process is gone."""
    process = _start(series, at, folder)
    lines = _lines(process)
    try:
        while at < series.last:
            answer = _batch(process, lines, series.limit, outcome, at)
            at = min(at + series.batch, series.last)
            outcome.mutants = at - series.first
            if answer:
                outcome.tally.update(answer["tally"])
                told = (f"{at - series.batch}: {each}" for each in answer["wrong"])
                outcome.wrong += told
            yield
            if not answer:
                return
    finally:
        process.kill()
        process.wait()


def _batch(
    process: subprocess.Popen[str], lines: Lines, limit: float, outcome: Outcome, at: int
) -> dict[str, dict[str, int]] | None:
    """What the process says of its next batch; nothing when it is dead or silent."""
    line: str | None = None
    for allowed in (max(limit, _START_S), limit):  # it starts before it says that it begins
        try:
            line = _line(process, lines, allowed)
        except queue.Empty:
            outcome.hangs += 1
            outcome.wrong.append(f"{at}: no answer within {allowed:g} s")
            return None
        if line is None:
            outcome.deaths += 1
            outcome.wrong.append(f"{at}: the process died")
            return None
    assert line is not None
    found: dict[str, dict[str, int]] = json.loads(line)
    return found


def _line(process: subprocess.Popen[str], lines: Lines, limit: float) -> str | None:
    """The next line; raises queue.Empty after ``limit`` s of work, or many times that of waiting.

    On a busy machine time passes in which the process was not even allowed to run.
    """
    before = _worked_s(process)
    for _ in range(_PATIENCE):
        try:
            return lines.get(timeout=limit)
        except queue.Empty:
            if _worked_s(process) - before > limit / 2:
                raise
    raise queue.Empty


def _worked_s(process: subprocess.Popen[str]) -> float:
    """CPU seconds of the process and of those it started."""
    try:
        found = psutil.Process(process.pid)
        times = [each.cpu_times() for each in (found, *found.children(recursive=True))]
    except psutil.Error:
        return 0.0
    return float(sum(each.user + each.system for each in times))


def _start(series: Series, at: int, folder: Path) -> subprocess.Popen[str]:
    words = [str(each) for each in (series.seed, at, series.last, series.batch, folder)]
    return subprocess.Popen(
        [sys.executable, "-m", _SUBJECT, *words],
        cwd=_PROJECT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )


def _lines(process: subprocess.Popen[str]) -> Lines:
    found: Lines = queue.Queue()

    def read() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            found.put(line)
        found.put(None)

    threading.Thread(target=read, daemon=True).start()
    return found
