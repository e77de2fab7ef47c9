"""Files cleaned per second, next to other de-identifiers in the same run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.benchmarks.headers_only import one_process, two_processes
from tests.benchmarks.places import Places

_PROJECT = Path(__file__).parents[2]
_PEERS = {  # script: the package it times
    "bench_dcmanon.py": "dcmanon",
    "bench_dicom_anonymizer.py": "dicom-anonymizer",
    "bench_dicognito.py": "dicognito",
    "bench_idiscore.py": "idiscore",
    "bench_deid.py": "deid",
}
_SECONDS = 900


def measure(places: Places) -> Iterator[str]:
    """500 small CT files: headers as the peers do it, then the whole way to a signed export."""
    for line in _headers_only(places):
        yield _with_load(line)
    for line in _peers(places):
        yield _with_load(line)
    for line in _headers_only(places, "again"):
        yield _with_load(line)
    yield _with_load(_ours(places))


def _with_load(line: str) -> str:
    """A line with what else the machine had to do, so that lines can be compared."""
    return f"{line} [load {os.getloadavg()[0]:.1f}]"


def _headers_only(places: Places, suffix: str = "") -> Iterator[str]:
    yield one_process(places.corpus, places.scratch / f"headers-1{suffix}")
    yield two_processes(places.corpus, places.scratch / f"headers-2{suffix}")


def _ours(places: Places) -> str:
    out = places.scratch / "cleaned"
    words = ["clean", str(places.corpus), "--out", str(out), "--accept-proposed"]
    start = perf_counter()
    ran = subprocess.run(
        [sys.executable, "-m", "viewer", *words], cwd=_PROJECT, capture_output=True, text=True
    )
    seconds = perf_counter() - start
    if ran.returncode:
        return f"scanveil clean ended with status {ran.returncode}: {ran.stderr[-300:]}"
    count = sum(1 for _ in (out / "dicom").rglob("*") if _.is_file())
    return (
        f"scanveil clean, load to signed and checked export: "
        f"{count} files {seconds:.2f} s, {count / seconds:.1f} files/s"
    )


def _peers(places: Places) -> Iterator[str]:
    uv = shutil.which("uv") or shutil.which("uv", path=str(_PROJECT / ".venv-tools" / "bin"))
    if not places.peers:
        yield "the peers' scripts are not on this machine: left out"
        return
    yield _run([sys.executable, str(places.peers / "bench_floor.py")], places, "floor")
    for script, package in _PEERS.items():
        if not uv:
            yield f"{package}: left out, there is no uv to install it"
            continue
        command = [uv, "run", "-q", "--no-project", "--isolated", "--python", sys.executable]
        command += ["--with", package, "python", str(places.peers / script)]
        yield _run(command, places, package)


def _run(command: list[str], places: Places, name: str) -> str:
    out = places.scratch / f"peer-{name}"
    clean = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    words = [*command, str(places.corpus), str(out)]
    try:
        ran = subprocess.run(
            words, capture_output=True, text=True, timeout=_SECONDS, cwd=places.scratch, env=clean
        )
    except subprocess.TimeoutExpired:
        return f"{name}: left out, took longer than {_SECONDS} s"
    if ran.returncode:
        last = (ran.stderr.strip().splitlines() or ["no message"])[-1]
        return f"{name}: left out, {last[:160]}"
    return ran.stdout.strip().splitlines()[-1]
