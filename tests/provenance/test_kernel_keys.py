"""On a machine without keyring and passphrase, the keys are in the memory of the kernel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from viewer.cli import secrets_asked
from viewer.provenance import (
    LockedError,
    Vault,
    derived,
    kernel_keys,
    master,
    os_keyring,
    protection_state,
)

pytestmark = pytest.mark.skipif(
    not kernel_keys.is_available(), reason="the kernel keeps no secrets here"
)


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No keyring, no passphrase, and nothing left in the kernel afterwards."""
    kept: list[str] = []
    store = kernel_keys.store
    monkeypatch.setattr(kernel_keys, "store", lambda name, it: kept.append(name) or store(name, it))
    monkeypatch.setattr(os_keyring, "_backend", lambda: None)
    master.lock_again()
    yield
    for name in kept:
        kernel_keys.forget(name)
    master.lock_again()


def _restarted() -> None:
    master.lock_again()


def test_keys_and_vault_open_again_in_another_process_and_nothing_is_plain(
    private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secrets_asked.open_keys()
    first = derived("test")
    Vault.open(create=True).close()
    assert "until this computer restarts" in capsys.readouterr().err
    _restarted()
    secrets_asked.open_keys()
    assert derived("test") == first
    Vault.open().close()
    secret = kernel_keys.fetch(_identifier(private_home))
    assert all(
        secret.encode() not in each.read_bytes() and first not in each.read_bytes()
        for each in private_home.rglob("*")
        if each.is_file()
    )


def test_after_a_restart_of_the_computer_the_refusal_says_why(private_home: Path) -> None:
    secrets_asked.open_keys()
    kernel_keys.forget(_identifier(private_home))
    _restarted()
    with pytest.raises(LockedError, match="restarted since"):
        secrets_asked.open_keys()


def test_a_passphrase_takes_the_place_of_the_kernel(private_home: Path) -> None:
    secrets_asked.open_keys()
    first = derived("test")
    master.set_passphrase("four words of mine")
    assert protection_state().locks == ("passphrase",)
    _restarted()
    master.unlock("four words of mine")
    assert derived("test") == first


def test_where_the_kernel_keeps_nothing_only_a_copy_without_way_back_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kernel_keys, "_CALLS", {})
    assert not secrets_asked.can_keep_keys()
    with pytest.raises(LockedError, match="no keyring and no passphrase"):
        secrets_asked.open_keys()


def _identifier(home: Path) -> str:
    import json

    return str(json.loads((home / "keys.json").read_text("utf-8"))["id"])
