"""Risk, deface and export of a synthetic head CT of 512 x 512 x 300: seconds and memory.

Text is not read again before publishing: that has a time of its own.

``python -m tests.benchmarks.face_time`` writes it to a temporary folder (160 MB), then assesses it,
exports it with its face removed and proved, and times strokes on the preview.
"""

from __future__ import annotations

import os
import resource
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np

from tests.surface.dicom_head import write_slices
from viewer import export
from viewer.dicom import FrameReader
from viewer.dicom.volume import read_volume
from viewer.export import exporting
from viewer.export.pixels_again import ReadAgain
from viewer.load import load
from viewer.model import Action, Category, FaceEdit, Finding, Kind, Location, ScanResult, Stroke
from viewer.profile import load_profile
from viewer.provenance import Vault
from viewer.surface import assess, head_volume, prepare_preview, voxels_of

_SHAPE, _STEP = (300, 256, 256), (0.8, 0.9, 0.9)


def main() -> None:
    """Print one line per step."""
    with tempfile.TemporaryDirectory(prefix="scanveil-face-") as name:
        os.environ["SCANVEIL_HOME"] = str(Path(name) / "home")
        os.environ["SCANVEIL_PASSPHRASE"] = secrets.token_urlsafe(24)
        (Path(name) / "in").mkdir()
        _write(Path(name) / "in")
        _measure(Path(name))
    own, child = (
        resource.getrusage(who).ru_maxrss / 1e6
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak memory of this process {own:.2f} GB, of the largest it started {child:.2f} GB")


def _write(folder: Path) -> None:
    head = head_volume(1, "CT", _STEP, _SHAPE)
    fine = head.array.repeat(2, 1).repeat(2, 2)
    affine = head.affine.copy()
    affine[:3, :2] /= 2
    affine[:3, 3] -= affine[:3, :2].sum(axis=1) / 2
    write_slices(folder, fine, affine, range(len(fine)))


def _measure(folder: Path) -> None:
    loaded = load([folder / "in"])
    (series,) = loaded.series()
    with _timed("read the volume"), FrameReader() as reader:
        voxels = voxels_of(read_volume(series, reader), "CT")
    with _timed("risk"):
        found = assess(voxels, series_uid=series.series_uid)
    print(found.risk.grade, found.votes)
    with _timed("prepare the preview"):
        preview = prepare_preview(voxels, found)
    x, y, z = preview.fit.landmarks["nose_tip"]
    stroke = Stroke(((x, y, z), (x + 12, y + 4, z), (x + 20, y + 8, z + 5)), 12.0)
    with _timed("a brush stroke"):
        preview = preview.edited(replace(FaceEdit(), strokes=(stroke,)))
    with _timed("the surface after it"):
        preview.surface()
    del voxels, found, preview
    sources = tuple(each.source for each in series.instances)
    place = Location(series.study_uid, series.series_uid, sources)
    face = Finding(
        "f", "surface.face", "2", Kind.FACE, place, Category.FACE_PHOTO, 0.9, "", Action.CLEAN
    )
    exporting.read_again = lambda *_: ReadAgain()
    with Vault.open(create=True) as vault, _timed("export: deface, write, read back, prove"):
        export.export(
            loaded,
            ScanResult((face,)),
            {},
            out=folder / "out",
            profile=load_profile("research"),
            vault=vault,
            accept_proposed=True,
        )


@contextmanager
def _timed(what: str) -> Iterator[None]:
    before, start = os.times(), perf_counter()
    yield
    after, seconds = os.times(), perf_counter() - start
    cpu = sum(np.array(after[:4]) - np.array(before[:4]))
    print(f"{what}: {seconds:.2f} s, {cpu:.2f} CPU s, load {os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
