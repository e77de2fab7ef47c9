"""Cleaning of headers as other tools do it: no text in pixels, no faces, no vault, no signature."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing.synchronize import Barrier
from pathlib import Path
from time import perf_counter, process_time

from viewer.clean import CleanContext, InstancePlan, clean_instance, methods, plan_instances
from viewer.detect import detectors, scan
from viewer.dicom import FrameReader, write_dataset
from viewer.identifiers import Identifiers, is_safe_term
from viewer.load import load
from viewer.model import PatientMapping, Series, Source
from viewer.processes import spare_imports
from viewer.profile import Profile, load_profile

_MAPPING = PatientMapping("P1", "P1", -100, bytes(32))
_CHUNK = 125


@dataclass(frozen=True, slots=True)
class _Part:
    """Some instances of a series, to be written to a folder with numbers from ``start`` on."""

    series: Series
    plans: tuple[InstancePlan, ...]
    known: Identifiers
    out: Path
    start: int


def one_process(corpus: Path, out: Path) -> str:
    """Load, find, clean and write in this process; imports and tables are not timed."""
    _get_ready()
    out.mkdir()
    start, busy = perf_counter(), process_time()
    count = sum(_cleaned(part) for part in parts(corpus, out))
    seconds, busy = perf_counter() - start, process_time() - busy
    rate = f"{count / seconds:.1f} files/s (cpu {count / busy:.1f}/s)"
    return f"scanveil, headers only, 1 process: {count} files {seconds:.2f}s {rate}"


def two_processes(corpus: Path, out: Path) -> str:
    """The same with cleaning and writing in two processes that have been started before."""
    _get_ready()
    out.mkdir()
    with pool() as (run, _):
        start = perf_counter()
        count = sum(run(parts(corpus, out, size=_CHUNK)))
        seconds = perf_counter() - start
    rate = f"{count / seconds:.1f} files/s"
    return f"scanveil, headers only, 2 processes: {count} files {seconds:.2f}s {rate}"


@contextmanager
def pool() -> Iterator[tuple[Callable[[Iterable[_Part]], Iterator[int]], list[int]]]:
    """Two processes that are ready: what cleans parts in them, and their ids."""
    spawn = multiprocessing.get_context("spawn")
    awake = spawn.Barrier(3)
    with ProcessPoolExecutor(2, spawn, _get_ready, (awake,)) as workers:
        for _ in range(2):
            workers.submit(os.getpid)
        awake.wait()
        yield partial(workers.map, _cleaned), [*workers._processes]


def cleaned_in_steps(found: Iterable[_Part]) -> Iterator[int]:
    """Clean part after part in this process; the number of files so far."""
    _get_ready()
    done = 0
    for part in found:
        done += _cleaned(part)
        yield done


def parts(corpus: Path, out: Path, *, size: int = 0) -> Iterator[_Part]:
    """Load and scan a folder, and cut its series into parts of a size, 0 for whole ones."""
    loaded = load([corpus])
    known: dict[str, Identifiers] = {}
    result = scan(loaded, _profile(), text=False, face=False, known=known)
    plans = plan_instances(loaded, result, {})
    [identifiers] = known.values()
    for series in loaded.series():
        count = len(series.instances)
        for start in range(0, count, size or count):
            chosen = _chosen(series, plans, start, size or count)
            yield _Part(_bare(series) if size else series, chosen, identifiers, out, start)


def _chosen(
    series: Series, plans: dict[Source, InstancePlan], start: int, size: int
) -> tuple[InstancePlan, ...]:
    return tuple(plans[each.source] for each in series.instances[start : start + size])


def _bare(series: Series) -> Series:
    """A series without its instances, which would be sent with every part."""
    return Series(series.series_uid, series.study_uid, "", series.description, None, ())


def _cleaned(part: _Part) -> int:
    with FrameReader() as reader:
        context = CleanContext(_profile(), _MAPPING, part.known, reader, part.series)
        for number, plan in enumerate(part.plans, part.start):
            cleaned = clean_instance(plan, context)
            write_dataset(cleaned.dataset, part.out / f"{number:05d}.dcm")
    return len(part.plans)


def _get_ready(awake: Barrier | None = None) -> None:
    """Imports and tables, which the peers' scripts do not time either."""
    methods(), detectors(), _profile(), is_safe_term("no term")
    spare_imports()
    if awake:
        awake.wait()


@cache
def _profile() -> Profile:
    return load_profile("research")
