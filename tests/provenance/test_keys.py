"""The keys of a workstation: never plain, opened by their locks, brought back by a backup."""

from __future__ import annotations

import base64
import json
import os
import secrets
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests import fake_keyring
from viewer import paths
from viewer.provenance import (
    LockedError,
    Vault,
    derived,
    master,
    os_keyring,
    protection_state,
    throw_away_workstation,
    workstation_identity,
)
from viewer.provenance.protection import seal_to, unseal

PHRASE = "four words of mine"


@pytest.fixture(autouse=True)
def forgetful() -> None:
    master.lock_again()


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr(os_keyring, "_backend", lambda: None)


def _reopened() -> bytes:
    master.lock_again()
    return derived("test")


def test_without_keyring_and_passphrase_no_key_is_made(
    no_keyring: None, private_home: Path
) -> None:
    with pytest.raises(LockedError, match=r"no keyring and no passphrase.*SCANVEIL_PASSPHRASE"):
        workstation_identity()
    with pytest.raises(LockedError, match="no keyring and no passphrase"):
        Vault.open(create=True)
    left = [each for each in private_home.rglob("*") if each.is_file()]
    assert left == []


def test_the_keyring_opens_the_keys_and_nothing_else_does(keyring_folder: Path) -> None:
    key = derived("test")
    assert protection_state().locks == ("keyring",)
    assert _reopened() == key
    away = keyring_folder.rename(keyring_folder.with_name("away"))
    try:
        with pytest.raises(LockedError, match=r"no longer holds the key.*keys restore"):
            _reopened()
    finally:
        shutil.rmtree(keyring_folder)
        away.rename(keyring_folder)
    assert _reopened() == key


def test_a_keyring_that_does_not_answer_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    derived("test")
    monkeypatch.delenv(fake_keyring.PLACE)
    with pytest.raises(LockedError, match=r"does not answer.*unlock it"):
        _reopened()


@pytest.mark.parametrize(
    ("module", "name", "chosen", "good"),
    [
        ("keyring.backends.SecretService", "Keyring", False, True),
        ("keyring.backends.macOS", "Keyring", False, True),
        ("keyring.backends.fail", "Keyring", True, False),
        ("keyring.backends.null", "Keyring", True, False),
        ("keyrings.alt.file", "PlaintextKeyring", True, False),
        ("site.keys", "PlainFile", True, False),
        ("site.keys", "Vaulted", True, True),
        ("site.keys", "Vaulted", False, False),
    ],
)
def test_only_a_keyring_that_encrypts_counts(
    module: str, name: str, chosen: bool, good: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = type(name, (), {"__module__": module})()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{module}.{name}" if chosen else "")
    monkeypatch.setattr("keyring.get_keyring", lambda: SimpleNamespace(backends=[backend]))
    assert os_keyring.is_available() == good


def test_a_passphrase_is_changed_by_writing_one_lock(
    no_keyring: None, monkeypatch: pytest.MonkeyPatch, private_home: Path
) -> None:
    monkeypatch.setenv("SCANVEIL_PASSPHRASE", PHRASE)
    key, signer = derived("test"), workstation_identity().key_id
    sealed = (private_home / "identity" / "workstation-key.json").read_bytes()
    master.set_passphrase("another four words")
    with pytest.raises(LockedError, match="passphrase is wrong"):
        _reopened()
    monkeypatch.setenv("SCANVEIL_PASSPHRASE", "another four words")
    assert _reopened() == key
    assert workstation_identity().key_id == signer
    assert (private_home / "identity" / "workstation-key.json").read_bytes() == sealed
    assert len(protection_state().locks) == 1


def test_a_locked_key_says_what_to_do(no_keyring: None) -> None:
    master.create(PHRASE)
    with pytest.raises(LockedError, match="locked with a passphrase"):
        _reopened()
    with pytest.raises(LockedError, match="passphrase is wrong"):
        master.unlock("not these words")
    master.unlock(PHRASE)
    assert protection_state().is_open
    assert derived("test")


def test_the_last_lock_stays(keyring_folder: Path) -> None:
    key = derived("test")
    with pytest.raises(LockedError, match="last lock"):
        master.drop_lock("keyring")
    master.set_passphrase(PHRASE)
    master.drop_lock("keyring")
    with pytest.raises(LockedError, match="locked with a passphrase"):
        _reopened()
    master.unlock(PHRASE)
    assert derived("test") == key


def test_a_backup_brings_vault_and_signing_key_back(
    private_home: Path, keyring_folder: Path
) -> None:
    signer, key = workstation_identity().key_id, derived("test")
    saved = master.backup(PHRASE)
    (private_home / "keys.json").unlink()
    master.lock_again()
    with pytest.raises(LockedError, match="passphrase is wrong"):
        master.restore(saved, "guessed words")
    assert not (private_home / "keys.json").exists()
    master.restore(saved, PHRASE)
    assert derived("test") == key
    assert workstation_identity().key_id == signer


def test_a_backup_of_other_keys_is_refused() -> None:
    derived("test")
    saved = json.loads(master.backup(PHRASE))
    saved["id"] = "0" * 16
    before = paths.user_data().joinpath("keys.json").read_bytes()
    with pytest.raises(LockedError, match="has other keys"):
        master.restore(json.dumps(saved).encode(), PHRASE)
    assert paths.user_data().joinpath("keys.json").read_bytes() == before


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b'{"format": "scanveil-keys/1"}'])
def test_a_damaged_key_file_is_a_sentence_and_stays(damage: bytes, private_home: Path) -> None:
    derived("test")
    (private_home / "keys.json").write_bytes(damage)
    with pytest.raises(LockedError, match=r"keys\.json is damaged.*backup"):
        _reopened()
    assert (private_home / "keys.json").read_bytes() == damage


