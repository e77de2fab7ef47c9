"""The window asks for a passphrase only where nothing else protects the keys."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from viewer.gui import unlocking
from viewer.gui.dialogs.keys_dialogs import ChoosePassphraseDialog, UnlockDialog
from viewer.provenance import derived, master, os_keyring, protection_state

PHRASE = "four words of mine"


@pytest.fixture(autouse=True)
def forgetful() -> None:
    master.lock_again()


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os_keyring, "_backend", lambda: None)


def _never(dialog: QDialog) -> bool:
    raise AssertionError("a question was asked")


def test_with_a_keyring_nobody_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlocking, "_asked", _never)
    assert unlocking.open_keys()
    assert protection_state().locks == ("keyring",)


def test_the_first_time_a_passphrase_is_chosen(qtbot: QtBot, no_keyring: None) -> None:
    dialog = ChoosePassphraseDialog()
    dialog.show()
    dialog.fields["first"].setText(PHRASE)
    dialog.fields["second"].setText("something else")
    assert not dialog.ok.isEnabled()
    assert "not the same" in dialog.problem.text()
    dialog.fields["second"].setText(PHRASE)
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    assert protection_state().locks == ("passphrase",)
    assert unlocking.open_keys()


def test_a_wrong_passphrase_is_told_and_may_be_typed_again(qtbot: QtBot, no_keyring: None) -> None:
    master.create(PHRASE)
    master.lock_again()
    dialog = UnlockDialog()
    dialog.show()
    dialog.fields["passphrase"].setText("guessed words")
    dialog.ok.click()
    qtbot.waitUntil(lambda: "passphrase is wrong" in dialog.problem.text())
    assert not protection_state().is_open
    dialog.fields["passphrase"].setText(PHRASE)
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    assert derived("test")


@pytest.mark.parametrize("exists", [False, True])
def test_saying_not_now_leaves_the_keys_closed(
    qtbot: QtBot, no_keyring: None, monkeypatch: pytest.MonkeyPatch, exists: bool
) -> None:
    if exists:
        master.create(PHRASE)
        master.lock_again()
    asked: list[str] = []
    monkeypatch.setattr(unlocking, "_asked", lambda each: bool(asked.append(type(each).__name__)))
    assert not unlocking.open_keys()
    assert asked == ["UnlockDialog" if exists else "ChoosePassphraseDialog"]
    assert protection_state().exists == exists
