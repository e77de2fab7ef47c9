"""What a profile decides for an attribute, and which source it names."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from viewer.errors import UsageError
from viewer.profile import Option, Profile, list_profiles, load_profile, method_code


@pytest.fixture(scope="module")
def research() -> Profile:
    return load_profile()


def test_research_is_the_default_and_the_first_listed() -> None:
    names = [each.name for each in list_profiles()]
    assert names[0] == load_profile().name == "research"
    assert {"maximum", "keep-dates", "ai-training", "teaching"} < set(names)


@pytest.mark.parametrize(
    ("tag", "vr", "code"),
    [
        (0x00100010, "PN", "Z"),
        (0x00100020, "LO", "D"),
        (0x0020000D, "UI", "U"),
        (0x00081030, "LO", "C"),
        (0x00080020, "DA", "C"),
        (0x00100040, "CS", "C"),
        (0x00101010, "AS", "C"),
        (0x00080999, "LO", "X"),
        (0x00181160, "SH", "C"),
        (0x00186011, "SQ", "K"),
        (0x00280010, "US", "K"),
        (0x50020010, "US", "C"),
        (0x60024000, "LT", "C"),
        (0x00091001, "LO", "X"),
    ],
)
def test_research_rules(research: Profile, tag: int, vr: str, code: str) -> None:
    assert research.rule(tag, vr=vr).code == code


def test_a_compound_action_never_loses_a_type_1_attribute() -> None:
    maximum = load_profile("maximum")
    assert maximum.rule(0x00181000, vr="LO").code == "D", "X/Z/D"
    assert maximum.rule(0x00181030, vr="LO").code == "D", "X/D"
    assert maximum.rule(0x00080022, vr="DA").code == "Z", "X/Z"
    assert maximum.rule(0x00082112, vr="SQ").code == "U", "X/Z/U*"


def test_safe_private_needs_the_right_creator(research: Profile) -> None:
    safe = research.rule(0x20011003, creator="Philips Imaging DD 001")
    assert safe.code == "K"
    assert "E.3.10-1" in safe.source
    assert research.rule(0x20011003, creator="SOMEBODY").code == "X"
    assert load_profile("maximum").rule(0x20011003, creator="Philips Imaging DD 001").code == "X"


def test_every_rule_names_its_source(research: Profile) -> None:
    assert research.rule(0x00100020).source == "PS3.15 2026d Table E.1-1: Z/D"
    assert "Clean Descriptors Option" in research.rule(0x00081030).source


def test_dates_stay_with_the_full_dates_option() -> None:
    keep = load_profile("keep-dates")
    assert keep.rule(0x00080020, vr="DA").code == "K"
    assert keep.rule(0x00100030, vr="DA").code == "Z", "a birth date is no study date"


def test_options_know_their_codes() -> None:
    assert Option.CLEAN_DESCRIPTORS.code == "113105"
    assert len({each.code for each in Option}) == len(Option)
    assert method_code("basic")[0] == "113100"


def test_a_site_profile_overrides_single_attributes(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text(
        'name = "site"\ntitle = "Site"\nversion = "7"\noptions = ["descriptors"]\n'
        '[rules]\n"(0008,1030)" = "X"\n'
    )
    site = load_profile(path)
    assert site.rule(0x00081030, vr="LO").code == "X"
    assert site.rule(0x0008103E, vr="LO").code == "C"
    assert site.digest != load_profile().digest
    assert pickle.loads(pickle.dumps(site)) == site  # noqa: S301 - what workers get


@pytest.mark.parametrize(
    "text",
    [
        "no toml at all [",
        'name = "x"',
        'name="x"\ntitle="x"\nversion="1"\noptions=["full-dates","modified-dates"]',
        'name="x"\ntitle="x"\nversion="1"\noptions=[]\n[rules]\n"(0008,1030)"="Q"',
    ],
)
def test_a_broken_profile_is_a_usage_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(text)
    with pytest.raises(UsageError):
        load_profile(path)


def test_an_unknown_profile_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="research"):
        load_profile("nonesuch")
