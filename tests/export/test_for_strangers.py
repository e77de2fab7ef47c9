"""An export is accepted by programs that are not ours."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from securesystemslib.dsse import Envelope
from securesystemslib.signer import SSlibKey

from tests.dicom_signature.builders import accepts
from tests.export.builders import exported, write_study


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    return exported(write_study(folder / "in"), folder / "out").out


def run(out: Path, *words: str) -> int:
    program = shutil.which(words[0]) or pytest.skip(f"no {words[0]} here")
    command = [program, *words[1:]]
    return subprocess.run(command, cwd=out, capture_output=True, check=False).returncode


def test_dcmsign_accepts_every_file(out: Path) -> None:
    files = sorted((out / "dicom").rglob("*.dcm"))
    assert len(files) == 3
    assert all(accepts(each, out / "certificate.pem") for each in files)


def test_sha256sum_accepts_the_manifest(out: Path) -> None:
    assert run(out, "sha256sum", "-c", "manifest-sha256.txt") == 0


def test_openssl_accepts_the_signature(out: Path) -> None:
    words = "cms -verify -binary -inform DER -in provenance.json.p7s -content provenance.json"
    assert run(out, "openssl", *words.split(), "-CAfile", "certificate.pem") == 0


def test_securesystemslib_accepts_the_envelope(out: Path) -> None:
    told = json.loads((out / "provenance.dsse.json").read_bytes())
    envelope = Envelope.from_dict(told)
    certificate = x509.load_pem_x509_certificate((out / "certificate.pem").read_bytes())
    public = certificate.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    (keyid,) = envelope.signatures
    key = SSlibKey(keyid, "rsa", "rsa-pkcs1v15-sha256", {"public": public.decode()})
    assert set(envelope.verify([key], 1)) == {keyid}
    assert envelope.payload == (out / "provenance.json").read_bytes()
    envelope.payload += b" "
    with pytest.raises(Exception, match=r"threshold|signature"):
        envelope.verify([key], 1)
