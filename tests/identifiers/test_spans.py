"""Where identifying values stand in a text."""

from __future__ import annotations

import pickle
import time

import pytest
from pydicom.dataset import Dataset

from viewer.identifiers import (
    Identifiers,
    capped_age,
    clean_text,
    clean_value,
    collect,
    is_benign,
    is_well_known_uid,
    words,
)
from viewer.model import Category


def _patient(**more: str) -> Dataset:
    ds = Dataset()
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.PatientName = "DAVIDSON^Douglas=山田^太郎=やまだ^たろう"
    ds.PatientID = "123-456-78"
    ds.PatientBirthDate = "19310704"
    ds.InstitutionName = "Elbhang General Hospital"
    ds.ReferringPhysicianName = "Müller^Jörg"
    for keyword, value in more.items():
        setattr(ds, keyword, value)
    return ds


@pytest.fixture(scope="module")
def known() -> Identifiers:
    return collect([_patient()])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("XR CHEST AP PORTABLE for Douglas Davidson", "XR CHEST AP PORTABLE for"),
        ("davidson_douglas CT head", "CT head"),
        ("CT DouglasDavidson thorax", "CT thorax"),
        ("MR knee Dr. Mueller", "MR knee"),
        ("seen by Dr. Mueller, left knee pain", "seen by left knee pain"),
        ("MR knee MÜLLER left", "MR knee left"),
        ("ID 12345678 chest", "ID chest"),
        ("born 04.07.1931 chest", "born chest"),
        ("chest 31-07-04", "chest"),
        ("CT of 12 March 2019 10:20", "CT of"),
        ("follow up to 2019/03/12", "follow up to"),
        ("Elbhang General Hospital CT", "CT"),
        ("患者山田 CT", "CT"),
        ("call (555) 123-4567 for report", "call for report"),
        ("report to a.b@example.org", "report to"),
        ("see https://example.org/x now", "see now"),
        ("123-45-6789", "REMOVED"),
        ("male 92 yo with cough", "male with cough"),
        ("male 45 yo with cough", "male 45 yo with cough"),
        ("CT HEAD WITHOUT CONTRAST 1.25 mm", "CT HEAD WITHOUT CONTRAST 1.25 mm"),
        ("T1W MPRAGE TE 30 TR 2000", "T1W MPRAGE TE 30 TR 2000"),
        ("CT head Zqxwv", "CT head"),
        ("", ""),
    ],
)
def test_only_what_identifies_is_cut(known: Identifiers, text: str, left: str) -> None:
    cleaned = clean_text(text, known)
    assert cleaned == left
    assert clean_text(cleaned, known) == cleaned


def test_a_span_says_what_it_repeats(known: Identifiers) -> None:
    [span] = known.spans("CT Davidson")
    assert (span.start, span.end, span.category) == (3, 11, Category.NAME)
    assert span.reason == "same as Patient's Name"


def test_a_patient_named_like_an_organ_does_not_destroy_descriptions() -> None:
    known = collect([_patient(PatientName="Head^Rose")])
    assert clean_text("CT HEAD", known) == "CT HEAD"
    assert clean_text("CT Rose Head", known) == "CT"


def test_short_names_need_company() -> None:
    known = collect([_patient(PatientName="Wu^Li")])
    assert known.spans("LI knee") == []
    assert [each.category for each in known.spans("Li Wu knee")] == [Category.NAME] * 2


def test_names_are_found_in_private_and_nested_person_names() -> None:
    inner, outer = Dataset(), _patient()
    inner.PersonName = "Zwiebel^Karla"
    outer.ContentSequence = [inner]
    outer.private_block(0x0011, "ACME", create=True).add_new(1, "PN", "Quitte^Otto")
    values = {each.value.reveal() for each in collect([outer]).items}
    assert {"Zwiebel^Karla", "Quitte^Otto", "山田^太郎"} <= values


def test_identifiers_merge_once_travel_and_do_not_tell(known: Identifiers) -> None:
    assert known.merge(known) == known
    assert pickle.loads(pickle.dumps(known)) == known  # noqa: S301 - what workers get
    assert "avidson" not in repr(known)


@pytest.mark.parametrize("text", ["R", "LEFT KNEE", "120 kV 200mAs", "W 400 L 40", "SE 3 IM 12"])
def test_ordinary_burned_in_text_is_benign(text: str) -> None:
    assert is_benign(text)


@pytest.mark.parametrize("text", ["Davidson", "04 07 1931", "19310704", "A1234567", "X@y.de"])
def test_identifying_text_is_not_benign(text: str) -> None:
    assert not is_benign(text)


def test_the_vocabulary_is_large_and_fast(known: Identifiers) -> None:
    assert len(words()) > 1200
    texts = [f"CT HEAD {number} mm" for number in range(1000)]
    start = time.perf_counter()
    assert all(map(is_benign, texts))
    assert time.perf_counter() - start < 0.25, "250 µs each even on a loaded machine"


@pytest.mark.parametrize(
    ("text", "capped"), [("089Y", "089Y"), ("090Y", "090Y"), ("103Y", "090Y"), ("012M", "012M")]
)
def test_ages_over_89_are_capped(text: str, capped: str) -> None:
    assert capped_age(text) == capped


def test_code_strings_keep_defined_terms_and_lose_identifiers(known: Identifiers) -> None:
    assert clean_value(0x00080060, "CS", "CT", known) == "CT"
    assert clean_value(0x00080008, "CS", "XYLOPHONE", known) == "XYLOPHONE"
    assert clean_value(0x00282114, "CS", "ISO_10918_1", known) == "ISO_10918_1"
    assert clean_value(0x00080008, "CS", "DAVIDSON", known) == "REMOVED"
    assert clean_value(0x00180015, "CS", "XYLOPHONE", known) == "REMOVED"


def test_code_meanings_of_the_standard_stay(known: Identifiers) -> None:
    assert clean_value(0x00080104, "LO", "Lungs, hila, mediastinum", known) != "REMOVED"
    assert clean_value(0x00080104, "LO", "De-identifying Equipment", known) != "REMOVED"


def test_uids_of_the_standard_are_nobodys() -> None:
    assert is_well_known_uid("1.2.840.10008.1.2.1")
    assert is_well_known_uid("1.2.840.10008.5.1.4.1.1.2")
    assert not is_well_known_uid("1.2.840.10008.20190213101112.4711")
    assert not is_well_known_uid("2.25.4711")


@pytest.mark.parametrize(
    "age",
    ["94 y/o", "94 y/of", "94-y/o", "94 y.o.", "94 y o", "94yF", "94F", "94/M", "94 J.", "Y/O 94",
     "Alter: 94 J", "edad 94", "âge 94 ans", "età 94", "94 jaar", "94 anni", "094Y"],
)  # fmt: skip
def test_no_letter_of_a_high_age_is_left(age: str) -> None:
    assert clean_text(f"CT {age} chest", Identifiers()) == "CT chest"


@pytest.mark.parametrize("text", ["99m Tc bone scan", "flip angle 90", "94 kV", "age 89", "94 mm"])
def test_what_is_no_high_age_stays(text: str) -> None:
    assert clean_text(text, Identifiers()) == text
