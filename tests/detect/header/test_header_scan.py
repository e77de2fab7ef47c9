"""What the header detectors find, and how a scan behaves when they fail."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydicom.dataset import Dataset

import viewer.detect.series_scan as series_scan
from tests.clean.header.builders import ct, save
from viewer.detect import DetectContext, detectors, scan
from viewer.errors import CancelledError
from viewer.load import load
from viewer.model import Action, Category, Finding, Kind, ScanResult, Series
from viewer.profile import load_profile


def _scan(folder: Path, **kwargs: object) -> ScanResult:
    return scan(load([folder]), load_profile(), text=False, face=False, **kwargs)  # type: ignore[arg-type]


def _by_keyword(result: ScanResult) -> dict[str, Finding]:
    return {each.keyword: each for each in result.findings}


def test_findings_name_rule_category_and_action(tmp_path: Path) -> None:
    save(ct(StudyDescription="CT Ottilie Q."), tmp_path)
    found = _by_keyword(_scan(tmp_path))
    assert found["PatientName"].category is Category.NAME
    assert found["PatientName"].reason == "PS3.15 2026d Table E.1-1: Z"
    assert found["PatientName"].proposed is Action.REPLACE
    assert found["StudyDescription"].proposed is Action.CLEAN
    assert found["StudyDescription"].reason.startswith("same as Patient's Name")
    assert found["StudyDescription"].replacement == "CT"
    assert "PatientSex" not in found
    assert "Modality" not in found


def test_descriptions_that_name_nobody_are_no_findings(tmp_path: Path) -> None:
    save(ct(StudyDescription="CT chest with contrast"), tmp_path)
    assert "StudyDescription" not in _by_keyword(_scan(tmp_path))


def test_instances_of_a_series_share_one_finding(tmp_path: Path) -> None:
    for number in range(1, 6):
        save(ct(number, ImageComments=f"Ottilie {number}"), tmp_path, f"{number}.dcm")
    finding = _by_keyword(_scan(tmp_path))["ImageComments"]
    assert len(finding.location.sources) == 5
    assert finding.distinct == 5


def test_frames_share_one_finding_and_report_items_do_not(tmp_path: Path) -> None:
    frames, items = [], []
    for number in range(3):
        content, frame, item = Dataset(), Dataset(), Dataset()
        content.FrameComments = f"Ottilie {number}"
        frame.FrameContentSequence = [content]
        frames.append(frame)
        item.TextValue = f"Ottilie {number}"
        items.append(item)
    save(ct(PerFrameFunctionalGroupsSequence=frames, ContentSequence=items), tmp_path)
    paths = [str(each.location.attribute) for each in _scan(tmp_path).findings]
    assert paths.count("(5200,9230)[*]>(0020,9111)[0]>(0020,9158)") == 1
    assert [f"(0040,A730)[{n}]>(0040,A160)" in paths for n in range(3)] == [True] * 3


def test_private_containers_graphics_and_documents_have_their_kind(tmp_path: Path) -> None:
    ds = ct()
    ds.private_block(0x0011, "ACME", create=True).add_new(1, "LO", "Ottilie")
    ds.add_new(0x60003000, "OW", b"\1\0")
    ds.EncapsulatedDocument = b"%PDF"
    ds.preamble = b"MZ".ljust(128, b"\0")
    ds.file_meta.SourceApplicationEntityTitle = "QUASTPACS"
    path = save(ds, tmp_path, "quastenflosser.dcm")
    path.write_bytes(path.read_bytes() + b"")
    result = _scan(tmp_path)
    kinds = {(each.kind, each.reason.partition(":")[0]) for each in result.findings}
    assert (Kind.PRIVATE, "same as Patient's Name (PS3.15 2026d Table E.1-1") in kinds
    assert (Kind.CONTAINER, "the preamble is not empty") in kinds
    assert (Kind.CONTAINER, "file meta information") in kinds
    assert (Kind.CONTAINER, "the file name") in kinds
    assert {Kind.GRAPHIC, Kind.DOCUMENT} <= {each.kind for each in result.findings}


def test_two_patients_in_a_series_need_a_person(tmp_path: Path) -> None:
    save(ct(1), tmp_path, "1.dcm")
    save(ct(2, PatientBirthDate="19550505"), tmp_path, "2.dcm")
    found = [each for each in _scan(tmp_path).findings if each.kind is Kind.CONSISTENCY]
    assert [each.proposed for each in found] == [Action.REVIEW]


def test_a_claim_of_an_earlier_tool_is_only_told(tmp_path: Path) -> None:
    save(ct(PatientIdentityRemoved="YES"), tmp_path)
    found = [each for each in _scan(tmp_path).findings if each.kind is Kind.CONSISTENCY]
    assert [each.proposed for each in found] == [Action.KEEP]


def test_ids_are_stable_distinct_and_tell_nothing(tmp_path: Path) -> None:
    save(ct(StudyDescription="Ottilie"), tmp_path)
    first, second = _scan(tmp_path), _scan(tmp_path)
    ids = [each.id for each in first.findings]
    assert ids == [each.id for each in second.findings]
    assert len(set(ids)) == len(ids)


def test_processes_find_the_same_as_one(tmp_path: Path) -> None:
    save(ct(1), tmp_path, "1.dcm")
    save(ct(2, SeriesInstanceUID="2.25.43", StudyDescription="Ottilie"), tmp_path, "2.dcm")
    assert _scan(tmp_path, jobs=2) == _scan(tmp_path)


@dataclass(frozen=True)
class _Broken:
    id: str = "header.broken"
    version: str = "1"
    title: str = "broken"
    finds: str = "nothing"
    misses: str = "everything"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        raise RuntimeError(f"value {context.header(series.instances[0].source).PatientName}")


def test_a_crashed_detector_is_a_failure_and_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(ct(), tmp_path)
    known = detectors(text=False, face=False)
    monkeypatch.setattr(series_scan, "detectors", lambda **_: (_Broken(), *known))
    result = _scan(tmp_path)
    assert [each.detector for each in result.failures] == ["header.broken"]
    assert "RuntimeError" in result.failures[0].error
    assert "Quasten" not in result.failures[0].error
    assert result.findings


def test_a_scan_can_be_cancelled(tmp_path: Path) -> None:
    save(ct(), tmp_path)

    def stop(done: int, total: int, text: str) -> None:
        raise CancelledError("The scan was cancelled.")

    with pytest.raises(CancelledError):
        _scan(tmp_path, progress=stop)


def test_every_header_detector_describes_itself() -> None:
    found = detectors(text=False, face=False)
    assert len({each.id for each in found}) == len(found) >= 6
    assert all(each.title and each.finds and each.misses and each.version for each in found)


def test_a_repeated_sequence_that_cannot_be_decoded_is_told_and_ends_nothing(
    tmp_path: Path,
) -> None:
    path = save(ct(), tmp_path)
    inside = b"\x08\x00\x60\x00ZZ\x04\x00CT  "
    item = b"\xfe\xff\x00\xe0" + struct.pack("<L", len(inside)) + inside
    one = b"\x08\x00\x40\x11SQ\x00\x00" + struct.pack("<L", len(item)) + item
    before, name, after = path.read_bytes().partition(b"\x10\x00\x10\x00PN")
    path.write_bytes(before + 2 * one + name + after)
    result = _scan(tmp_path)
    assert result.failures == ()
    assert any(each.kind is Kind.CONTAINER for each in result.findings)


def test_what_can_be_read_in_private_bytes_is_shown_where_a_person_could_keep_them(
    tmp_path: Path,
) -> None:
    for number, said in enumerate((b"\0\1Ottilie Quast\0\2", b"\0\1Dr Meier Klin\0"), start=1):
        ds = ct(number)
        block = ds.private_block(0x0099, "ACME", create=True)
        block.add_new(0x01, "OB", said.ljust(16, b"\0"))
        save(ds, tmp_path, f"{number}.dcm")
    [finding] = [e for e in _scan(tmp_path).findings if e.location.attribute
                 and e.location.attribute.tag == 0x00991001]  # fmt: skip
    assert finding.proposed is Action.REMOVE
    assert finding.distinct == 2
    assert "Meier" in finding.text.reveal() or "Ottilie" in finding.text.reveal()
    assert finding.category is Category.NAME
