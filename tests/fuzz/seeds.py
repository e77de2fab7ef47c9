"""The whole files that mutants are made from, each with an invented patient planted."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pydicom
from pydicom.uid import RLELossless

from tests.dicom.made import file_bytes, image, ramp
from tests.export.builders import write_study
from viewer.dicom import InMemory, read_header
from viewer.dicom.vr import LONG_VRS
from viewer.errors import UnreadableError

PLANTED = ("Zanderkrebs", "Ottilie", "QX7730194")
_SHARED = Path(__file__).parents[3] / "shared" / "data"
_MOST_BYTES = 200_000


@dataclass(frozen=True)
class Seed:
    """Bytes of a file, and where its top-level elements, their values and their ends are."""

    content: bytes
    spans: tuple[tuple[int, int, int], ...]


def seeds(scratch: Path) -> list[Seed]:
    """Small real files where they are, and files made by code, in an order that never changes."""
    found = [*_made(scratch), *_shared()]
    return [Seed(each, _spans(each)) for each in found]


def planted(content: bytes) -> bytes:
    """The same file with the invented patient, as it was where pydicom cannot write it again."""
    name, given, number = PLANTED
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ds = pydicom.dcmread(io.BytesIO(content), force=True)
            ds.PatientName, ds.PatientID = f"{name}^{given}", number
            ds.StudyDescription = f"Kopf {name}"
            stream = io.BytesIO()
            ds.save_as(stream)
    except Exception:  # noqa: BLE001 - many of these files are damaged on purpose
        return content
    return stream.getvalue()


def _shared() -> Iterator[bytes]:
    if not _SHARED.is_dir():
        return
    for path in sorted(_SHARED.rglob("*")):
        if path.is_file() and path.suffix not in (".csv", ".gz") and _is_small(path):
            yield planted(path.read_bytes())


def _is_small(path: Path) -> bool:
    return 200 < path.stat().st_size < _MOST_BYTES


def _made(scratch: Path) -> Iterator[bytes]:
    study = write_study(scratch / "made", instances=1)
    yield planted(next(study.iterdir()).read_bytes())
    colours = np.dstack([ramp(16, 16, "uint8")] * 3)
    for array in (ramp(16, 16), ramp(16, 16, "int16"), colours):
        yield planted(file_bytes(image(array)))
    compressed = image(ramp(16, 16, "uint8"))
    compressed.compress(RLELossless)
    yield planted(file_bytes(compressed))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.dcm", planted(file_bytes(image(ramp(8, 8)))))
    yield stream.getvalue()


def _spans(content: bytes) -> tuple[tuple[int, int, int], ...]:
    try:
        header = read_header(InMemory(content))
    except (UnreadableError, ValueError):
        return ()
    inside = (each for each in header.layout.elements.values() if each.end <= len(content))
    return tuple((each.start - _head(each.vr), each.start, each.end) for each in inside)


def _head(vr: bytes) -> int:
    return 12 if vr in LONG_VRS else 8
