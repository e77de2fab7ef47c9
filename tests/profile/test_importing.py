"""Scripts, recipes and knowledge bases of other tools become profiles; the rest is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.errors import UsageError
from viewer.profile import Option, Profile, import_profile, load_profile

SCRIPT = """<script>
 <p t="DATEINC">-321</p>
 <e en="T" t="00100010" n="PatientName">@hashptid(@SITEID,PatientID)</e>
 <e en="T" t="00080080" n="InstitutionName">@remove()</e>
 <e en="T" t="00080090" n="ReferringPhysicianName">@empty()</e>
 <e en="T" t="00080020" n="StudyDate">@incrementdate(this,@DATEINC)</e>
 <e en="T" t="0020000d" n="StudyInstanceUID">@hashuid(@UIDROOT,this)</e>
 <e en="T" t="0020000e" n="SeriesInstanceUID">@remove()</e>
 <e en="T" t="00081030" n="StudyDescription">@keep()</e>
 <e en="T" t="00101010" n="PatientAge">@keep()</e>
 <e en="T" t="00080050" n="AccessionNumber">@remove()</e>
 <e en="T" t="00120010" n="ClinicalTrialSponsorName">@always()Sponsor</e>
 <e en="T" t="00080012" n="InstanceCreationDate"></e>
 <e en="T" t="0040a123" n="PersonName">@if(this,isblank){@remove()}{gone}</e>
 <e en="T" t="0029[ACME HEADER]10">@keep()</e>
 <e en="T" t="00291010">@keep()</e>
 <e en="F" t="00101020" n="PatientSize">@remove()</e>
 <k en="T" t="0018">Keep group 0018</k>
 <k en="T" t="safeprivateelements">Keep safe private elements</k>
 <r en="T" t="privategroups">Remove private groups</r>
 <r en="F" t="overlays">Remove overlays</r>
 <r en="T" t="unspecifiedelements">Remove unchecked elements</r>
</script>
"""

RECIPE = """FORMAT dicom

%filter burned
LABEL Someone drew on it
contains Modality US

