"""Every real image looks as an independent renderer (dcmtk) shows it, at its default window."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from pydicom import Dataset

from viewer.dicom import (
    Frame,
    FrameReader,
    default_window,
    pixel_spec,
    read_dataset,
    to_display,
)
from viewer.dicom.frame import Array
from viewer.dicom.voi import voi_parameters
from viewer.errors import ScanveilError
from viewer.model import Source

# What differs by more than one grey level, by how much, and why.
_INTEGERS = (2, "dcmtk turns YBR into RGB with rounded integer factors")
EXPLAINED = {
    "dcm4che__YBR_FULL-RLE.dcm": _INTEGERS,
    "orthanc-tests__2023-04-21-RLEPlanarConfigurationYBR_FULL.dcm": _INTEGERS,
}
# No renderer here but ours reads these.
NOT_RENDERED = {
    "pydicom-data__HTJ2KLossless_08_RGB.dcm": "neither dcmtk nor gdcm reads HTJ2K",
    "pydicom-data__liver_nonbyte_aligned_rle.dcm": "dcmtk cannot, gdcm aborts on one bit in RLE",
}
TOOLS = ("dcm2pnm", "dcmj2pnm", "dcml2pnm")

pytestmark = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in (*TOOLS, "gdcmconv")),
    reason="dcmtk or gdcm is not installed",
)


def _first_frames(shared_data: Path) -> Iterator[tuple[Path, Dataset, Frame]]:
    heads = {next((shared_data / head).glob("*/*")) for head in ("head_ct", "head_mr")}
    others = {p for p in shared_data.rglob("*") if p.is_file() and "head_" not in str(p)}
    with FrameReader() as reader:
        for path in sorted(heads | others):
            try:
                ds = read_dataset(Source(path))
                if pixel_spec(ds) is None or "PixelData" not in ds:
                    continue
                yield path, ds, next(iter(reader.frames(Source(path))))
            except ScanveilError:
                continue


def _window(ds: Dataset, frame: Frame) -> list[str]:
    """The words that make dcmtk show what the program shows without being told."""
    voi = voi_parameters(ds, 0)
    if frame.is_color or frame.photometric == "PALETTE COLOR":
        return []
    if voi.windows:
        return ["+Wi", "1"]
    if voi.voi_lut is not None:
        return ["+Wl", "1"]
    window = default_window(voi, frame)
    return ["+Ww", str(window.center), str(window.width)]


def _rendered(path: Path, words: list[str], folder: Path) -> Array | None:
    raw, out = folder / "raw.dcm", folder / "out.pnm"
    for tool in (*TOOLS, "gdcmconv"):
        source = path
        if tool == "gdcmconv":
            subprocess.run([tool, "--raw", path, raw], capture_output=True, check=False)
            source, tool = raw, "dcm2pnm"
        out.unlink(missing_ok=True)
        subprocess.run([tool, "-q", "-O", *words, source, out], capture_output=True, check=False)
        if out.exists():
            image = cv2.imread(str(out), cv2.IMREAD_UNCHANGED)
            return image[..., ::-1] if image.ndim == 3 else image
    return None


def test_every_decodable_file_is_shown_within_one_grey_level(
    shared_data: Path, tmp_path: Path
) -> None:
    rows, unlike = [], []
    for path, ds, frame in _first_frames(shared_data):
        (folder := tmp_path / str(len(rows))).mkdir()
        theirs = _rendered(path, _window(ds, frame), folder)
        ours = to_display(frame, ds)
        if theirs is None:
            rows.append(f"{path.name:110} not rendered: {NOT_RENDERED.get(path.name)}")
            unlike += [] if path.name in NOT_RENDERED else [rows[-1]]
            continue
        if theirs.ndim < ours.ndim:
            theirs = theirs[..., None]
        most = int(np.abs(theirs.astype(int) - ours.astype(int)).max())
        allowed, why = EXPLAINED.get(path.name, (1, ""))
        rows.append(f"{path.name:110} {frame.photometric:14} {most} {why}")
        unlike += [rows[-1]] if most > allowed else []
    print("\n".join(rows))
    assert len(rows) >= 60
    assert not unlike
