"""Seconds and memory of large studies at a quarter, a half and the whole of their size.

5,000 instances of 512 x 512, one object of 2,000 frames of 512 x 512, a folder of 10 GB. Text is
not looked for (a second and more for each slice, in a time that is as linear): a part of the first
study is run with text for that. Faces are off, the series is nobody's head. ``SCANVEIL_SCALE``
names the studies to take, of slices, frames, folder and text.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from pydicom.data import get_testdata_file

from tests.benchmarks.places import Places, slices
from tests.benchmarks.results import collect

_PROJECT = Path(__file__).parents[2]
_PARTS = (1, 2, 4)  # quarters
_FILES = 3
_CANCEL_AFTER_S = ("0.5", "2", "8")
_BOUND_MIB = 1_536
_STAGES = ("load", "scan", "review", "export", "verify")
Row = dict[str, Any]


@dataclass(frozen=True)
class Size:
    """``count`` of ``what``, made in a folder that is new."""

    what: str
    count: int
    make: Callable[[Path, int], Path]
    text: bool = False
    cancel: bool = False


def _frames(folder: Path, count: int) -> Path:
    """One object of that many frames of 512 x 512, 8 bits."""
    folder.mkdir()
    ds = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    ds.SOPClassUID = ds.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.3.1"
    ds.Modality, ds.NumberOfFrames, ds.FrameTime = "US", count, "33"
    ds.Rows = ds.Columns = 512
    ds.BitsAllocated = ds.BitsStored = 8
    ds.HighBit, ds.PixelRepresentation = 7, 0
    for name in ("SmallestImagePixelValue", "LargestImagePixelValue", "PixelPaddingValue"):
        ds.pop(name, None)
    noise = np.random.default_rng(2).integers(0, 90, (64, 512, 512), dtype=np.uint8).tobytes()
    ds.PixelData = (noise * (count // 64 + 1))[: count * 512 * 512]
    ds["PixelData"].VR = "OB"
    ds.save_as(folder / "frames.dcm")
    return folder


def _large_slices(folder: Path, count: int) -> Path:
    """Slices of 1448 x 1448, 4 MiB each."""
    return slices(folder, 1448, count)


_SIZES = {
    "slices": Size("instances of 512 x 512", 5_000, lambda f, n: slices(f, 512, n), cancel=True),
    "frames": Size("frames in one object", 2_000, _frames),
    "folder": Size("instances of 4 MiB, 10 GB", 2_560, _large_slices),
    "text": Size(
        "instances of 512 x 512, with text", 80, lambda f, n: slices(f, 512, n), text=True
    ),
}


def measure(places: Places) -> Iterator[str]:
    """Lines for each study; with ``--keep`` what was measured before is not measured again."""
    keep = places.keep or places.scratch
    keep.mkdir(parents=True, exist_ok=True)
    names = [f"{kind}/{part}" for kind in _SIZES for part in _PARTS]
    wanted = [each for each in names if each.split("/")[0] in _only()]
    rows = collect(wanted, lambda name: _run(name, places), keep / "scale.jsonl", places.minutes)
    yield f"bound: {_BOUND_MIB:,} MiB for one process, and {_FILES} times the largest file"
    for kind in _only():
        yield from _told(kind, {key: row for key, row in rows.items() if key.startswith(kind)})


def _only() -> list[str]:
    chosen = os.environ.get("SCANVEIL_SCALE")
    return chosen.split(",") if chosen else list(_SIZES)


def _run(name: str, places: Places) -> Row:
    kind, _, part = name.partition("/")
    size, share = _SIZES[kind], _PARTS[-1] // int(part)
    scratch = places.scratch / name.replace("/", "-")
    scratch.mkdir()
    study = size.make(scratch / "study", size.count // share)
    largest = max(each.stat().st_size for each in study.iterdir()) >> 20
    words = [sys.executable, "-m", "tests.benchmarks.scale_run", str(study), str(scratch)]
    words += ["--text"] if size.text else []
    words += ["--cancel", *_CANCEL_AFTER_S] if size.cancel and share == 1 else []
    home = {"SCANVEIL_HOME": str(scratch / "home")}
    done = subprocess.run(
        words, cwd=_PROJECT, env={**os.environ, **home}, stdout=subprocess.PIPE, text=True
    )
    shutil.rmtree(scratch)
    lines = [json.loads(each) for each in done.stdout.splitlines()]
    load = os.getloadavg()[0]
    return {"count": size.count // share, "largest": largest, "load": load, "lines": lines}


def _told(kind: str, rows: Row) -> Iterator[str]:
    yield f"{_SIZES[kind].count:,} {_SIZES[kind].what}"
    lines = [(row, line) for row in rows.values() for line in row["lines"]]
    for stage in _STAGES:
        for row, line in lines:
            if line["stage"] == stage:
                yield f"  {stage:6} {_took(row['count'], line)} (load {row['load']:.1f})"
    yield from (f"  {_stopped(line)}" for _, line in lines if line["stage"].startswith("cancel"))
    peak = max((max(line["here"], line["one"]) for _, line in lines if "here" in line), default=0)
    bound = _BOUND_MIB + _FILES * max((row["largest"] for row in rows.values()), default=0)
    held = "held" if peak <= bound else "BROKEN"
    yield f"  at most {peak:,} MiB in one process; the bound of {bound:,} MiB is {held}"


def _took(count: int, line: Row) -> str:
    each = f"{1000 * line['cpu'] / count:6.2f} ms each"
    time = f"{line['seconds']:7.1f} s, {line['cpu']:7.1f} CPU s, {each}"
    memory = f"{line['here']:,} MiB, a worker {line['one']:,}, together {line['all']:,}"
    return f"{count:>6,}: {time}; {memory}"


def _stopped(line: Row) -> str:
    when = f"{line['stage']} after {line['after']} s"
    if line["idle"] is None:
        return f"{when}: it had ended before"
    left = "an export is left" if line["half"] else "nothing is left"
    return f"{when}: idle {line['idle']:.2f} s later, {left}"