%header
# what we do
ADD PatientIdentityRemoved YES
REPLACE PatientID var:id
REPLACE StudyInstanceUID func:generate_uid
BLANK (0008,0090)
REMOVE 00080080
REMOVE endswith:TelephoneNumbers
REMOVE OperatorsName func:is_named
JITTER StudyDate 31
KEEP PatientSex
KEEP (0029,"ACME: HEADER 1.0",1E)
REMOVE all
SCRAMBLE PatientAge
"""

KNOWLEDGE = """\ufeffelement_sig_pattern,tag_name,vr,private_disposition
"(0019,""ACME PRIVATE 01"",10)",Kept,DS,k
"(0019,ACME PRIVATE 01"",11)",Deleted,LO,d
"(0019,ACME, Inc."",12)",Hashed,UI, H
"(0008,1140)[<0>](0021,""ACME"",0a)",Date,DA,o
"(0021,""ACME"",0b)",Seconds,SL,oi
"(0021,""ACME"",0c)",Unknown,UN,na
"(0021,""ACME"",10)[<0>](0028,0010)",Rows,US,k
"(0021,,0d)",Unknown,UN,k
"(0021,""ACME"",0e)",Twice,LO,k
"(0023,""ACME"",10)[<0>](0021,""ACME"",0e)",Twice,LO,d
"""


def imported(folder: Path, name: str, text: str) -> tuple[Profile, str]:
    source, made = folder / name, folder / "made.toml"
    source.write_text(text, "utf-8")
    profile, notes = import_profile(source)
    made.write_text(profile, "utf-8")
    return load_profile(made), "\n".join(notes)


def test_a_ctp_script_becomes_rules(tmp_path: Path) -> None:
    profile, _ = imported(tmp_path, "Our Trial.script", SCRIPT)
    assert profile.name == "our-trial"
    assert profile.rules == {
        0x00100010: "D",
        0x00080080: "X",
        0x00080090: "Z",
        0x00080020: "C",
        0x0020000D: "U",
        0x0020000E: "U",
        0x00081030: "K",
        0x00101010: "C",
        0x00080050: "Z",
        0x00120010: "D",
        0x00080012: "Z",
    }
    assert profile.rule(0x00291210, creator="ACME HEADER").code == "K"
    assert profile.rule(0x00291210, creator="OTHER").code == "X"
    assert Option.RETAIN_SAFE_PRIVATE in profile.options


@pytest.mark.parametrize(
    "told",
    [
        "PersonName @if(this,isblank){@remove()}{gone}: @if() has no equal here",
        "SeriesInstanceUID @remove(): UIDs are replaced instead of removed",
        "StudyDate @incrementdate(this,@DATEINC): dates move by the patient's own shift",
        "ClinicalTrialSponsorName @always()Sponsor: attributes that are not there are not added",
        "00291010 @keep(): not a tag that can be given a rule",
        "PatientAge @keep(): ages over 89 are capped",
        "AccessionNumber @remove(): emptied or replaced instead of removed",
        "1 statements: they are switched off",
        "Keep group 0018: rules are for single attributes",
        "overlays off: overlays are removed although",
        "unspecifiedelements on: attributes without a rule follow the Basic Profile",
        "Kept: StudyDescription: the Basic Profile would not keep these",
    ],
)
def test_what_a_script_says_and_a_profile_cannot_is_told(tmp_path: Path, told: str) -> None:
    _, notes = imported(tmp_path, "trial.script", SCRIPT)
    assert told in notes


def test_a_deid_recipe_becomes_rules(tmp_path: Path) -> None:
    profile, _ = imported(tmp_path, "deid.dicom", RECIPE)
    rules = dict(profile.rules)
    assert rules.pop(0x00102154) == "X", "Patient's Telephone Numbers"
    assert rules.pop(0x00080094) == "X", "Referring Physician's Telephone Numbers"
    assert rules[0x00100020] == "D"
    assert rules[0x0020000D] == "U"
    assert rules[0x00080090] == "Z"
    assert rules[0x00080020] == "C"
    assert rules[0x00100040] == "K"
    assert (rules[0x00080080], rules[0x00081070]) == ("X", "X")
    assert 0x00101010 not in rules
    assert profile.private == {("ACME: HEADER 1.0", 0x29, 0x1E): "K"}


@pytest.mark.parametrize(
    "told",
    [
        "%filter burned: only %header is taken over",
        "ADD PatientIdentityRemoved YES: attributes are not added",
        "REPLACE PatientID var:id: the value is replaced by one of Scanveil's own",
        "REMOVE OperatorsName func:is_named: removed always",
        "JITTER StudyDate 31: dates move by the patient's own shift",
        "REMOVE all: these fields cannot be told from the recipe alone",
        "SCRAMBLE PatientAge: not an action this importer knows",
    ],
)
def test_what_a_recipe_says_and_a_profile_cannot_is_told(tmp_path: Path, told: str) -> None:
    _, notes = imported(tmp_path, "deid.dicom", RECIPE)
    assert told in notes


def test_a_knowledge_base_becomes_private_rules(tmp_path: Path) -> None:
    profile, notes = imported(tmp_path, "kb.csv", KNOWLEDGE)
    assert profile.private == {
        ("ACME PRIVATE 01", 0x19, 0x10): "K",
        ("ACME PRIVATE 01", 0x19, 0x11): "X",
        ("ACME, Inc.", 0x19, 0x12): "U",
        ("ACME", 0x21, 0x0A): "C",
        ("ACME", 0x21, 0x0B): "X",
        ("ACME", 0x21, 0x0E): "X",
    }
    assert (
        profile.rule(0x00191110, creator="ACME PRIVATE 01").source
        == "profile kb: private attributes"
    )
    for told in (
        "cannot be shifted",
        "not decided",
        "no private creator",
        "public attributes inside",
    ):
        assert told in notes
    assert "there are two different rules; X holds" in notes


def test_titles_with_quotes_and_signs_survive(tmp_path: Path) -> None:
    odd = KNOWLEDGE + '"(0021,""ÅCME \\ 𝒳"",0f)",Odd,LO,k\n'
    profile, _ = imported(tmp_path, "kb.csv", odd)
    assert profile.private["ÅCME \\ 𝒳", 0x21, 0x0F] == "K"


@pytest.mark.parametrize(
    "text",
    [
        "nothing we know",
        "<other/>",
        "<script><e",
        '<!DOCTYPE x [<!ENTITY a "b">]><script>&a;</script>',
        "element_sig_pattern,vr\na,b\n",
    ],
)
def test_other_files_are_a_usage_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "what.txt"
    path.write_text(text)
    with pytest.raises(UsageError):
        import_profile(path)


def test_the_published_knowledge_base_is_taken_over(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data.parent / "standard" / "tcia_private_tag_kb_2024-02.csv"
    text, notes = import_profile(path)
    made = tmp_path / "made.toml"
    made.write_text(text, "utf-8")
    profile = load_profile(made)
    assert len(profile.private) > 3000
    assert profile.rule(0x00431032, creator="GEMS_PARM_01").code == "K"
    assert any("rows" in each for each in notes)
