"""Cleaning of headers as other tools do it: no text in pixels, no faces, no vault, no signature."""

from __future__ import annotations

import multiprocessing
import os
import resource
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
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
    count = sum(_cleaned(part) for part in _parts(corpus, out, whole=True))
    seconds, busy = perf_counter() - start, process_time() - busy
    rate = f"{count / seconds:.1f} files/s (cpu {count / busy:.1f}/s)"
    return f"scanveil, headers only, 1 process: {count} files {seconds:.2f}s {rate}"


def two_processes(corpus: Path, out: Path) -> str:
    """The same with cleaning and writing in two processes that have been started before."""
    _get_ready()
    out.mkdir()
    spawn = multiprocessing.get_context("spawn")
    awake = spawn.Barrier(3)
    with ProcessPoolExecutor(2, spawn, _get_ready, (awake,)) as pool:
        for _ in range(2):
            pool.submit(os.getpid)
        awake.wait()
        start = perf_counter()
        count = sum(pool.map(_cleaned, _parts(corpus, out, whole=False)))
        seconds = perf_counter() - start
    rate = f"{count / seconds:.1f} files/s"
    return f"scanveil, headers only, 2 processes: {count} files {seconds:.2f}s {rate}"


def memory(corpora: Iterator[tuple[int, Path]], out: Path) -> Iterator[str]:
    """Largest resident memory after growing numbers of files, in this process."""
    for count, corpus in corpora:
        line = one_process(corpus, out / str(count))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        yield f"{line}, {peak} MiB at most"


def _parts(corpus: Path, out: Path, *, whole: bool) -> Iterator[_Part]:
    loaded = load([corpus])
    known: dict[str, Identifiers] = {}
    result = scan(loaded, _profile(), text=False, face=False, known=known)
    plans = plan_instances(loaded, result, {})
    [identifiers] = known.values()
    for series in loaded.series():
        size = len(series.instances) if whole else _CHUNK
        for start in range(0, len(series.instances), size):
            chosen = _chosen(series, plans, start, size)
            yield _Part(series if whole else _bare(series), chosen, identifiers, out, start)


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
