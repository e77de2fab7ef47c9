"""Everything identifies unless it is proved benign."""

from __future__ import annotations

from dataclasses import replace

import pytest

from viewer.identifiers import Identifier, Identifiers
from viewer.model import Box, Category, Masked
from viewer.ocr import Glimpse, Reading, Verdict, classify, judge_neighbours

KNOWN = Identifiers(
    (
        Identifier(Category.NAME, "PatientName", Masked("ROSENTHAL^MARIELLE")),
        Identifier(Category.RECORD_NUMBER, "PatientID", Masked("QX4471902")),
        Identifier(Category.DATE, "PatientBirthDate", Masked("19510829")),
        Identifier(Category.GEOGRAPHY, "InstitutionName", Masked("Westbrook Imaging Partners")),
    )
)


def reading(text: str, confidence: float = 0.95, x: int = 10, width: int = 0) -> Reading:
    box = Box(x, 10, width or 9 * max(1, len(text)), 14)
    return Reading(box, box, (Glimpse(Masked(text), confidence, "window"),), (0,), 0.8, box.height)


def verdict(text: str, confidence: float = 0.95, modality: str = "US") -> Verdict:
    return classify(reading(text, confidence), KNOWN, modality)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("R0SENTHAL", Category.NAME),
        ("ROSENTHAI, M", Category.NAME),
        ("ROSENTHALMARIELLE", Category.NAME),
        ("ROSENT...", Category.NAME),
        ("QX447I9O2", Category.RECORD_NUMBER),
        ("ID QX4471902", Category.RECORD_NUMBER),
        ("Westbrook lmaging Part...", Category.GEOGRAPHY),
        ("29 AUG 51", Category.DATE),
        ("11/04/2019", Category.DATE),
        ("09:14:33", Category.DATE),
        ("Tech: JK", Category.NAME),
        ("Saint Anne Hospital", Category.GEOGRAPHY),
        ("Female", Category.QUASI),
        ("555-12-9876", Category.SSN),
    ],
)
def test_what_identifies_is_proved_with_its_category(text: str, category: Category) -> None:
    found = verdict(text)
    assert (found.benign, found.proved, found.category) == (False, True, category)
    assert found.reason


@pytest.mark.parametrize(
    "text", ["MI 1.2", "TIS 0.4", "14 cm", "L12-5", "FR 36Hz", "SEMIUPRIGHT", "L", "Gain", "2D"]
)
def test_radiology_words_and_measurements_are_benign(text: str) -> None:
    assert verdict(text).benign


@pytest.mark.parametrize(
    "text",
    [
        "W 400 L 40",
        "WL:40WW:350",
        "TR4500TE98",
        "Matrix 256x256",
        "B30f",
        "5 mm/div",
        "DFOV 25.0cm",
    ],
)
def test_settings_are_benign_also_without_blanks(text: str) -> None:
    assert verdict(text).benign


@pytest.mark.parametrize(
    "text", ["SE123456", "W 400 JD", "ID 4471", "TR4500TE98 Kowalski", "B301f"]
)
def test_what_only_begins_like_a_setting_is_not_benign(text: str) -> None:
    assert not verdict(text).benign


def test_a_known_word_on_a_plain_film_is_no_pair_of_initials() -> None:
    assert verdict("STIR", modality="DX").benign
    assert not verdict("R AB", modality="DX").benign


@pytest.mark.parametrize(
    "text", ["Zyglofant", "1234567", "", "???", "J D", "2017", "TEST", "D0/1/01:946"]
)
def test_anything_else_is_not_benign(text: str) -> None:
    assert not verdict(text).benign


def test_a_common_word_used_as_an_id_counts_only_where_it_stands_alone() -> None:
    known = Identifiers((Identifier(Category.RECORD_NUMBER, "PatientID", Masked("CONTRAST")),))
    assert classify(reading("CONTRAST"), known, "CT").category is Category.RECORD_NUMBER
    assert classify(reading("CONTRAST 5 ml"), known, "CT").benign


def test_an_uncertain_unknown_is_for_a_person() -> None:
    assert verdict("Zyglofant", 0.55).is_doubtful
    assert verdict("Zyglofant", 0.3).is_doubtful
    assert not verdict("Zyglofant", 0.9).is_doubtful
    assert not verdict("ROSENTHAL", 0.45).is_doubtful
    hardly_there = replace(reading("Zyglofant"), certainty=0.6)
    assert classify(hardly_there, KNOWN, "US").is_doubtful
    assert not classify(replace(reading("ROSENTHAL"), certainty=0.6), KNOWN, "US").is_doubtful


def test_an_uncertain_reading_of_a_benign_word_proves_nothing() -> None:
    assert not verdict("MI 1.2", 0.55).benign


def test_a_reading_much_shorter_than_its_box_proves_nothing() -> None:
    assert not classify(reading("cm", width=300), KNOWN, "US").benign


def test_initials_beside_a_side_marker_are_unknown_on_plain_films_only() -> None:
    assert not verdict("R FA", modality="CR").benign
    assert verdict("R FA", modality="MR").benign


def test_bare_numbers_are_ticks_on_ultrasound_and_unknown_elsewhere() -> None:
    assert verdict("120", modality="US").benign
    assert not verdict("120", modality="CR").benign


def test_any_reading_of_a_box_that_identifies_decides() -> None:
    box = Box(0, 0, 90, 14)
    glimpses = (
        Glimpse(Masked("MI 1.2"), 0.9, "window"),
        Glimpse(Masked("ROSENTHAL"), 0.7, "contrast"),
    )
    assert (
        classify(Reading(box, box, glimpses, (0,), 0.8, box.height), KNOWN, "US").category
        is Category.NAME
    )


def test_a_value_beside_a_bare_label_inherits_it() -> None:
    label, value = reading("Ward"), reading("7 cm", x=60)
    far = reading("8 cm", x=400)
    judged = [(each, classify(each, KNOWN, "US")) for each in (label, value, far)]
    after = dict(judge_neighbours(judged))
    assert (after[value].benign, after[value].category) == (False, Category.GEOGRAPHY)
    assert after[far].benign


def test_a_verdict_never_shows_the_text() -> None:
    assert "ROSENTHAL" not in repr(verdict("ROSENTHAL")) + repr(reading("ROSENTHAL"))
