"""Real screens with transcribed text: found, blanked, and not readable afterwards."""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz import fuzz

from viewer.clean import CleanContext, InstancePlan
from viewer.clean.pixels.blank_boxes import METHOD
from viewer.detect import DetectContext, collect_patient
from viewer.detect.pixels.text import DETECTOR
from viewer.dicom import SEQUENTIAL_JPEG, FrameReader, read_dataset
from viewer.load import load
from viewer.model import Action, Box, Finding, PatientMapping, Series
from viewer.profile import load_profile

pytestmark = pytest.mark.slow
LOSSLESS = ("1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80")


@dataclass
class Screen:
    """A series with what stands in it and what was found."""

    name: str
    series: Series
    context: DetectContext
    findings: list[Finding]
    truth: list[tuple[str, Box]] = field(default_factory=list)

    @property
    def boxes(self) -> list[Box]:
        return [
            each.location.box
            for each in self.findings
            if each.proposed is not Action.KEEP and each.location.box is not None
        ]


def transcribed(folder: Path) -> dict[str, list[tuple[str, Box]]]:
    truth: dict[str, list[tuple[str, Box]]] = defaultdict(list)
    with (folder / "TEXT_BOXES.csv").open() as file:
        for row in csv.DictReader(file):
            corner = int(row["left"]), int(row["top"])
            box = Box(*corner, int(row["width"]), int(row["height"]))
            truth[row["file"]].append((row["text"].rstrip(". "), box))
    return truth


def detect(path: Path, reader: FrameReader) -> Iterator[Screen]:
    for patient in load([path]).patients:
        identifiers = collect_patient(patient)
        context = DetectContext(load_profile("research"), identifiers, reader)
        for study in patient.studies:
            for series in study.series:
                found = list(DETECTOR.detect(series, context))
                assert all(isinstance(each, Finding) for each in found)
                findings = [each for each in found if isinstance(each, Finding)]
                yield Screen(path.name, series, context, findings)


@pytest.fixture(scope="module")
def screens(shared_data: Path) -> Iterator[list[Screen]]:
    truth = transcribed(shared_data / "burned_in")
    with FrameReader() as reader:
        found = []
        for name, boxes in truth.items():
            (screen,) = detect(shared_data / "burned_in" / name, reader)
            screen.truth = boxes
            found.append(screen)
        yield found


def covered(box: Box, others: list[Box]) -> float:
    mask = np.zeros((box.height, box.width), bool)
    for other in others:
        part = box.overlap(other)
        if part:
            x, y = max(0, other.x - box.x), max(0, other.y - box.y)
            mask[y : other.bottom - box.y, x : other.right - box.x] = True
    return float(mask.mean())


def test_transcribed_text_is_found_and_covered(screens: list[Screen]) -> None:
    shares = [covered(box, each.boxes) for each in screens for _, box in each.truth]
    assert len(shares) == 53
    assert sum(share > 0 for share in shares) >= 52
    assert sum(share >= 0.9 for share in shares) >= 52


def test_most_transcribed_text_is_read_as_it_stands(screens: list[Screen]) -> None:
    read = [
        any(says(reading, text) for reading in readings(screen, text, box))
        for screen in screens
        for text, box in screen.truth
    ]
    assert sum(read) >= 48


def test_nothing_transcribed_is_readable_after_cleaning(
    screens: list[Screen], tmp_path: Path
) -> None:
    for number, screen in enumerate(screens):
        folder = tmp_path / str(number)
        folder.mkdir()
        cleaned = clean(screen, folder)
        (after,) = detect(cleaned, screen.context.reader)
        still = [
            (len(text), fuzz.ratio(text.casefold(), reading.casefold()))
            for text, box in screen.truth
            for reading in readings(after, text, box)
            if says(reading, text)
        ]
        assert still == [], f"screen {number} still shows a transcribed text"
        shutil.rmtree(folder)


def readings(screen: Screen, text: str, box: Box) -> list[str]:
    """What is read in the place of a short text, or anywhere for a long one."""
    return [
        each.text.reveal()
        for each in screen.findings
        if len(text) > 4 or (each.location.box and box.overlap(each.location.box))
    ]


def says(reading: str, text: str) -> bool:
    found, wanted = (each.casefold().replace(" ", "") for each in (reading, text))
    if min(len(found), len(wanted)) < 4:
        return found == wanted
    return fuzz.partial_ratio(found, wanted) >= 85 and len(found) >= 0.5 * len(wanted)


def clean(screen: Screen, folder: Path) -> Path:
    source = screen.series.instances[0].source
    dataset = read_dataset(source)
    before = [frame.array for frame in screen.context.reader.frames(source)]
    syntax = dataset.file_meta.TransferSyntaxUID
    plan = InstancePlan(source, "1.2", boxes=tuple((box, None) for box in screen.boxes))
    context = CleanContext(
        profile=screen.context.profile,
        mapping=PatientMapping("P1", "P1", -100, b"k" * 32),
        identifiers=screen.context.identifiers,
        reader=screen.context.reader,
        series=screen.series,
    )
    METHOD.clean(dataset, plan, context)
    path = folder / "cleaned.dcm"
    dataset.save_as(path, enforce_file_format=True)
    check_outside(screen, path, before, in_blocks=syntax in SEQUENTIAL_JPEG)
    if syntax in LOSSLESS or syntax in SEQUENTIAL_JPEG:
        assert dataset.file_meta.TransferSyntaxUID == syntax
    return path


def check_outside(screen: Screen, path: Path, before: list[np.ndarray], *, in_blocks: bool) -> None:
    """Every pixel outside the boxes equals the decoded source, in every frame.

    JPEG with shared chroma is blanked in blocks of 16, and what lies one pixel beside them is
    shown in another shade by a decoder that smooths chroma.
    """
    (instance,) = load([path]).instances()
    after = [frame.array for frame in screen.context.reader.frames(instance.source)]
    outside = np.ones(before[0].shape[:2], bool)
    for box in screen.boxes:
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        if in_blocks:
            left, top = (max(0, (each - 1) // 16 * 16 - 1) for each in (left, top))
            right, bottom = (-(-(each + 1) // 16) * 16 + 1 for each in (right, bottom))
        outside[top:bottom, left:right] = False
    assert len(after) == len(before)
    assert all((a[outside] == b[outside]).all() for a, b in zip(after, before, strict=True))
