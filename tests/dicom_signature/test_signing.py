"""Debian's dcmsign accepts what we sign, and both of us notice every change."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset

from tests.dicom_signature.builders import accepts, checked, resave, sign_file
from tests.dicom_signature.conftest import Signer
from viewer.dicom import read_dataset
from viewer.dicom_signature import Outcome
from viewer.provenance import workstation_identity

KINDS = (
    "CT_small.dcm",
    "MR_small_RLE.dcm",
    "MR_small_bigendian.dcm",
    "JPEG2000.dcm",
    "SC_rgb_jpeg_dcmtk.dcm",
    "image_dfl.dcm",
    "nested_priv_SQ.dcm",
    "rtplan.dcm",
    "reportsi.dcm",
    "UN_sequence.dcm",
    "MR_small_implicit.dcm",
    "SC_rgb_small_odd.dcm",
)


def source(name: str) -> Dataset:
    """A file that comes with pydicom."""
    path = get_testdata_file(name)
    if path is None:
        pytest.skip(f"pydicom brought no {name}")
    return read_dataset(Path(str(path)).read_bytes())


@pytest.fixture
def signed(signer: Signer, tmp_path: Path) -> Path:
    return sign_file(source("CT_small.dcm"), signer.key, tmp_path / "signed.dcm")


@pytest.mark.parametrize("name", KINDS)
def test_dcmsign_accepts_every_kind_of_file(name: str, signer: Signer, tmp_path: Path) -> None:
    path = sign_file(source(name), signer.key, tmp_path / "signed.dcm")
    assert accepts(path, signer.pem)
    (found,) = checked(path)
    assert found.holds
    assert found.added == ()


def test_what_no_signature_can_cover_is_named(signer: Signer, tmp_path: Path) -> None:
    dataset = source("CT_small.dcm")
    dataset.private_block(0x0099, "MAKER", create=True).add_new(1, "UN", b"whatever")
    path = sign_file(dataset, signer.key, tmp_path / "signed.dcm")
    (found,) = checked(path)
    assert found.outcome is Outcome.PARTIAL
    assert found.uncovered == (0x00991001,)
    assert found.added == ()
    assert accepts(path, signer.pem)


def test_a_data_set_without_a_signable_attribute_stays_unsigned(
    signer: Signer, tmp_path: Path
) -> None:
    dataset = source("CT_small.dcm")
    for tag in [each for each in dataset.keys() if each.group >= 8]:  # noqa: SIM118
        del dataset[tag]
    dataset.FileSetID = "X"
    assert checked(sign_file(dataset, signer.key, tmp_path / "signed.dcm")) == ()


def test_signing_again_leaves_one_signature(signed: Path, signer: Signer, tmp_path: Path) -> None:
    again = sign_file(read_dataset(signed.read_bytes()), signer.key, tmp_path / "again.dcm")
    assert len(checked(again)) == 1
    assert accepts(again, signer.pem)


def flip(content: bytearray, at: int) -> None:
    content[at] ^= 1


def _pixel(content: bytearray) -> None:
    flip(content, content.index(b"\xe0\x7f\x10\x00") + 5000)


def _header(content: bytearray) -> None:
    flip(content, content.index(b"\x08\x00\x70\x00LO") + 9)


def _signing_date(content: bytearray) -> None:
    flip(content, content.index(b"\x00\x04\x05\x01DT") + 17)


def _signature(content: bytearray) -> None:
    flip(content, content.index(b"\x00\x04\x20\x01OB") + 40)


def _tag_list(content: bytearray) -> None:
    flip(content, content.index(b"\x00\x04\x20\x00AT") + 10)


def _signature_uid(content: bytearray) -> None:
    flip(content, content.index(b"\x00\x04\x00\x01UI") + 20)


@pytest.mark.parametrize(
    "change", [_pixel, _header, _signing_date, _signature, _tag_list, _signature_uid]
)
def test_one_bit_anywhere_breaks_it(
    change: Callable[[bytearray], None], signed: Path, signer: Signer
) -> None:
    content = bytearray(signed.read_bytes())
    change(content)
    signed.write_bytes(content)
    (found,) = checked(signed)
    assert found.outcome is Outcome.CHANGED
    assert found.reason
    assert not accepts(signed, signer.pem)


def test_a_deleted_attribute_breaks_it(signed: Path, signer: Signer, tmp_path: Path) -> None:
    dataset = read_dataset(signed.read_bytes())
    del dataset.Manufacturer
    dataset.save_as(tmp_path / "changed.dcm")
    assert checked(tmp_path / "changed.dcm")[0].outcome is Outcome.CHANGED
    assert not accepts(tmp_path / "changed.dcm", signer.pem)


def test_a_swapped_certificate_breaks_it(signed: Path, signer: Signer, tmp_path: Path) -> None:
    other = workstation_identity(tmp_path / "other")
    dataset = read_dataset(signed.read_bytes())
    item = dataset.DigitalSignaturesSequence[0]
    item.CertificateOfSigner = other.certificate.public_bytes(_der())
    swapped = resave(signed, tmp_path / "same.dcm")
    dataset.save_as(swapped)
    (tmp_path / "other.pem").write_bytes(other.certificate_pem)
    assert checked(swapped)[0].outcome is Outcome.CHANGED
    assert not accepts(swapped, signer.pem)
    assert not accepts(swapped, tmp_path / "other.pem")


def _der() -> object:
    from cryptography.hazmat.primitives.serialization import Encoding

    return Encoding.DER


@pytest.mark.parametrize("gone", ["MACParametersSequence", "Signature", "CertificateOfSigner"])
def test_a_part_that_is_missing_is_said(
    gone: str, signed: Path, signer: Signer, tmp_path: Path
) -> None:
    dataset = read_dataset(signed.read_bytes())
    holder = dataset if gone in dataset else dataset.DigitalSignaturesSequence[0]
    delattr(holder, gone)
    dataset.save_as(tmp_path / "changed.dcm")
    (found,) = checked(tmp_path / "changed.dcm")
    assert found.outcome is Outcome.CHANGED
    assert "missing" in found.reason
    assert not accepts(tmp_path / "changed.dcm", signer.pem)


def test_an_added_attribute_is_named_though_dcmsign_accepts_it(
    signed: Path, signer: Signer, tmp_path: Path
) -> None:
    added = resave(signed, tmp_path / "added.dcm", "PatientComments", "added later")
    assert accepts(added, signer.pem)
    (found,) = checked(added)
    assert found.outcome is Outcome.PARTIAL
    assert found.added == (0x00104000,)


@pytest.mark.parametrize("words", [["-e"], ["+ti"], ["+tb"], ["+td"]])
def test_writing_it_in_another_encoding_breaks_nothing(
    words: list[str], signer: Signer, tmp_path: Path
) -> None:
    dcmconv = shutil.which("dcmconv") or pytest.skip("dcmtk is not on this machine")
    dataset = source("rtplan.dcm")
    path = sign_file(dataset, signer.key, tmp_path / "signed.dcm")
    command = [dcmconv, *words, str(path), str(tmp_path / "other.dcm")]
    subprocess.run(command, check=True, capture_output=True)
    assert checked(tmp_path / "other.dcm")[0].outcome is Outcome.COMPLETE


def test_a_signer_nobody_knows_is_a_state_of_its_own(signed: Path) -> None:
    (found,) = checked(signed, known=False)
    assert found.outcome is Outcome.UNKNOWN_SIGNER
    assert found.holds
    assert found.certificate is not None


def test_no_new_error_for_dciodvfy(signed: Path, tmp_path: Path) -> None:
    dciodvfy = shutil.which("dciodvfy") or pytest.skip("dicom3tools is not on this machine")

    def errors(path: Path) -> set[bytes]:
        found = subprocess.run([dciodvfy, path], capture_output=True, check=False)
        lines = (found.stdout + found.stderr).splitlines()
        return {line for line in lines if line.startswith(b"Error")}

    dataset = read_dataset(signed.read_bytes())
    del dataset.DigitalSignaturesSequence, dataset.MACParametersSequence
    dataset.save_as(tmp_path / "unsigned.dcm")
    assert errors(signed) <= errors(tmp_path / "unsigned.dcm")
