"""Rotating and importing the signing key, and whom a workstation knows or no longer trusts."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from viewer.errors import UsageError
from viewer.provenance import (
    LockedError,
    Standing,
    days_left,
    fingerprint,
    fingerprint_words,
    known_signers,
    own_certificates,
    pin,
    revoke,
    rotate_identity,
    sign_detached,
    standing,
    unpin,
    verify_detached,
    workstation_identity,
)

_NOW = datetime.datetime.now(datetime.UTC)
_SITE = rsa.generate_private_key(65537, 2048)


def _certificate(
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, days: int = 30
) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Imaging desk")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(_NOW - datetime.timedelta(days=60))
    return builder.not_valid_after(_NOW + datetime.timedelta(days=days)).sign(key, hashes.SHA256())


def _file(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, days: int = 30) -> bytes:
    lock = serialization.BestAvailableEncryption(b"secret")
    return pkcs12.serialize_key_and_certificates(b"desk", key, _certificate(key, days), None, lock)


def test_after_a_rotation_earlier_exports_are_still_ours() -> None:
    old = workstation_identity()
    new = rotate_identity()
    assert new.key_id != old.key_id
    assert workstation_identity().key_id == new.key_id
    assert standing(old.certificate) is standing(new.certificate) is Standing.OWN
    assert [fingerprint(each) for each in own_certificates()] == [
        fingerprint(each.certificate) for each in (new, old)
    ]


def test_a_site_signs_with_its_own_key() -> None:
    imported = rotate_identity(saved=_file(_SITE), password="secret")
    assert imported.key.public_key() == _SITE.public_key()
    again = workstation_identity()
    assert verify_detached(b"x", sign_detached(b"x", again)) == imported.certificate


@pytest.mark.parametrize(
    ("saved", "password", "told"),
    [
        (_file(_SITE), "guess", "file or its password is wrong"),
        (b"no such file", "secret", "file or its password is wrong"),
        (_file(ec.generate_private_key(ec.SECP256R1())), "secret", "no RSA key"),
        (_file(rsa.generate_private_key(65537, 1024)), "secret", "too short"),
        (_file(_SITE, days=-2), "secret", "expired"),
    ],
    ids=["wrong password", "no PKCS#12", "elliptic curve", "short", "expired"],
)
def test_an_import_that_fails_changes_nothing(saved: bytes, password: str, told: str) -> None:
    before = workstation_identity().key_id
    with pytest.raises(LockedError, match=told):
        rotate_identity(saved=saved, password=password)
    assert workstation_identity().key_id == before


def test_an_expired_certificate_signs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = workstation_identity().certificate
    assert 3640 < days_left(certificate) <= 3650
    monkeypatch.setattr("viewer.provenance.identity.days_left", lambda _: -1)
    with pytest.raises(LockedError, match=r"expired.*keys rotate"):
        workstation_identity()


def test_a_rotation_that_was_cut_short_is_finished(private_home: Path) -> None:
    old = workstation_identity()
    shown = private_home / "identity" / "certificate.pem"
    rotate_identity()
    shown.write_bytes(old.certificate_pem)
    assert workstation_identity().certificate_pem == shown.read_bytes() != old.certificate_pem


def test_a_signer_is_unknown_until_pinned() -> None:
    certificate = _certificate(_SITE)
    assert standing(certificate) is Standing.NEW
    pinned = pin(certificate)
    assert standing(certificate) is Standing.PINNED
    assert known_signers() == (pinned,)
    assert pinned.label == "Imaging desk"
    with pytest.raises(UsageError, match="one known signer"):
        unpin("f" * 16)
    unpin(pinned.fingerprint[:16])
    assert standing(certificate) is Standing.NEW


def _crl(certificate: x509.Certificate) -> bytes:
    entry = x509.RevokedCertificateBuilder(certificate.serial_number, _NOW).build()
    builder = x509.CertificateRevocationListBuilder(certificate.subject, _NOW, _NOW)
    crl = builder.add_revoked_certificate(entry).sign(_SITE, hashes.SHA256())
    return crl.public_bytes(serialization.Encoding.PEM)


@pytest.mark.parametrize(
    "listed",
    [
        lambda each: fingerprint(each).encode(),
        lambda each: each.fingerprint(hashes.SHA256()).hex(":").upper().encode() + b"  stolen\n",
        lambda each: each.public_bytes(serialization.Encoding.PEM),
        _crl,
    ],
    ids=["fingerprint", "with colons", "certificate", "CRL"],
)
def test_what_a_list_revokes_is_never_trusted_again(listed: object) -> None:
    certificate = _certificate(_SITE)
    pin(certificate)
    assert callable(listed)
    revoke(listed(certificate), "its laptop was stolen")
    assert standing(certificate) is Standing.REVOKED
    with pytest.raises(UsageError, match="was revoked"):
        pin(certificate)
    assert known_signers()[-1].reason == "its laptop was stolen"


def test_a_list_that_revokes_nothing_is_told() -> None:
    with pytest.raises(UsageError, match="revokes nothing"):
        revoke(b"hello")


def test_a_damaged_list_of_signers_is_not_taken_for_an_empty_one(private_home: Path) -> None:
    pin(_certificate(_SITE))
    (private_home / "identity" / "signers.json").write_text("{}")
    with pytest.raises(LockedError, match="list of known signers is damaged"):
        standing(_certificate(_SITE))


def test_words_stand_for_the_beginning_of_the_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.provenance.signers.fingerprint", lambda _: "00ff01" + "0a" * 29)
    words = fingerprint_words(_certificate(_SITE)).split()
    assert len(words) == 10
    assert words[:3] == ["acorn", "window", "actor"]
