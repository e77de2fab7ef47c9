"""Three readers of text, each from a DICOM file to boxes."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from PIL import Image

from tests.benchmarks.synthetic_text.picture import Picture
from viewer.clean import CleanContext, InstancePlan
from viewer.clean.pixels.blank_boxes import METHOD
from viewer.detect import DetectContext, collect_patient
from viewer.detect.pixels.text import DETECTOR
from viewer.dicom import FrameReader, read_dataset
from viewer.load import load
from viewer.model import Action, Box, Failure, Finding, PatientMapping
from viewer.ocr import shared_pool
from viewer.profile import load_profile

_STAGE = Path(__file__).with_name("presidio_stage.py")
_MAPPING = PatientMapping("P1", "P1", -100, bytes(32))
_GROWN = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """Boxes of one picture by what is proposed; ``same`` says the pixels came out unchanged."""

    blank: tuple[Box, ...] = ()
    ask: tuple[Box, ...] = ()
    keep: tuple[Box, ...] = ()
    seconds: float = 0.0
    same: bool = True
    error: str = ""

    @property
    def found(self) -> list[Box]:
        """All of them."""
        return [*self.blank, *self.ask, *self.keep]

    def to_json(self) -> str:
        """One line."""
        boxes = {name: [_row(box) for box in getattr(self, name)] for name in _BOXES}
        rest = {"seconds": self.seconds, "same": self.same, "error": self.error}
        return json.dumps(boxes | rest)

    @classmethod
    def from_json(cls, line: str) -> Outcome:
        """The outcome of a line."""
        values = json.loads(line)
        boxes = {name: tuple(Box(*row) for row in values.pop(name)) for name in _BOXES}
        return cls(**boxes, **values)


_BOXES = ("blank", "ask", "keep")


def scanveil(path: Path) -> Outcome:
    """What the program proposes for a file, and whether cleaning it as proposed changes pixels."""
    with FrameReader() as reader:
        (patient,) = load([path]).patients
        (series,) = patient.studies[0].series
        context = DetectContext(load_profile("research"), collect_patient(patient), reader)
        start = process_time() + shared_pool(1).cpu_seconds()
        found = list(DETECTOR.detect(series, context))
        seconds = process_time() + shared_pool(1).cpu_seconds() - start
        findings = [each for each in found if isinstance(each, Finding)]
        blank = _proposed(findings, Action.BLANK)
        source = series.instances[0].source
        dataset = read_dataset(source)
        before = bytes(dataset.PixelData)
        plan = InstancePlan(source, "1.2", boxes=tuple((box, None) for box in blank))
        METHOD.clean(
            dataset,
            plan,
            CleanContext(context.profile, _MAPPING, context.identifiers, reader, series),
        )
    return Outcome(
        blank,
        _proposed(findings, Action.REVIEW),
        _proposed(findings, Action.KEEP),
        round(seconds, 3),
        bytes(dataset.PixelData) == before,
        "; ".join(each.error for each in found if isinstance(each, Failure)),
    )


def tesseract(picture: Picture, scratch: Path) -> Outcome:
    """Words that Tesseract finds in the default window as sparse text, grown by 4 pixels."""
    path = scratch / "window.png"
    Image.fromarray((picture.background.display(picture.stored) * 255).astype("u1")).save(path)
    before = _children()
    words = ["tesseract", str(path), "stdout", "--psm", "11", "tsv"]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)
    rows = csv.DictReader(io.StringIO(ran.stdout), delimiter="\t", quoting=csv.QUOTE_NONE)
    boxes = [
        _grown([int(row[name]) for name in ("left", "top", "width", "height")])
        for row in rows
        if (row["text"] or "").strip()
    ]
    return Outcome(tuple(boxes), seconds=round(_children() - before, 3))


def presidio(files: Sequence[Path], folder: Path) -> Iterator[tuple[str, Outcome]]:
    """(name, words that Presidio's steps for DICOM find, grown by 4 pixels) of each file."""
    uv = shutil.which("uv") or str(Path(sys.prefix).with_name(".venv-tools") / "bin" / "uv")
    command = [uv, "run", "-q", "--no-project", "--isolated", "--python", sys.executable]
    command += ["--with", "presidio-image-redactor", "python", str(_STAGE), *map(str, files)]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHONPATH")}
    clean.pop("VIRTUAL_ENV", None)
    ran = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=clean)
    if ran.returncode:
        raise RuntimeError((ran.stderr.strip().splitlines() or ["no message"])[-1][:200])
    for line in ran.stdout.splitlines():
        row = json.loads(line)
        boxes = tuple(_grown(each) for each in row.get("boxes", ()))
        yield (
            row["name"],
            Outcome(boxes, (), (), row.get("seconds", 0.0), True, row.get("error", "")),
        )


def _proposed(findings: Sequence[Finding], action: Action) -> tuple[Box, ...]:
    found = [each.location.box for each in findings if each.proposed is action]
    return tuple(box for box in found if box is not None)


def _grown(row: Sequence[int]) -> Box:
    x, y, width, height = row
    return Box(x - _GROWN, y - _GROWN, max(1, width) + 2 * _GROWN, max(1, height) + 2 * _GROWN)


def _row(box: Box) -> list[int]:
    return [box.x, box.y, box.width, box.height]


def _children() -> float:
    used = os.times()
    return used.children_user + used.children_system