def test_sealed_files_of_another_workstation_do_not_open(tmp_path: Path) -> None:
    seal_to(tmp_path / "a.json", b"mine", "test")
    with throw_away_workstation(), pytest.raises(LockedError, match="sealed with other keys"):
        unseal(tmp_path / "a.json", "test")
    assert unseal(tmp_path / "a.json", "test") == b"mine"
    with pytest.raises(LockedError, match="sealed with other keys"):
        unseal(tmp_path / "a.json", "another purpose")


def _old_file(folder: Path, name: str, secret: bytes) -> Path:
    """What earlier versions wrote: sealed by a plain secret beside it."""
    place = folder / "folder-secret.bin"
    if not place.exists():
        place.write_bytes(secrets.token_bytes(32))
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(place.read_bytes()).encrypt(nonce, secret, b"test")
    encoded = {"nonce": base64.b64encode(nonce), "sealed": base64.b64encode(sealed)}
    content = {"format": "scanveil-sealed/1", "lock": {"kind": "folder"}}
    content |= {key: each.decode() for key, each in encoded.items()}
    (folder / name).write_text(json.dumps(content))
    return folder / name


def test_files_sealed_by_a_plain_secret_are_sealed_anew(tmp_path: Path) -> None:
    first, second = (_old_file(tmp_path, name, name.encode()) for name in ("a.json", "b.json"))
    assert unseal(first, "test") == b"a.json"
    assert (tmp_path / "folder-secret.bin").exists()
    assert unseal(second, "test") == b"b.json"
    assert not (tmp_path / "folder-secret.bin").exists()
    assert unseal(first, "test") == b"a.json"


def test_without_protection_old_files_stay_as_they_are(tmp_path: Path, no_keyring: None) -> None:
    old = _old_file(tmp_path, "a.json", b"kept")
    before = old.read_bytes()
    with pytest.raises(LockedError, match="no keyring and no passphrase"):
        unseal(old, "test")
    assert old.read_bytes() == before
    assert (tmp_path / "folder-secret.bin").exists()


def test_a_workstation_for_one_run_leaves_nothing(private_home: Path, no_keyring: None) -> None:
    with throw_away_workstation():
        inside = paths.user_data()
        assert workstation_identity().key_id
        Vault.open(create=True).close()
        assert b"PRIVATE KEY" not in b"".join(p.read_bytes() for p in inside.rglob("*.json"))
    assert not inside.exists()
    assert os.environ["SCANVEIL_HOME"] == str(private_home)
    assert not (private_home / "keys.json").exists()


def test_a_passphrase_in_the_environment_is_not_inherited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master, "_given", [])
    monkeypatch.setenv("SCANVEIL_PASSPHRASE", PHRASE)
    master.take_passphrase()
    assert "SCANVEIL_PASSPHRASE" not in os.environ
    assert master.given_passphrase() == PHRASE
