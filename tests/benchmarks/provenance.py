"""What signing costs a file, and what verifying an export costs next to reading it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
import pydicom

from tests.benchmarks.places import Places
from tests.export.builders import exported, write_study
from viewer.dicom import encode_parts, read_dataset
from viewer.dicom_signature import SigningKey, sign_elements
from viewer.provenance import workstation_identity
from viewer.verify import verify

_SLICES, _SIDE = 1000, 512


def measure(places: Places) -> Iterator[str]:
    """1,000 synthetic CT slices of 512 x 512, exported and signed; CPU seconds and wall clock."""
    out = _export(places.scratch)
    files = sorted((out / "dicom").rglob("*.dcm"))
    yield f"{len(files)} slices of {files[0].stat().st_size / 1024:.0f} KiB, signed"
    yield _signing(files[:100])
    sums = _timed(lambda: _sha256sum(out))
    reads = _timed(lambda: _read(files))
    yield f"sha256sum of all files: {_told(sums)}"
    yield f"pydicom.dcmread of all files, every value read: {_told(reads)}"
    floor = sums[0] + reads[0], sums[1] + reads[1]
    for jobs in (1, 2):
        spent = _timed(lambda jobs=jobs: _verify(out, jobs))  # type: ignore[misc]
        times = f"{spent[0] / floor[0]:.2f} x CPU, {spent[1] / floor[1]:.2f} x wall of the two"
        yield f"verify, {jobs} process(es), no vault: {_told(spent)}: {times}"


def _export(scratch: Path) -> Path:
    source = write_study(scratch / "ct", instances=1)
    (first,) = source.iterdir()
    dataset = pydicom.dcmread(first)
    dataset.Rows = dataset.Columns = _SIDE
    dice = np.random.default_rng(1)
    for number in range(_SLICES):
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = f"1.2.9.4.{number}"
        dataset.InstanceNumber = number + 1
        dataset.ImagePositionPatient = [0, 0, number]
        noise = dice.integers(0, 4000, (_SIDE, _SIDE), dtype=np.uint16)
        dataset.PixelData = noise.tobytes()
        dataset.save_as(source / f"{number:04d}.dcm", enforce_file_format=True)
    first.unlink()
    out = exported(source, scratch / "out", jobs=2).out
    shutil.rmtree(source)
    return out


def _signing(files: list[Path]) -> str:
    key = SigningKey.of(workstation_identity())
    encoded = [encode_parts(read_dataset(path.read_bytes())) for path in files]
    sign_elements(encoded[0][1], key)
    spent = _timed(lambda: [sign_elements(parts, key, syntax) for _, parts, syntax in encoded])
    each = spent[0] / len(files) * 1000
    return f"signing adds {each:.2f} ms CPU a file ({spent[1] / len(files) * 1000:.2f} ms wall)"


def _read(files: list[Path]) -> None:
    for path in files:
        for _ in pydicom.dcmread(path):
            pass


def _sha256sum(out: Path) -> None:
    command = ["sha256sum", "-c", "--quiet", "manifest-sha256.txt"]
    subprocess.run(command, cwd=out, check=True)


def _verify(out: Path, jobs: int) -> None:
    report = verify(out, jobs=jobs)
    if not report.ok:
        sys.exit(report.outcome)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """CPU seconds, those of child processes included, and seconds on the clock."""

    def cpu() -> float:
        times = os.times()
        return process_time() + times.children_user + times.children_system

    before, start = cpu(), perf_counter()
    work()
    return cpu() - before, perf_counter() - start


def _told(spent: tuple[float, float]) -> str:
    return f"{spent[0]:.2f} s CPU, {spent[1]:.2f} s wall [load {os.getloadavg()[0]:.1f}]"
