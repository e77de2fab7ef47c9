"""Face detectors on 40 views before and after: ``python -m tests.benchmarks.face_views``.

Synthetic heads of 1.5 mm in turn as CT, T1 and T2; with ``SCANVEIL_SHARED`` naming the folder of
real data also the head CT and MR there, of which nothing but these shares leaves the process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import numpy as np

from tests.benchmarks.results import Row, arguments, collect
from tests.surface.cases import CONTRASTS
from tests.surface.cases import voxels_of as phantom_voxels
from viewer.dicom import FrameReader
from viewer.dicom.volume import read_volume
from viewer.load import load
from viewer.surface import Voxels, assess, deface, head_volume, voxels_of

_REAL = ("head_ct", "head_mr")


def main() -> None:
    """Measure what is missing and print the shares."""
    asked = arguments(__doc__, 12, "face-views.jsonl")
    names = [f"{seed}/{CONTRASTS[seed % 3]}" for seed in range(1, asked.identities + 1)]
    names += [name for name in _REAL if (_shared() / name).is_dir()]
    done = collect(names, _measured, asked.results, asked.minutes)
    for line in _summary(done, len(names)):
        print(line)


def _measured(name: str) -> Row:
    if name in _REAL:
        return measured(_scanned(_shared() / name))
    seed, contrast = name.split("/")
    return measured(phantom_voxels(head_volume(int(seed), contrast, (1.5, 1.2, 1.2))))


def _shared() -> Path:
    return Path(os.environ.get("SCANVEIL_SHARED", "")) / "data"


def _scanned(folder: Path) -> Voxels:
    series = max(load([folder]).series(), key=lambda each: len(each.instances))
    with FrameReader() as reader:
        return voxels_of(read_volume(series, reader), series.modality)


def measured(voxels: Voxels) -> Row:
    """Shares of views in which detectors fire, likeness and depth, and CPU seconds."""
    start = process_time()
    before = assess(voxels)
    done = deface(voxels, before)
    votes = [each.votes for each in (before, done.after)]
    return {
        "dlib": [round(each.hog, 3) if each else -1.0 for each in votes],
        "haar": [round(each.haar, 3) if each else -1.0 for each in votes],
        "alike": round(done.alike, 3),
        "cut_mm": done.step.cut_mm,
        "grades": [str(before.risk.grade), str(done.after.risk.grade)],
        "proven": done.is_proven,
        "cpu_s": round(process_time() - start, 1),
    }


def _summary(done: dict[str, Row], wanted: int) -> Iterator[str]:
    yield f"{len(done)} of {wanted} heads, load {os.getloadavg()[0]:.1f}"
    for which in ("dlib", "haar") if done else ():
        before, after = np.array([row[which] for row in done.values()]).T
        yield (
            f"{which}: intact mean {before.mean():.3f}, lowest {before.min():.3f}; "
            f"defaced mean {after.mean():.3f}, highest {after.max():.3f}"
        )
    for name, row in done.items():
        yield f"  {name}: {row}"


if __name__ == "__main__":
    main()
