"""What cleaning keeps true whatever an instance says: stable, repeatable, keyed by the vault."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom import Dataset, dcmread
from pydicom.dataset import FileDataset

from tests.clean.header.builders import ct, save
from tests.clean.header.torture_run import clean_all
from viewer.identifiers import Identifiers, clean_text, collect
from viewer.model import Masked, PatientMapping
from viewer.provenance import Vault

_FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
_MANY = settings(max_examples=300, deadline=None)
_DAYS = st.dates(date(1960, 1, 1), date(2024, 12, 31))
_SAID = (
    "CT chest for Ottilie Quastenflosser Quastenfloser O. Q. seen 13.02.2019 20190213 MRN "
    "QF-99812 99812 aged 93 y Dr. Unbekannt t1_mpr_sag Zqwxv 5mm tel 0151 2345 6789 at "
    "x@y.example . , ^"
)
_WORDS = st.sampled_from(_SAID.split())
_TEXT = st.lists(_WORDS, max_size=8).map(" ".join)
_NAME = st.from_regex(r"[A-Z][a-z]{2,12}\^[A-Z][a-z]{2,12}", fullmatch=True)
_DATED = ("StudyDate", "SeriesDate", "AcquisitionDate", "ContentDate")


@st.composite
def instances(draw: st.DrawFn) -> Dataset:
    """A CT slice with drawn names, dates and descriptions, also inside a sequence."""
    request = Dataset()
    request.RequestedProcedureDescription = draw(_TEXT)
    request.ScheduledProcedureStepID = draw(st.from_regex(r"[A-Z0-9]{1,10}", fullmatch=True))
    texts: dict[str, Any] = {
        keyword: draw(_TEXT)[:64].strip()
        for keyword in ("StudyDescription", "SeriesDescription", "ImageComments", "ProtocolName")
    }
    dates: dict[str, Any] = {keyword: draw(_DAYS).strftime("%Y%m%d") for keyword in _DATED}
    return ct(
        PatientName=draw(_NAME),
        ReferringPhysicianName=draw(_NAME),
        AccessionNumber=draw(st.from_regex(r"[A-Z0-9-]{0,12}", fullmatch=True)),
        PatientAge=draw(st.sampled_from(["045Y", "089Y", "095Y", ""])),
        RequestAttributesSequence=[request],
        **texts,
        **dates,
    )


@_FEW
@given(instances())
def test_cleaning_what_was_cleaned_changes_nothing_further(ds: Dataset) -> None:
    with _folder() as folder, _vault(folder / "a") as vault:
        mapping = _mapping(vault, ds)
        once = _cleaned([save(ds, folder / "in")], folder / "once", mapping)
        twice = _cleaned([folder / "once"], folder / "twice", mapping)
        assert once.to_json_dict() == twice.to_json_dict()


@_FEW
@given(instances())
def test_two_runs_with_one_vault_agree(ds: Dataset) -> None:
    with _folder() as folder:
        path, found = save(ds, folder / "in"), []
        for run in ("first", "second"):
            with _vault(folder / "a") as vault:
                found.append(_cleaned([path], folder / run, _mapping(vault, ds)))
        for each in found:
            del each.ContributingEquipmentSequence  # says when the run was
        assert found[0].to_json_dict() == found[1].to_json_dict()


@_FEW
@given(instances())
def test_two_vaults_share_no_uid_date_shift_or_pseudonym(ds: Dataset) -> None:
    with _folder() as folder:
        path, found, shifts = save(ds, folder / "in"), [], []
        for name in ("a", "b"):
            with _vault(folder / name) as vault:
                mapping = _mapping(vault, ds)
                shifts.append(mapping.date_shift_days)
                found.append(_cleaned([path], folder / f"out {name}", mapping))
        one, other = found
        for keyword in ("SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"):
            assert one[keyword].value != other[keyword].value != ds[keyword].value
        assert one.PatientID != other.PatientID
        assert one.PatientName != other.PatientName
        assert (one.StudyDate == other.StudyDate) is (shifts[0] == shifts[1])
        assert not ds.AccessionNumber or one.AccessionNumber != other.AccessionNumber


@_FEW
@given(instances())
def test_the_order_of_dates_and_the_days_between_them_are_kept(ds: Dataset) -> None:
    with _folder() as folder, _vault(folder / "a") as vault:
        mapping = _mapping(vault, ds)
        after = _cleaned([save(ds, folder / "in")], folder / "out", mapping)
        moved = {(_day(after, each) - _day(ds, each)).days for each in _DATED}
        assert moved == {mapping.date_shift_days}
        assert mapping.date_shift_days < 0


@_MANY
@given(_TEXT)
def test_cleaning_a_text_twice_is_cleaning_it_once(text: str) -> None:
    known = _known()
    cleaned = clean_text(text, known)
    assert clean_text(cleaned, known) == cleaned
    assert not {"ottilie", "quastenflosser", "zqwxv", "99812"} & set(cleaned.lower().split())


@_MANY
@given(st.text(max_size=60))
def test_any_text_at_all_can_be_cleaned(text: str) -> None:
    cleaned = clean_text(text, _known())
    assert clean_text(cleaned, _known()) == cleaned


def _known() -> Identifiers:
    return collect([ct()])


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def _vault(folder: Path) -> Vault:
    folder.mkdir(exist_ok=True)
    return Vault.open(folder / "vault.db", create=True)


def _mapping(vault: Vault, ds: Dataset) -> PatientMapping:
    number, name, birth = (
        Masked(str(ds[each].value)) for each in ("PatientID", "PatientName", "PatientBirthDate")
    )
    return vault.patient(number, name, birth)


def _cleaned(paths: list[Path], out: Path, mapping: PatientMapping) -> FileDataset:
    [path] = clean_all(paths, out, mapping=mapping).files.values()
    return dcmread(path)


def _day(ds: Dataset, keyword: str) -> datetime:
    return datetime.strptime(str(ds[keyword].value), "%Y%m%d")
