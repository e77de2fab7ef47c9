"""What was blanked is read again: text that is left refuses the export, unless it was decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest

from tests.clean.pixels.build import image, saved
from tests.ocr.drawing import strokes
from viewer.clean import InstancePlan
from viewer.export.job import Cleaned
from viewer.export.pixels_again import Decided, ReadAgain, read_again
from viewer.identifiers import Identifier, Identifiers
from viewer.model import (
    Action,
    Box,
    Category,
    Change,
    Decision,
    Finding,
    Kind,
    Location,
    Masked,
    Source,
    silent,
)
from viewer.ocr import LeftText, Verdict
from viewer.verify.pixels import PixelReading, check_pixels

NAME = "dicom/S0001/000001.dcm"
SOURCE = Source(Path("original.dcm"))
AROUND = Box(20, 40, 200, 30)
ELSEWHERE = Box(20, 150, 100, 20)
PATIENT = Identifiers((Identifier(Category.NAME, "PatientName", Masked("ROSENTHAL^MARIELLE")),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An export that still shows a name."""
    pixels = np.full((200, 300), 40, np.uint8)
    pixels[strokes((200, 300), "ROSENTHAL", 24, 62, 0.9)] = 230
    (tmp_path / NAME).parent.mkdir(parents=True)
    saved(image(pixels), (tmp_path / NAME).parent, "000001.dcm")
    return tmp_path


def change(box: Box) -> Change:
    return Change("pixels.blank-boxes", "blanked", "accepted finding", None, box)


def cleaned(*changes: Change) -> Cleaned:
    return Cleaned(SOURCE, NAME, 1, "", "P1", changes, (), (), ())


def finding() -> Finding:
    place = Location("1", "1.2", (SOURCE,), None, (0,), AROUND)
    more = (Category.NAME, 0.9, "same as Patient's Name", Action.BLANK)
    return Finding("t1", "pixels.text", "1", Kind.TEXT, place, *more)


def read(folder: Path, blanked: Box, action: Action) -> ReadAgain:
    plan = InstancePlan(SOURCE, "1.2", boxes=((blanked, None),))
    made = Decision("t1", action, "reviewer", "", True, "a phantom")
    decided = Decided({SOURCE: plan}, [finding()], {"t1": made})
    return read_again([cleaned(change(blanked))], folder, {"P1": PATIENT}, decided, 1, silent)


@pytest.mark.slow
def test_a_name_that_was_missed_refuses_the_export(folder: Path) -> None:
    found = read(folder, ELSEWHERE, Action.BLANK)
    assert (found.files, found.unchanged) == (1, 0)
    (refusal,) = found.refusals
    assert refusal.source == SOURCE
    assert NAME in refusal.text
    assert "ROSENTHAL" not in refusal.text.upper()


def test_one_stroke_is_settled_away_from_what_was_changed_and_no_line_is() -> None:
    unknown = Verdict(Category.OTHER_UNIQUE, "not a known word", 0.9)
    stroke = LeftText(NAME, Box(100, 100, 10, 12), (0,), unknown, is_mark=True)
    assert stroke.is_settled([])
    assert stroke.is_settled([Box(20, 100, 60, 12)])
    assert not stroke.is_settled([Box(20, 100, 78, 12)])
    assert not replace(stroke, is_mark=False).is_settled([])


@pytest.mark.slow
def test_a_name_that_a_person_kept_is_decided(folder: Path) -> None:
    found = read(folder, ELSEWHERE, Action.KEEP)
    assert (found.kept, found.refusals) == (1, ())


@pytest.mark.slow
def test_nothing_is_believed_to_stand_in_the_fill(folder: Path) -> None:
    assert read(folder, AROUND, Action.BLANK).refusals == ()


@pytest.mark.slow
def test_what_is_read_anew_after_a_face_went_is_excused_only_on_scanned_pixels_and_unproved(
    folder: Path, tmp_path: Path
) -> None:
    pixels = pydicom.dcmread(folder / NAME).pixel_array.copy()
    pixels[:30] = 0  # what cleaning changed is elsewhere
    as_before = saved(image(pixels), tmp_path, "as-before.dcm")
    without = saved(image(np.full_like(pixels, 40)), tmp_path, "without.dcm")
    nobody = Identifiers()
    for source, known, excused in (
        (as_before, nobody, 1),
        (without, nobody, 0),
        (as_before, PATIENT, 0),
    ):
        work = replace(cleaned(Change("surface.deface", "defaced", "a face")), source=source)
        decided = Decided({source: InstancePlan(source, "1.2")}, [], {})
        found = read_again([work], folder, {"P1": known}, decided, 1, silent)
        assert (len(found.as_scanned), len(found.refusals)) == (excused, 1 - excused)


def test_pixels_that_nobody_changed_are_not_read_twice(folder: Path) -> None:
    decided = Decided({}, [], {})
    untouched = replace(cleaned(), changes=(Change("header.x", "removed", "rule"),))
    found = read_again([untouched], folder, {}, decided, 1, silent)
    assert (found.files, found.unchanged) == (0, 1)


def test_a_file_that_cannot_be_decoded_refuses_the_export(folder: Path) -> None:
    content = (folder / NAME).read_bytes()
    (folder / NAME).write_bytes(content[:-1000])
    (refusal,) = read(folder, ELSEWHERE, Action.BLANK).refusals
    assert "could not be read again" in refusal.text


def statement(*, blanked: Box, kept: Box | None = None) -> dict[str, object]:
    sides = [blanked.x, blanked.y, blanked.width, blanked.height]
    done = {"what": "blanked", "box": sides}
    texts = [{"box": [kept.x, kept.y, kept.width, kept.height], "files": [NAME]}] if kept else []
    changes = [{"files": [NAME], "done": [done]}]
    return {"predicate": {"changes": changes, "texts_kept": texts}}


@pytest.mark.slow
def test_verifying_reads_the_pixels_afresh(folder: Path) -> None:
    told = statement(blanked=ELSEWHERE)
    check = check_pixels(folder, [NAME], told, (), PixelReading.FAST, 1, silent)
    assert (check.ok, check.files) == (False, (NAME,))
    assert check.detail.startswith("Fast reading of 1 files")
    told = statement(blanked=ELSEWHERE, kept=AROUND)
    check = check_pixels(folder, [NAME], told, (), PixelReading.FULL, 1, silent)
    assert check.ok
    assert check.detail.startswith("Full reading of 1 files")


def test_verifying_fast_leaves_out_what_was_not_changed(folder: Path) -> None:
    check = check_pixels(folder, [NAME], {}, (), PixelReading.FAST, 1, silent)
    assert check.ok
    assert "0 files" in check.detail
    check = check_pixels(folder, [NAME], {}, (), PixelReading.NONE, 1, silent)
    assert not check.done
