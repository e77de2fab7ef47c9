"""What the statement says, and that it keeps to its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydicom import dcmread
from pydicom.dataset import Dataset

from tests.export.builders import SHARED, exported, scanned, write_study
from viewer import export, paths, review
from viewer.errors import RefusedError, UsageError
from viewer.export import sharing_refusals
from viewer.export.reveals import reveals
from viewer.model import BasisKind, Distribution, Sharing
from viewer.profile import load_profile
from viewer.provenance import Vault
from viewer.verify import verify

SCHEMA = json.loads(paths.resource("schemas/de-identification-v1.json").read_text("utf-8"))


def statement(out: Path) -> dict[str, Any]:
    """The statement of an export, after it was held against the schema."""
    told: dict[str, Any] = json.loads((out / "provenance.json").read_bytes())
    Draft202012Validator(SCHEMA).validate(told)
    return told


def consenting(folder: Path, *items: tuple[str, str]) -> Path:
    """A study whose files say what the patient agreed to: distribution type and flag."""
    for path in write_study(folder, instances=2).iterdir():
        dataset = dcmread(path)
        dataset.ConsentForClinicalTrialUseSequence = [_consent(*item) for item in items]
        dataset.save_as(path)
    return folder


def _consent(distribution: str, flag: str) -> Dataset:
    item = Dataset()
    item.DistributionType, item.ConsentForDistributionFlag = distribution, flag
    return item


def test_the_schema_is_one_and_an_export_keeps_to_it(tmp_path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    told = statement(exported(write_study(tmp_path / "in"), tmp_path / "out").out)
    listed = SCHEMA["properties"]["predicate"]
    assert set(told["predicate"]) == set(listed["properties"]) == set(listed["required"])


def test_what_is_stated_about_sharing_is_in_statement_and_report(tmp_path: Path) -> None:
    out = exported(write_study(tmp_path / "in"), tmp_path / "out", sharing=SHARED).out
    told = statement(out)["predicate"]["sharing"]
    assert told["stated"]
    assert told["basis"] == "data-use agreement"
    report = (out / "report.html").read_text("utf-8")
    for text in (SHARED.recipient, SHARED.purpose, SHARED.detail):
        assert text in json.dumps(told)
        assert text in report


def test_nothing_stated_is_said_as_well(tmp_path: Path) -> None:
    out = exported(write_study(tmp_path / "in"), tmp_path / "out").out
    assert not statement(out)["predicate"]["sharing"]["stated"]
    assert "Nobody stated to whom" in (out / "report.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("sharing", "words"),
    [
        (Sharing(recipient="A lab"), "recipient and purpose"),
        (Sharing("A lab", "a study"), "what allows it"),
        (Sharing("A lab", "a study", BasisKind.EXPERT), "its author"),
    ],
)
def test_half_a_basis_is_refused(tmp_path: Path, sharing: Sharing, words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        exported(write_study(tmp_path / "in"), tmp_path / "out", sharing=sharing)
    assert any(words in reason for reason in refused.value.reasons)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("items", "wanted", "allowed"),
    [
        ([("NAMED_PROTOCOL", "YES")], Distribution.NAMED_PROTOCOL, True),
        ([("NAMED_PROTOCOL", "NO")], Distribution.NAMED_PROTOCOL, False),
        ([("NAMED_PROTOCOL", "YES"), ("PUBLIC_RELEASE", "NO")], Distribution.NAMED_PROTOCOL, True),
        ([("NAMED_PROTOCOL", "YES"), ("PUBLIC_RELEASE", "NO")], Distribution.PUBLIC_RELEASE, False),
        ([("NAMED_PROTOCOL", "NO")], Distribution.PUBLIC_RELEASE, False),
        ([("PUBLIC_RELEASE", "NO")], None, False),
        ([("RESTRICTED_REUSE", "WITHDRAWN")], Distribution.PUBLIC_RELEASE, False),
        ([("SOMETHING", "NO")], Distribution.NAMED_PROTOCOL, False),
    ],
)
def test_a_refused_consent_blocks_that_use_and_every_wider_one(
    tmp_path: Path, items: list[tuple[str, str]], wanted: Distribution | None, allowed: bool
) -> None:
    loaded, _ = scanned(consenting(tmp_path / "in", *items))
    sharing = Sharing("A lab", "a study", BasisKind.CONSENT, distribution=wanted)
    found = tuple(sharing_refusals(loaded, sharing))
    assert (found == ()) is allowed
    assert all("0012,0083" in each.text for each in found)


def test_an_override_does_not_undo_a_refused_consent(tmp_path: Path) -> None:
    loaded, result = scanned(consenting(tmp_path / "in", ("PUBLIC_RELEASE", "NO")))
    with Vault.open(create=True) as vault, pytest.raises(RefusedError, match="Consent"):
        export.export(
            loaded,
            result,
            {},
            out=tmp_path / "out",
            profile=load_profile("research"),
            vault=vault,
            accept_proposed=True,
            overrides=[export.Override("consent", "never mind")],
        )
    assert not (tmp_path / "out").exists()


def test_the_consent_in_the_files_is_told(tmp_path: Path) -> None:
    source = consenting(tmp_path / "in", ("PUBLIC_RELEASE", "YES"))
    told = statement(exported(source, tmp_path / "out").out)["predicate"]["sharing"]
    row = {"distribution": "PUBLIC_RELEASE", "flag": "YES", "files": 2}
    assert told["consent_in_files"] == [row]


@pytest.mark.parametrize(
    ("attribute", "value", "key"),
    [
        ("BodyPartExamined", "HEAD", "body_head"),
        ("StudyDescription", "CT Abdomen and pelvis", "body_trunk"),
        ("SeriesDescription", "bone age left", "body_hand"),
        ("SeriesDescription", "after pacemaker", "implant"),
        ("BreastImplantPresent", "YES", "implant"),
        ("PatientAge", "047Y", "age_left"),
        ("EthnicGroup", "x", "ancestry_left"),
        ("PatientWeight", "81", "body_left"),
    ],
)
def test_what_a_file_reveals_is_told(attribute: str, value: str, key: str) -> None:
    dataset = Dataset()
    setattr(dataset, attribute, value)
    assert reveals(dataset, dataset) == {key}


def test_words_inside_other_words_reveal_nothing() -> None:
    dataset = Dataset()
    dataset.SeriesDescription = "overhead forehand xsinus"
    assert reveals(dataset, dataset) == frozenset()


def test_signatures_of_the_source_are_removed_and_counted(tmp_path: Path) -> None:
    once = exported(write_study(tmp_path / "in"), tmp_path / "once").out
    again = exported(once / "dicom", tmp_path / "again").out
    told = statement(again)["predicate"]["signatures"]
    assert told["files_with_signatures_removed"] == told["files_signed"] == 3
    assert "signed before" in (again / "report.html").read_text("utf-8")


def test_exporting_an_export_changes_the_signature_alone(tmp_path: Path) -> None:
    once = exported(write_study(tmp_path / "in"), tmp_path / "once").out
    again = exported(once / "dicom", tmp_path / "again").out
    for path in sorted((once / "dicom").rglob("*.dcm")):
        first, second = dcmread(path), dcmread(again / path.relative_to(once))
        for each in (first, second):
            del each.DigitalSignaturesSequence
        assert [each.tag for each in first] == [each.tag for each in second]


def test_patients_who_share_a_series_uid_stay_apart(tmp_path: Path) -> None:
    write_study(tmp_path / "in" / "one", instances=1)
    write_study(tmp_path / "in" / "two", instances=1, name="Other^Person", number="ZZ-99812")
    out = exported(tmp_path / "in", tmp_path / "out").out
    statement(out)
    first, second = (dcmread(out / f"dicom/S000{n}/000001.dcm") for n in (1, 2))
    assert first.PatientID != second.PatientID
    report = verify(out)
    assert report.ok
    assert report.suspicious == ()


def test_a_decisions_file_may_state_the_basis(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps({"sharing": {"recipient": "A", "purpose": "B", "basis": "?"}}))
    with pytest.raises(UsageError, match="decisions file"):
        review.read_sharing(path)
    told = {"recipient": "A", "purpose": "B", "basis": "data-use agreement"}
    path.write_text(json.dumps({"sharing": {**told, "distribution": "PUBLIC_RELEASE"}}))
    read = review.read_sharing(path)
    assert read == Sharing("A", "B", BasisKind.AGREEMENT, distribution=Distribution.PUBLIC_RELEASE)
