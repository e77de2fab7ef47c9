"""Frames per second when scrolling through slices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import numpy as np
import pydicom
from pydicom.data import get_testdata_file

from tests.benchmarks.places import Places
from tests.benchmarks.window import open_series, painted, slice_view
from viewer.dicom import FrameReader
from viewer.gui.slice_view import SliceView
from viewer.load import load


def measure(places: Places) -> Iterator[str]:
    """Scroll forth through slices never seen, then back through those kept."""
    for side, count in ((512, 120), (3000, 12)):
        folder = _slices(places.scratch / f"scroll{side}", side, count)
        with FrameReader() as reader, slice_view() as view:
            open_series(view, next(load([folder]).series()), reader)
            forth, worst = _scroll(view, count - 1, +1)
            back, _ = _scroll(view, count - 1, -1)
        yield (
            f"{side} x {side}, 16 bit, {count} slices: forth {forth:.0f} frames/s "
            f"(slowest step {worst * 1000:.0f} ms), back {back:.0f} frames/s"
        )


def _scroll(view: SliceView, steps: int, by: int) -> tuple[float, float]:
    durations = []
    for _ in range(steps):
        start = perf_counter()
        view.step(by)
        painted(view)
        durations.append(perf_counter() - start)
    return steps / sum(durations), max(durations)


def _slices(folder: Path, side: int, count: int) -> Path:
    folder.mkdir()
    random = np.random.default_rng(side)
    ds = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    ds.Rows = ds.Columns = side
    for number in range(1, count + 1):
        ds.SOPInstanceUID = ds.file_meta.MediaStorageSOPInstanceUID = f"2.25.{side}{number:06d}"
        ds.InstanceNumber = number
        ds.ImagePositionPatient = [0, 0, number]
        ds.PixelData = random.integers(0, 2000, (side, side), dtype=np.int16).tobytes()
        ds.save_as(folder / f"{number:04d}.dcm")
    return folder
