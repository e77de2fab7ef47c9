"""The original header travels encrypted, and tools that are not ours open it."""

from __future__ import annotations

import datetime
import io
import shutil
import subprocess
from pathlib import Path

import pydicom
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset

from tests.export.builders import BORN, NAME, NUMBER, scanned, write_study
from viewer import export
from viewer.errors import UsageError
from viewer.profile import load_profile
from viewer.provenance import Vault, recipient_certificate
from viewer.verify import verify

_PEM = serialization.Encoding.PEM


@pytest.fixture(scope="module")
def recipient(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with key.pem and certificate.pem of a recipient."""
    folder, key = tmp_path_factory.mktemp("recipient"), rsa.generate_private_key(65537, 2048)
    now = datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Trial desk")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now).not_valid_after(now + datetime.timedelta(days=9))
    certificate = builder.sign(key, hashes.SHA256())
    kind, plain = serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(_PEM, kind, plain))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(_PEM))
    return folder


@pytest.fixture(scope="module")
def exported(recipient: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An exported file with its originals, and the source file."""
    folder = tmp_path_factory.mktemp("originals")
    source = write_study(folder / "in", instances=1)
    loaded, result = scanned(source)
    with Vault.open(folder / "v" / "vault.db", create=True) as vault:
        export.export(
            loaded, result, {}, out=folder / "out", profile=load_profile("research"), vault=vault,
            accept_proposed=True, originals_to=[recipient / "certificate.pem"],
        )  # fmt: skip
        assert verify(folder / "out", vault=vault).ok
    (made,) = (folder / "out" / "dicom").rglob("*.dcm")
    (original,) = source.iterdir()
    return made, original


def test_openssl_opens_the_originals(
    exported: tuple[Path, Path], recipient: Path, tmp_path: Path
) -> None:
    command = shutil.which("openssl") or pytest.skip("no openssl here")
    made = pydicom.dcmread(exported[0])
    (item,) = made.EncryptedAttributesSequence
    (tmp_path / "content").write_bytes(item.EncryptedContent)
    words = ["cms", "-decrypt", "-inform", "DER", "-in", "content", "-out", "plain", "-inkey"]
    subprocess.run(
        [command, *words, str(recipient / "key.pem")], cwd=tmp_path, check=True, timeout=60
    )
    (inside,) = _data_set((tmp_path / "plain").read_bytes()).ModifiedAttributesSequence
    source = pydicom.dcmread(exported[1])
    assert (str(inside.PatientName), inside.PatientID) == (NAME, NUMBER)
    assert inside.PatientBirthDate == BORN
    assert inside.SOPInstanceUID == source.SOPInstanceUID
    assert "PixelData" not in inside
    assert "Rows" not in inside  # it was not changed


def _data_set(content: bytes) -> Dataset:
    return read_dataset(io.BytesIO(content), is_implicit_VR=False, is_little_endian=True)


def test_gdcm_restores_the_file(
    exported: tuple[Path, Path], recipient: Path, tmp_path: Path
) -> None:
    command = shutil.which("gdcmanon") or pytest.skip("no gdcm here")
    made, original = exported
    words = [command, "-d", "-k", str(recipient / "key.pem"), "-c"]
    words += [str(recipient / "certificate.pem"), str(made), str(tmp_path / "back.dcm")]
    subprocess.run(words, check=True, timeout=60, capture_output=True)
    back, source = pydicom.dcmread(tmp_path / "back.dcm"), pydicom.dcmread(original)
    for name in ("PatientName", "PatientID", "SOPInstanceUID", "StudyDate", "InstitutionName"):
        assert back[name].value == source[name].value
    assert back.PixelData == source.PixelData


def test_nothing_of_the_original_can_be_read_without_the_key(exported: tuple[Path, Path]) -> None:
    content = exported[0].read_bytes()
    for value in (NAME, NAME.split("^")[0], NUMBER, BORN):
        assert value.encode() not in content


def test_a_certificate_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.pem").write_text("hello")
    with pytest.raises(UsageError, match="cannot be read"):
        recipient_certificate(tmp_path / "x.pem")
