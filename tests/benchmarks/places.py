"""Where the measured files come from."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pydicom
from pydicom.data import get_testdata_file

from viewer.demo import make_demo


@dataclass(frozen=True)
class Places:
    """A scratch folder for one run, and the folder of shared data and scripts, if it is there.

    Long sections keep what they measured in ``keep`` and stop to go on later after ``minutes``.
    """

    scratch: Path
    shared: Path
    keep: Path | None = None
    minutes: float = float("inf")

    @cached_property
    def demo(self) -> Path:
        """The full synthetic study."""
        return make_demo(self.scratch / "demo")

    @property
    def head_ct(self) -> Path:
        """A real head CT, or the synthetic one."""
        real = self.shared / "data" / "head_ct"
        return real if real.is_dir() else self.demo / "head"

    def name_of(self, folder: Path) -> str:
        """What to call a folder in the output."""
        return "synthetic head CT" if folder.is_relative_to(self.scratch) else folder.name

    @cached_property
    def peers(self) -> Path | None:
        """The folder of scripts that time other tools."""
        folder = self.shared / "peers"
        return folder if folder.is_dir() else None

    @cached_property
    def corpus(self) -> Path:
        """500 small CT files, by the peers' own script where there is one."""
        folder = self.scratch / "corpus"
        if self.peers:
            script = self.peers / "make_corpus.py"
            subprocess.run([sys.executable, script, folder], check=True, capture_output=True)
        else:
            copies(folder, 500)
        return folder


def copies(folder: Path, count: int) -> Path:
    """Instances of one series made from pydicom's small CT, each with its own UID."""
    folder.mkdir()
    ds = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    for number in range(1, count + 1):
        ds.SOPInstanceUID = ds.file_meta.MediaStorageSOPInstanceUID = f"2.25.{10**20 + number}"
        ds.InstanceNumber = number
        ds.save_as(folder / f"{number:05d}.dcm")
    return folder


def slices(folder: Path, side: int, count: int) -> Path:
    """16-bit CT slices a millimetre apart; noise, as the least that compresses."""
    folder.mkdir()
    random = np.random.default_rng(side)
    noise = random.integers(0, 2000, (side + 64, side), dtype=np.int16)
    ds = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    ds.Rows = ds.Columns = side
    for number in range(1, count + 1):
        ds.SOPInstanceUID = ds.file_meta.MediaStorageSOPInstanceUID = f"2.25.{side}{number:06d}"
        ds.InstanceNumber = number
        ds.ImagePositionPatient = [0, 0, number]
        ds.PixelData = np.ascontiguousarray(noise[number % 64 :][:side]).tobytes()
        ds.save_as(folder / f"{number:04d}.dcm")
    return folder
