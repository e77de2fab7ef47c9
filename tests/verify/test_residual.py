"""A value of the source is found wherever and however it was left, and is never repeated."""

from __future__ import annotations

import base64
from pathlib import Path

import pydicom
import pytest

from tests.export.builders import BORN, CLINIC, NAME, NUMBER, SEEN, exported, write_study
from viewer.model import Masked
from viewer.provenance import Needles, StoredValue, Vault
from viewer.provenance import needles as needles_module
from viewer.verify import verify

FIRST = "dicom/S0001/000001.dcm"
FAMILY, GIVEN = NAME.split("^")


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("SeriesDescription", f"abdomen of {GIVEN.upper()}"),
        ("StudyDescription", f"{GIVEN} {FAMILY}"),
        ("ImageComments", f"born {BORN[6:]}.{BORN[4:6]}.{BORN[:4]}"),
        ("PatientComments", f"see {NUMBER}"),
        ("InstitutionName", CLINIC),
        ("ContentDate", SEEN),
        ("SeriesInstanceUID", "1.2.9.2"),
        ("EncapsulatedDocument", f"<p>{FAMILY}</p>".encode() + b"!"),
        ("EncapsulatedDocument", FAMILY.encode("utf-16-le")),
        ("EncapsulatedDocument", FAMILY.encode("utf-16-be")),
    ],
)
def test_a_value_left_behind_is_found(tmp_path: Path, keyword: str, value: object) -> None:
    out = exported(write_study(tmp_path / "in", instances=1), tmp_path / "out").out
    dataset = pydicom.dcmread(out / FIRST)
    setattr(dataset, keyword, value)
    dataset.save_as(out / FIRST)
    with Vault.open() as vault:
        report = verify(out, vault=vault)
    (residual,) = [each for each in report.checks if each.id == "residual"]
    assert not residual.ok
    assert residual.files == (FIRST,)
    for text in (FAMILY, GIVEN, NUMBER, BORN, SEEN, CLINIC):
        assert text.lower() not in repr(report.checks).lower()


def test_another_vault_says_that_it_did_not_search(tmp_path: Path) -> None:
    out = exported(write_study(tmp_path / "in", instances=1), tmp_path / "out").out
    with Vault.open(tmp_path / "other.db", create=True) as other:
        report = verify(out, vault=other)
    (residual,) = [each for each in report.checks if each.id == "residual"]
    assert residual.ok
    assert not residual.done
    assert "Not searched" in residual.detail


def needles(*values: tuple[str, str]) -> Needles:
    return Needles(StoredValue(category, "", Masked(text)) for category, text in values)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (("name", "Doe^Jane^Ann"), "ann jane doe"),
        (("name", "Doe^Jane"), "doe, jane"),
        (("date", "19340217"), "1934-02-17"),
        (("date", "19340217"), "on 02/17/1934."),
        (("record number", "MRN-4471902"), "id=mrn-4471902;"),
        (("other unique number or code", "1.2.840.99.7"), "uid 1.2.840.99.7!"),
        (("name", "山田^太郎"), "山田 太郎"),
    ],
)
def test_spellings_of_a_value_are_found(value: tuple[str, str], text: str) -> None:
    assert needles(value).in_text(text) == {value[0]}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (("name", "Ann"), "ann"),
        (("name", "Rose"), "prose and roses"),
        (("record number", "12345"), "0.12345"),
        (("record number", "12345"), "9123456"),
        (("date", "19340217"), "1934021"),
        (("other unique number or code", "1.2.840.99.7"), "1.2.840.99.71"),
    ],
)
def test_chance_is_not_a_finding(value: tuple[str, str], text: str) -> None:
    assert needles(value).in_text(text) == set()


def test_raw_bytes_hide_nothing_of_six_characters() -> None:
    searched = needles(("name", "Quasten"), ("name", "Müllerin"))
    for codec in ("ascii", "utf-16-le", "utf-16-be"):
        assert searched.in_bytes(b"\x01\x00" + "QUASTEN".encode(codec) + b"\x00\x02") == {"name"}
    for codec in ("utf-8", "latin-1", "utf-16-le"):
        assert searched.in_bytes(b"\x01\x02" + "müllerin".encode(codec) + b"\x02") == {"name"}
    assert searched.in_bytes(base64.b64encode(b"Quasten")) == set()


def test_a_value_that_lies_across_two_pieces_of_a_long_file_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    piece = 1 << 12
    monkeypatch.setattr(needles_module, "_PIECE", piece)
    searched = needles(("name", "Quasten"), ("name", "山田^太郎"))
    for codec, text in (("ascii", "Quasten"), ("utf-16-le", "QUASTEN"), ("gb18030", "山田^太郎")):
        written = b"\x01" + text.encode(codec) + b"\x02"
        for before in (1, 3, len(written) - 2):
            content = bytes([1]) * (piece - before) + written + bytes([1]) * 100
            assert searched.in_bytes(content) == {"name"}, (codec, before)
    assert searched.in_bytes(bytes([1]) * (2 * piece + 5)) == set()
