"""Rows before and after, their outcome, search and filter; no window needed."""

from __future__ import annotations

from copy import deepcopy

import pytest
from pydicom import Dataset

from tests.gui.header_view.builders import decision, finding, source_dataset
from viewer.gui.header_view.filtering import Filter, Show, visible
from viewer.gui.header_view.row import Context, Outcome, Row, attribute_rows
from viewer.gui.header_view.values import full, one_line
from viewer.model import Action, Decision, Finding


def cleaned() -> Dataset:
    ds = deepcopy(source_dataset())
    ds.PatientName = "Pseudonym^A"
    ds.AccessionNumber = ""
    del ds.PatientBirthDate
    del ds.ReferencedStudySequence[0].PatientID
    ds.PatientIdentityRemoved = "YES"
    ds[0x00291010].value = b"\x00\x02" * 600
    return ds


def rows(
    after: Dataset | None,
    findings: tuple[Finding, ...] = (),
    decisions: dict[str, Decision] | None = None,
) -> tuple[Row, ...]:
    context = Context(findings, decisions or {}, after is not None)
    return attribute_rows(context, source_dataset(), after)


def named(found: tuple[Row, ...], name: str) -> Row:
    return next(row for row in found if row.name == name)


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("Patient's Name", Outcome.REPLACED),
        ("Accession Number", Outcome.EMPTIED),
        ("Patient's Birth Date", Outcome.REMOVED),
        ("Patient Identity Removed", Outcome.ADDED),
        ("Modality", Outcome.SAME),
        ("Referenced Study Sequence", Outcome.INSIDE),
    ],
)
def test_the_outcome_of_an_attribute(name: str, outcome: Outcome) -> None:
    assert named(rows(cleaned()), name).outcome is outcome


def test_binary_values_of_the_same_size_are_compared_by_their_bytes() -> None:
    private = next(row for row in rows(cleaned()) if row.tag_text == "(0029,1010)")
    assert private.before == private.after == "(1,200 bytes)"
    assert private.outcome is Outcome.REPLACED


def test_without_an_after_nothing_is_said_to_change() -> None:
    assert {row.outcome for row in rows(None)} == {Outcome.SAME}


def test_nested_attributes_have_their_item_in_the_path() -> None:
    item = named(rows(cleaned()), "Referenced Study Sequence").children[0]
    assert item.tag_text == "Item 1"
    inner = named(item.children, "Patient ID")
    assert str(inner.path) == "(0008,1110)[0]>(0010,0020)"
    assert (inner.before, inner.after, inner.outcome) == ("EX-1", "", Outcome.REMOVED)


def test_a_finding_about_every_item_belongs_to_each() -> None:
    about = finding("f", (0x00081110, 0x00100020), items=(-1,))
    items = named(rows(None, (about,)), "Referenced Study Sequence").children
    assert [named(item.children, "Patient ID").finding for item in items] == [about, about]


def test_private_attributes_tell_their_creator() -> None:
    names = [row.name for row in rows(None) if row.tag_text.startswith("(0029")]
    assert names[0] == "Private creator"
    assert all("SIEMENS CSA HEADER" in name for name in names[1:])


def test_a_value_that_cannot_be_read_is_said_to_be_so() -> None:
    ds = Dataset()
    ds.add_new(0x00280010, "US", 5)
    from pydicom.dataelem import RawDataElement
    from pydicom.tag import Tag

    ds._dict[Tag(0x00280010)] = RawDataElement(
        Tag(0x00280010), "US", 3, b"\x01\x02\x03", 0, False, True
    )
    row = attribute_rows(Context((), {}, False), ds, None)[0]
    assert row.before == "(value cannot be read)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PATIENT'S NAME", {"Patient's Name"}),
        ("PatientName", {"Patient's Name"}),
        ("(0010,0030)", {"Patient's Birth Date"}),
        ("00100030", {"Patient's Birth Date"}),
        ("pseudonym", {"Patient's Name"}),
        ("acc-7", {"Accession Number"}),
        ("ex-1", {"Patient ID", "Referenced Study Sequence"}),
        ("nowhere to be found", set()),
    ],
)
def test_search_looks_at_tag_keyword_name_and_both_values(text: str, expected: set[str]) -> None:
    shown = visible(rows(cleaned()), Filter(text))[None]
    assert {row.name for row in shown} == expected


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        (Show.REMOVED, {"Accession Number", "Patient's Birth Date", "Referenced Study Sequence"}),
        (Show.FINDINGS, {"Patient's Name", "Accession Number"}),
        (Show.UNDECIDED, {"Accession Number"}),
    ],
)
def test_the_filter_by_action(show: Show, expected: set[str]) -> None:
    findings = (finding("n", (0x00100010,)), finding("a", (0x00080050,)))
    made = rows(cleaned(), findings, {"n": decision("n", Action.REPLACE)})
    assert {row.name for row in visible(made, Filter(show=show))[None]} == expected


def test_kept_and_changed_share_no_attribute() -> None:
    def flat(show: Show) -> set[str]:
        shown = visible(rows(cleaned()), Filter(show=show))
        return {str(row.path) for group in shown.values() for row in group if not row.has_children}

    assert flat(Show.KEPT)
    assert flat(Show.CHANGED)
    assert not flat(Show.KEPT) & flat(Show.CHANGED)


def test_invisible_and_direction_changing_characters_are_spelt_out() -> None:
    assert one_line("a\u202eb\x1b[31m\r\nc\0") == "a\\u202eb\\x1b[31m⏎c\\x00"
    assert full("a\r\nb\u2066") == "a\nb\\u2066"
    assert one_line("Müller 山田") == "Müller 山田"
