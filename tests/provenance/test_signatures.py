"""A signature holds for exactly the bytes it was made for, and OpenSSL agrees."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from viewer.provenance import (
    Identity,
    LockedError,
    SignatureProblem,
    envelope,
    fingerprint,
    key_id,
    sign_detached,
    verify_detached,
    workstation_certificate,
    workstation_identity,
)
from viewer.provenance.dsse import pre_authentication_encoding

CONTENT = b'{"subject": []}\n'


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    return workstation_identity(tmp_path_factory.mktemp("identity"))


def test_a_signature_names_the_certificate_that_made_it(identity: Identity) -> None:
    signer = verify_detached(CONTENT, sign_detached(CONTENT, identity))
    assert fingerprint(signer) == fingerprint(identity.certificate)


def test_one_more_byte_breaks_the_signature(identity: Identity) -> None:
    with pytest.raises(SignatureProblem) as problem:
        verify_detached(CONTENT + b" ", sign_detached(CONTENT, identity))
    assert "changed after it was signed" in problem.value.reason


def test_a_flipped_bit_anywhere_never_changes_who_signed(identity: Identity) -> None:
    signature = sign_detached(CONTENT, identity)
    for place in range(len(signature)):
        damaged = bytearray(signature)
        damaged[place] ^= 1
        try:
            signer = verify_detached(CONTENT, bytes(damaged))
        except SignatureProblem:
            continue
        assert signer.public_key() == identity.certificate.public_key()


@pytest.mark.parametrize("damage", [b"", b"\x30", b"\x30\x84\xff\xff\xff\xff", b"not DER at all"])
def test_what_is_no_signature_is_called_damaged(damage: bytes) -> None:
    with pytest.raises(SignatureProblem) as problem:
        verify_detached(CONTENT, damage)
    assert "damaged" in problem.value.reason


def test_openssl_accepts_ours_and_rejects_a_change(identity: Identity, tmp_path: Path) -> None:
    openssl = shutil.which("openssl") or pytest.skip("no openssl here")
    (tmp_path / "s.json").write_bytes(CONTENT)
    (tmp_path / "s.p7s").write_bytes(sign_detached(CONTENT, identity))
    (tmp_path / "c.pem").write_bytes(identity.certificate_pem)
    words = "cms -verify -binary -inform DER -in s.p7s -content s.json -CAfile c.pem -out /dev/null"
    command = [openssl, *words.split()]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 0
    (tmp_path / "s.json").write_bytes(CONTENT.replace(b"subject", b"subjecT"))
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode != 0


@pytest.mark.parametrize("kind", ["rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-256"])
@pytest.mark.parametrize("digest", ["sha256", "sha384"])
def test_a_signature_by_openssl_verifies_here(kind: str, digest: str, tmp_path: Path) -> None:
    openssl = shutil.which("openssl") or pytest.skip("no openssl here")
    (tmp_path / "s.json").write_bytes(CONTENT)
    make = f"req -x509 -newkey {kind} -nodes -keyout k.pem -out c.pem -subj /CN=site -days 2"
    sign = f"cms -sign -binary -md {digest} -in s.json -signer c.pem -inkey k.pem -outform DER"
    for words in (make, f"{sign} -out s.p7s"):
        subprocess.run([openssl, *words.split()], cwd=tmp_path, check=True, capture_output=True)
    signer = verify_detached(CONTENT, (tmp_path / "s.p7s").read_bytes())
    assert signer.subject.rfc4514_string() == "CN=site"


def test_the_dsse_envelope_holds_the_same_statement(identity: Identity) -> None:
    content = json.loads(envelope(CONTENT, identity))
    assert base64.b64decode(content["payload"]) == CONTENT
    (signature,) = content["signatures"]
    public = identity.key.public_key()
    covered = pre_authentication_encoding(CONTENT)
    public.verify(base64.b64decode(signature["sig"]), covered, padding.PKCS1v15(), hashes.SHA256())
    assert covered.startswith(b"DSSEv1 28 application/vnd.in-toto+json 16 {")


def test_the_identity_is_kept_and_names_nobody(tmp_path: Path) -> None:
    first, second = workstation_identity(tmp_path), workstation_identity(tmp_path)
    assert first.certificate == second.certificate
    subject = first.certificate.subject.rfc4514_string()
    assert subject == f"CN=Scanveil workstation {first.key_id},O=Scanveil"
    assert isinstance(first.key, rsa.RSAPrivateKey)
    assert first.key.key_size == 3072
    found = workstation_certificate(tmp_path)
    assert found is not None
    assert key_id(found) == first.key_id


def test_the_private_key_never_lies_there_in_plain(tmp_path: Path) -> None:
    identity = workstation_identity(tmp_path)
    secret = identity.key.private_numbers().p
    raw = secret.to_bytes(192, "big")
    for path in tmp_path.iterdir():
        assert path.stat().st_mode & 0o077 == 0
        assert b"PRIVATE KEY" not in path.read_bytes()
        assert raw not in path.read_bytes()


def test_a_damaged_key_file_is_a_sentence(tmp_path: Path) -> None:
    workstation_identity(tmp_path)
    sealed = tmp_path / "workstation-key.json"
    sealed.write_bytes(sealed.read_bytes()[:100])
    with pytest.raises(LockedError, match=r"damaged.*backup"):
        workstation_identity(tmp_path)
    assert len(sealed.read_bytes()) == 100
