"""Frames decoded by programs that share no code with this one: dcmtk, GDCM, OpenJPH."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from pydicom import dcmread
from pydicom.encaps import generate_frames

Array = NDArray[Any]
_SECONDS = 60
_ORIGINAL_ONLY = "present when condition unsatisfied (which may not be present otherwise)"
_TOOLS = {
    "1.2.840.10008.1.2.5": ("dcmdrle", "gdcmconv"),
    **dict.fromkeys((f"1.2.840.10008.1.2.4.{n}" for n in (50, 51, 53, 55, 57, 70)), ("dcmdjpeg",)),
    **dict.fromkeys((f"1.2.840.10008.1.2.4.{n}" for n in (80, 81)), ("dcmdjpls",)),
    **dict.fromkeys((f"1.2.840.10008.1.2.4.{n}" for n in (90, 91)), ("gdcmconv",)),
    **dict.fromkeys((f"1.2.840.10008.1.2.4.{n}" for n in (201, 202, 203)), ("ojph_expand",)),
}


def tools_for(syntax: str) -> tuple[str, ...]:
    """The programs to try for a transfer syntax, those that are installed."""
    wanted = _TOOLS.get(syntax, ("dcmconv",))
    return tuple(each for each in wanted if shutil.which(each))


def decoded(path: Path, tool: str, folder: Path) -> Array | None:
    """(frames, rows, columns, samples) as a program decodes a file, None when it refuses."""
    try:
        return _READERS.get(tool, _by_conversion)(path, tool, folder)
    except (subprocess.SubprocessError, OSError, ValueError):
        return None


def new_errors(before: Path, after: Path) -> set[str]:
    """What dciodvfy complains about in the second file and not in the first.

    Attributes it grants only to images of Image Type ORIGINAL do not count: one whose pixels were
    changed is DERIVED, and what is known of its acquisition stays true.
    """
    return {each for each in _errors(after) - _errors(before) if _ORIGINAL_ONLY not in each}


def _errors(path: Path) -> set[str]:
    ran = subprocess.run(["dciodvfy", path], capture_output=True, timeout=_SECONDS)
    lines = (ran.stderr + ran.stdout).decode("latin-1").splitlines()
    return {line for line in lines if line.startswith("Error")}


def _run(*words: str | Path) -> None:
    subprocess.run(words, check=True, capture_output=True, timeout=_SECONDS)


def _by_conversion(path: Path, tool: str, folder: Path) -> Array:
    plain = folder / "plain.dcm"
    plain.unlink(missing_ok=True)
    words = ["--raw"] if tool == "gdcmconv" else []
    words += ["+te"] if tool == "dcmconv" else []
    words += ["+cn"] if tool == "dcmdjpeg" else []
    _run(tool, *words, path, plain)
    return _uncompressed(plain)


def _uncompressed(path: Path) -> Array:
    """Cells as they lie; 4:2:2 as pairs of columns."""
    ds = dcmread(path)
    if ds.file_meta.TransferSyntaxUID.is_compressed:
        raise ValueError("still compressed")
    frames, rows, columns = int(ds.get("NumberOfFrames") or 1), ds.Rows, ds.Columns
    samples = int(ds.SamplesPerPixel)
    if ds.BitsAllocated == 1:
        bits = np.unpackbits(np.frombuffer(ds.PixelData, np.uint8), bitorder="little")
        return bits[: frames * rows * columns].reshape(frames, rows, columns, 1)
    cells = np.frombuffer(ds.PixelData, f"<u{ds.BitsAllocated // 8}")
    if str(ds.PhotometricInterpretation).endswith("_422") and samples == 3:
        return cells[: frames * rows * columns * 2].reshape(frames, rows, columns // 2, 4)
    cells = cells[: frames * rows * columns * samples]
    if samples > 1 and ds.get("PlanarConfiguration") == 1:
        return cells.reshape(frames, samples, rows, columns).transpose(0, 2, 3, 1)
    return cells.reshape(frames, rows, columns, samples)


def _by_codestream(path: Path, tool: str, folder: Path) -> Array:
    ds = dcmread(path)
    count, found = int(ds.get("NumberOfFrames") or 1), []
    for data in generate_frames(ds.PixelData, number_of_frames=count):
        coded, plain = (
            folder / "one.j2c",
            folder / ("one.pgm" if ds.SamplesPerPixel == 1 else "one.ppm"),
        )
        coded.write_bytes(data)
        _run(tool, "-i", coded, "-o", plain)
        picture = cv2.imread(str(plain), cv2.IMREAD_UNCHANGED)
        found.append(picture.reshape(ds.Rows, ds.Columns, -1)[..., ::-1])
    return np.array(found)


_READERS: dict[str, Callable[[Path, str, Path], Array]] = {"ojph_expand": _by_codestream}
