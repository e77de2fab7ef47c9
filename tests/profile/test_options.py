"""Options combine as PS3.15 Annex E says, for every attribute of the table and every pair."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from pydicom.datadict import dictionary_has_tag, dictionary_VR
from pydicom.dataset import Dataset

from tests.clean.header.builders import ct, save
from tests.clean.header.torture_run import clean_all
from viewer.model import Action, Decision
from viewer.paths import resource
from viewer.profile import Option, load_profile, method_code

_EXCLUDED = {Option.RETAIN_FULL_DATES, Option.RETAIN_MODIFIED_DATES}
_FREE_TEXT = {"LO", "SH", "ST", "LT", "UT", "UC"}


def _table() -> list[tuple[int, str, str, dict[str, str]]]:
    """Tag, VR, action and options, read here on its own from the resource."""
    rows = []
    for line in resource("standard/attribute-actions.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells[0]) != 8 or "x" in cells[0]:
            continue
        options = dict(each.split("=") for each in cells[2].split()) if len(cells) > 2 else {}
        tag = int(cells[0], 16)
        vr = dictionary_VR(tag).partition(" ")[0] if dictionary_has_tag(tag) else ""
        rows.append((tag, vr, cells[1], options))
    return rows


def _expected(vr: str, action: str, options: dict[str, str], chosen: set[Option]) -> set[str]:
    """What may happen by the standard; ours are stricter: kept ages, texts and codes are read."""
    granted = {options[each.value] for each in chosen if each.value in options}
    if "K" in granted:
        patient = Option.RETAIN_PATIENT_CHARACTERISTICS
        unread = vr == "AS" or (patient.value in options and vr in {*_FREE_TEXT, "CS"})
        return {"C"} if unread else {"K"}
    return {"C"} if "C" in granted else set(action.rstrip("*").split("/"))


def _pairs() -> list[tuple[Option, ...]]:
    single = [(each,) for each in Option]
    pairs = [each for each in combinations(Option, 2) if set(each) != _EXCLUDED]
    return [(), *single, *pairs]


@pytest.mark.parametrize("chosen", _pairs(), ids=lambda each: "+".join(each) or "none")
def test_every_pair_of_options_decides_as_the_table_says(chosen: tuple[Option, ...]) -> None:
    profile = replace(load_profile(), options=frozenset(chosen), _cache={})
    wrong = [
        f"{tag:08X}: {profile.rule(tag, vr=vr).code} not in {expected}"
        for tag, vr, action, options in _table()
        if profile.rule(tag, vr=vr).code
        not in (expected := _expected(vr, action, options, {*chosen}))
    ]
    assert wrong == []


def test_the_table_has_rows_for_every_option_that_is_about_attributes() -> None:
    named = {name for *_, options in _table() for name in options}
    by_pixels = {Option.CLEAN_PIXEL_DATA.value, Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES.value}
    assert named == {each.value for each in Option} - by_pixels - {Option.RETAIN_SAFE_PRIVATE.value}
    assert len(_table()) > 600


def _codes(ds: Dataset) -> list[str]:
    return [str(each.CodeValue) for each in ds.DeidentificationMethodCodeSequence]


def _cleaned(tmp_path: Path, ds: Dataset, decide: str = "") -> Dataset:
    path = save(ds, tmp_path / "in")
    first = clean_all([path], tmp_path / "first")
    decisions = {
        each.id: Decision(each.id, Action.KEEP, "reviewer", "", True, "made up")
        for each in first.result.findings
        if decide and each.keyword == decide
    }
    assert bool(decisions) == bool(decide)
    run = clean_all([path], tmp_path / "out", decisions=decisions)
    [done] = run.cleaned.values()
    return done.dataset


def test_codes_follow_from_what_was_done(tmp_path: Path) -> None:
    done = _codes(_cleaned(tmp_path, ct()))
    assert done[0] == method_code("basic")[0]
    assert {Option.CLEAN_GRAPHICS.code, Option.CLEAN_DESCRIPTORS.code} < set(done)
    assert Option.CLEAN_PIXEL_DATA.code not in done


@pytest.mark.parametrize(
    ("keyword", "value", "option"),
    [
        ("StudyDescription", "CT for Quastenflosser", Option.CLEAN_DESCRIPTORS),
        ("StudyDate", "20190213", Option.RETAIN_MODIFIED_DATES),
    ],
)
def test_no_option_is_claimed_that_a_person_overruled(
    tmp_path: Path, keyword: str, value: str, option: Option
) -> None:
    assert option.code in _codes(_cleaned(tmp_path / "a", ct(**{keyword: value})))
    assert option.code not in _codes(_cleaned(tmp_path / "b", ct(**{keyword: value}), keyword))


def test_codes_of_an_earlier_de_identification_are_told_and_kept(tmp_path: Path) -> None:
    codes = []
    for value, scheme, meaning in (
        ("113100", "DCM", "Basic Application Confidentiality Profile"),
        ("113101", "DCM", "Clean Pixel Data Option"),
        ("X1", "99ACME", "House rules"),
    ):
        item = Dataset()
        item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
        codes.append(item)
    ds = ct(DeidentificationMethodCodeSequence=codes, DeidentificationMethod="House method")
    ds.PatientIdentityRemoved = "YES"
    run = clean_all([save(ds, tmp_path / "in")], tmp_path / "out")
    [told] = [each for each in run.result.findings if each.detector == "header.consistency"]
    assert "Clean Pixel Data Option" in told.reason
    assert "1 codes that the standard does not list" in told.reason
    [done] = run.cleaned.values()
    assert _codes(done.dataset)[:2] == ["113100", "113101"]
    assert "X1" in _codes(done.dataset)
    assert _codes(done.dataset).count("113100") == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("keep-dates", "UNMODIFIED"), ("research", "MODIFIED"), ("maximum", "REMOVED")],
)
def test_the_flag_about_dates_agrees_with_the_codes(tmp_path: Path, name: str, value: str) -> None:
    run = clean_all([save(ct(), tmp_path / "in")], tmp_path / "out", name)
    [done] = run.cleaned.values()
    assert done.dataset.LongitudinalTemporalInformationModified == value
    dates = {Option.RETAIN_FULL_DATES.code, Option.RETAIN_MODIFIED_DATES.code}
    claimed = {each.code for each in load_profile(name).options} & dates
    assert set(_codes(done.dataset)) & dates == claimed
