"""Signatures made by dcmsign, with any key and digest, whole and in items."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset

from tests.dicom_signature.builders import checked, resave, signed_by_dcmsign
from tests.dicom_signature.conftest import Signer
from tests.dicom_signature.foreign_keys import DIGESTS, KEYS, pem_files
from viewer.dicom import read_dataset
from viewer.dicom.dataset import parse_safely
from viewer.dicom.vr import LONG_VRS
from viewer.dicom_signature import Outcome
from viewer.errors import UnreadableError


@pytest.fixture(scope="module", params=KEYS)
def foreign(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> object:
    return pem_files(KEYS[request.param](), tmp_path_factory.mktemp("foreign"))


def ct() -> Path:
    return Path(str(get_testdata_file("CT_small.dcm")))


@pytest.mark.parametrize("digest", DIGESTS)
def test_any_key_and_digest_is_verified(
    digest: str, foreign: tuple[Path, Path], tmp_path: Path
) -> None:
    path = signed_by_dcmsign(ct(), tmp_path / "signed.dcm", *foreign, DIGESTS[digest])
    (found,) = checked(path)
    assert found.outcome in (Outcome.COMPLETE, Outcome.PARTIAL)
    assert found.added == ()
    changed = resave(path, tmp_path / "changed.dcm", "PatientID", "other")
    assert checked(changed)[0].outcome is Outcome.CHANGED


@pytest.mark.parametrize("name", ["MR_small_RLE.dcm", "rtplan.dcm", "reportsi.dcm"])
def test_compressed_implicit_and_nested_files_are_verified(
    name: str, signer: Signer, tmp_path: Path
) -> None:
    source = Path(str(get_testdata_file(name)))
    path = signed_by_dcmsign(source, tmp_path / "s.dcm", signer.key_file, signer.pem, "+m2")
    (found,) = checked(path)
    assert found.holds
    assert found.added == ()


def test_a_list_of_attributes_leaves_the_others_uncovered(signer: Signer, tmp_path: Path) -> None:
    words = ("+m2", "-t", "PatientID", "-t", "0008,0060")
    path = signed_by_dcmsign(ct(), tmp_path / "s.dcm", signer.key_file, signer.pem, *words)
    (found,) = checked(path)
    assert found.outcome is Outcome.PARTIAL
    assert 0x00100020 not in found.uncovered
    assert {0x00080016, 0x7FE00010} <= set(found.added)
    changed = resave(path, tmp_path / "c.dcm", "PatientName", "not^covered")
    assert checked(changed)[0].outcome is Outcome.PARTIAL
    changed = resave(path, tmp_path / "c.dcm", "Modality", "MR")
    assert checked(changed)[0].outcome is Outcome.CHANGED


def test_a_signature_in_an_item_is_found_and_judged(signer: Signer, tmp_path: Path) -> None:
    source = Path(str(get_testdata_file("rtplan.dcm")))
    command = ("+si", str(signer.key_file), str(signer.pem), "BeamSequence[0]", "+m2")
    path = _run(source, tmp_path / "s.dcm", *command)
    (found,) = checked(path)
    assert found.outcome is Outcome.COMPLETE
    assert not found.is_of_file
    assert str(found.path) == "(300A,00B0)[0]>(FFFA,FFFA)"
    dataset = read_dataset(path.read_bytes())
    dataset.BeamSequence[0].BeamName = "other"
    dataset.save_as(tmp_path / "c.dcm")
    assert checked(tmp_path / "c.dcm")[0].outcome is Outcome.CHANGED


def test_two_signatures_are_judged_one_by_one(
    signer: Signer, foreign: tuple[Path, Path], tmp_path: Path
) -> None:
    first = signed_by_dcmsign(ct(), tmp_path / "1.dcm", *foreign, "+m5", "-t", "PatientID")
    both = signed_by_dcmsign(first, tmp_path / "2.dcm", signer.key_file, signer.pem, "+m2")
    assert [each.holds for each in checked(both)] == [True, True]
    changed = resave(both, tmp_path / "c.dcm", "Modality", "MR")
    assert [each.holds for each in checked(changed)] == [True, False]


@pytest.mark.parametrize("option", ["+ms", "+mm", "+mr"])
def test_a_digest_that_proves_nothing_is_no_proof(
    option: str, signer: Signer, tmp_path: Path
) -> None:
    path = signed_by_dcmsign(ct(), tmp_path / "s.dcm", signer.key_file, signer.pem, option)
    assert checked(path)[0].outcome is Outcome.UNCHECKED


def test_a_short_key_is_no_proof(tmp_path: Path) -> None:
    keys = pem_files(rsa.generate_private_key(65537, 1024), tmp_path)
    path = signed_by_dcmsign(ct(), tmp_path / "s.dcm", *keys, "+m2")
    (found,) = checked(path)
    assert found.outcome is Outcome.UNCHECKED
    assert "too short" in found.reason


def test_a_certificate_that_had_expired_is_said(tmp_path: Path) -> None:
    keys = pem_files(ec.generate_private_key(ec.SECP256R1()), tmp_path, days=30)
    path = signed_by_dcmsign(ct(), tmp_path / "s.dcm", *keys, "+m2")
    assert "not valid when" in checked(path)[0].reason


def test_damaged_signatures_end_in_a_sentence(signer: Signer, tmp_path: Path) -> None:
    content = signed_by_dcmsign(
        ct(), tmp_path / "s.dcm", signer.key_file, signer.pem, "+m2"
    ).read_bytes()
    start = content.rindex(b"\xfa\xff\xfa\xffSQ")
    dice = random.Random(7)
    outcomes = set()
    for _ in range(300):
        damaged = bytearray(content)
        for _ in range(dice.randint(1, 4)):
            damaged[dice.randrange(start, len(content) - 520)] = dice.randrange(256)
        (tmp_path / "d.dcm").write_bytes(damaged)
        try:
            outcomes |= {each.holds for each in checked(tmp_path / "d.dcm")}
        except UnreadableError:
            outcomes.add(None)
    assert False in outcomes


def test_lengths_of_groups_in_items_that_the_signer_did_not_see_break_nothing(
    signer: Signer, tmp_path: Path
) -> None:
    content = ct().read_bytes()
    layout = parse_safely(content).layout.elements
    after = min(tag for tag in layout if tag > 0x00081140)
    head = 12 if layout[after].vr in LONG_VRS else 8
    at = layout[after].start - head
    item = b"\x08\0\0\0UL\x04\0\x10\0\0\0" + b"\x08\0\x50\x11UI\x08\x001.2.3.4\0"
    sequence = b"\x08\0\x40\x11SQ\0\0" + struct.pack("<L", len(item) + 8)
    sequence += b"\xfe\xff\0\xe0" + struct.pack("<L", len(item)) + item
    source = tmp_path / "source.dcm"
    source.write_bytes(content[:at] + sequence + content[at:])
    path = signed_by_dcmsign(source, tmp_path / "s.dcm", signer.key_file, signer.pem, "+m2")
    assert b"\x08\0\0\0UL" in path.read_bytes()[at:]
    assert checked(path)[0].holds


def test_a_file_without_a_signature_has_none() -> None:
    assert checked(ct()) == ()


def test_a_signature_that_was_replaced_by_others_data_is_not_read_as_one(tmp_path: Path) -> None:
    dataset = read_dataset(ct().read_bytes())
    dataset.DigitalSignaturesSequence = [Dataset()]
    dataset.save_as(tmp_path / "s.dcm")
    assert checked(tmp_path / "s.dcm")[0].outcome is Outcome.CHANGED


def _run(source: Path, target: Path, *words: str) -> Path:
    import subprocess

    from tests.dicom_signature.builders import dcmsign

    subprocess.run([dcmsign(), *words, source, target], check=True, capture_output=True)
    return target
