"""What was found out about one instance never changes what another one becomes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom import Dataset, dcmread
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from tests.clean.header.builders import ct
from tests.clean.header.torture_run import MAPPING
from viewer.clean import CleanContext, InstancePlan, clean_instance
from viewer.clean.header import stamp
from viewer.clean.repeats import Memory
from viewer.dicom import FrameReader, encode_dataset, read_dataset
from viewer.identifiers import collect
from viewer.model import Action, AttributePath, Change, Masked, Series, Source
from viewer.profile import load_profile

_NAMES = ("Quastenflosser^Ottilie", "Müller^Jörg", "")
_PLACES = (0x0008103E, 0x00081032, 0x00104000, 0x00090010, 0x00091001, 0x00290010, 0x60000010)
_SETTINGS = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

_texts = st.sampled_from(
    ("CT chest", "Ottilie", "chest of Quastenflosser 04.07.1931", "Größe 12 cm", "")
)
_values = st.fixed_dictionaries(
    {},
    optional={
        "PatientName": st.sampled_from(_NAMES),
        "SeriesDescription": _texts,
        "PatientComments": _texts,
        "StationName": st.sampled_from(("AN_CT1", "Ottilie")),
        "StudyID": st.sampled_from(("4711", "")),
        "AcquisitionDate": st.sampled_from(("20190213", "1931", "")),
        "SliceLocation": st.sampled_from(("1.50", "-3")),
        "FrameOfReferenceUID": st.sampled_from(("2.25.77", "1.2.840.10008.1.2")),
        "SmallestImagePixelValue": st.integers(0, 9),
        "SpecificCharacterSet": st.sampled_from(("ISO_IR 100", "ISO_IR 192")),
        "DeidentificationMethod": st.just("Another tool"),
        "PatientIdentityRemoved": st.just("NO"),
    },
)


@st.composite
def _instances(draw: st.DrawFn) -> Dataset:
    ds = ct(draw(st.integers(1, 3)), **draw(_values))
    if draw(st.booleans()):
        ds.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian
    if draw(st.booleans()):
        _add_private(ds, draw(st.sampled_from(("SIEMENS MR HEADER", "Somebody"))), draw(_texts))
    depth = draw(st.integers(0, 3))
    if depth:
        ds.RequestAttributesSequence = [_nested(draw(_values), depth)]
    return ds


def _nested(values: dict[str, Any], depth: int) -> Dataset:
    item = Dataset()
    values.pop("SpecificCharacterSet", None)
    for keyword, value in values.items():
        setattr(item, keyword, value)
    if depth > 1:
        item.ReferencedSeriesSequence = [_nested(dict(values), depth - 1)]
    return item


def _add_private(ds: Dataset, creator: str, text: str) -> None:
    block = ds.private_block(0x0019, creator, create=True)
    block.add_new(0x08, "LO", text)
    block.add_new(0x0A, "US", 3)
    block.add_new(0x99, "UN", text.encode())


_paths = st.sampled_from([AttributePath((tag,)) for tag in _PLACES])
_decisions = st.dictionaries(_paths, st.sampled_from([Action.REMOVE, Action.CLEAN, Action.BLANK]))


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamp, "_now", lambda: "20260101000000+0000")


@pytest.fixture(scope="module")
def reader() -> Iterator[FrameReader]:
    with FrameReader() as made:
        yield made


def _encoded(ds: Dataset) -> bytes:
    stream = io.BytesIO()
    ds.file_meta.MediaStorageSOPClassUID = ds.SOPClassUID
    ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
    ds.save_as(stream, enforce_file_format=True)
    return stream.getvalue()


def _cleaned(plan: InstancePlan, context: CleanContext) -> tuple[bytes, set[Change]]:
    done = clean_instance(plan, context)
    return b"".join(encode_dataset(done.dataset)), set(done.changes)


@_SETTINGS
@given(st.lists(_instances(), min_size=2, max_size=5), _decisions, st.frozensets(_paths))
def test_cleaned_together_or_alone_instances_are_the_same_bytes(
    tmp_path: Path,
    reader: FrameReader,
    instances: list[Dataset],
    actions: dict[AttributePath, Action],
    keep: frozenset[AttributePath],
) -> None:
    series = Series("2.25.42", "2.25.41", "CT", Masked(""), 1, ())
    together = CleanContext(load_profile("research"), MAPPING, collect(instances), reader, series)
    for number, ds in enumerate([*instances, *instances]):
        path = tmp_path / f"{number}.dcm"
        path.write_bytes(_encoded(ds))
        decided = (keep, actions) if number % 2 else (frozenset[AttributePath](), {})
        plan = InstancePlan(Source(path), "2.25.42", (), *decided)
        alone = replace(together, memory=Memory())
        assert _cleaned(plan, together) == _cleaned(plan, alone)


@_SETTINGS
@given(_instances(), st.booleans())
def test_elements_are_the_ones_pydicom_finds(ds: Dataset, undefined: bool) -> None:
    if undefined and "RequestAttributesSequence" in ds:
        ds["RequestAttributesSequence"].is_undefined_length = True
    content = _encoded(ds)
    ours, theirs = read_dataset(content), dcmread(io.BytesIO(content))
    assert ours == theirs
    assert ours.file_meta == theirs.file_meta


def test_values_that_were_written_stay_apart_from_those_of_the_next(
    tmp_path: Path, reader: FrameReader
) -> None:
    series = Series("2.25.42", "2.25.41", "CT", Masked(""), 1, ())
    path = tmp_path / "one.dcm"
    path.write_bytes(_encoded(ct(RequestAttributesSequence=[_nested({"StudyID": "1"}, 1)])))
    context = CleanContext(load_profile("research"), MAPPING, collect([]), reader, series)
    plan = InstancePlan(Source(path), "2.25.42")
    first = clean_instance(plan, context).dataset
    before = b"".join(encode_dataset(clean_instance(plan, context).dataset))
    first.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    first.PatientName = "Somebody^Else"
    first.DeidentificationMethod = "changed"
    first.RequestAttributesSequence[0].PatientComments = "changed"
    assert b"".join(encode_dataset(clean_instance(plan, context).dataset)) == before
