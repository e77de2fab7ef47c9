"""The dialogs of the owner: vault, users, login, lock; what they show and what they log."""

from __future__ import annotations

from pathlib import Path

import pyrage
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer import access
from viewer.gui.auto_lock import AutoLock
from viewer.gui.dialogs.handover_dialog import HandoverDialog
from viewer.gui.dialogs.keys_dialogs import LoginDialog
from viewer.gui.dialogs.telling import NoteDialog, TableDialog
from viewer.gui.dialogs.users_dialog import UsersDialog
from viewer.gui.dialogs.vault_dialog import VaultDialog
from viewer.gui.owner_commands import OwnerCommands
from viewer.model import Masked
from viewer.provenance import AuditLog, Vault, master, opened_archive, workstation_identity

SECRET = "four words of mine"
REASON = "a finding that must be reported"


pytestmark = pytest.mark.usefixtures("nobody")


def _events() -> list[str]:
    return [entry["event"] for entry, _ in AuditLog().entries()]


def test_a_look_up_takes_a_reason_and_a_deletion_is_confirmed(
    qtbot: QtBot, window: QWidget
) -> None:
    with Vault.open(create=True) as vault:
        pseudonym = vault.patient(Masked("H-17"), Masked("Doe^Jane")).patient_id
    dialog = VaultDialog(window)
    dialog.show()
    dialog.value.setText(pseudonym)
    assert not dialog.look.isEnabled()
    dialog.reason.setText(REASON)
    dialog.look.click()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    shown = [dialog.table.item(0, column) for column in range(3)]
    assert [each and each.text() for each in shown] == ["patient", "H-17", pseudonym]
    assert _events()[-1] == "vault looked up"
    dialog.delete.click()
    assert "for good" in dialog.told.text()
    with Vault.open() as vault:
        assert vault.info().patients == 1
    dialog.delete.click()
    qtbot.waitUntil(lambda: "is deleted" in dialog.told.text())
    with Vault.open() as vault:
        assert vault.info().patients == 0
    assert _events()[-1] == "vault patient deleted"
    dialog.reject()


def test_a_reason_that_tells_the_patient_shows_nothing(qtbot: QtBot, window: QWidget) -> None:
    with Vault.open(create=True) as vault:
        vault.patient(Masked("H-17"))
    dialog = VaultDialog(window)
    dialog.show()
    dialog.value.setText("H-17")
    dialog.reason.setText("we must call H-17 today")
    dialog.look.click()
    qtbot.waitUntil(lambda: "repeats the value" in dialog.told.text())
    assert dialog.table.rowCount() == 0
    dialog.reject()


def test_the_first_user_is_logged_in_at_once(qtbot: QtBot, window: QWidget) -> None:
    dialog = UsersDialog(window)
    dialog.show()
    dialog.name.setText("Desk admin")
    dialog.password.setText(SECRET)
    dialog.add.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=30_000)
    found = access.user()
    assert found is not None
    assert found.name == "Desk admin"
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    qtbot.waitUntil(lambda: "must be an administrator" in dialog.told.text())
    dialog.reject()


def test_a_login_with_a_wrong_password_stays(qtbot: QtBot) -> None:
    access.add_user("Desk admin", "administrator", SECRET)
    master.lock_again()
    dialog = LoginDialog()
    dialog.show()
    dialog.fields["name"].setText("Desk admin")
    dialog.fields["password"].setText("guessed words")
    dialog.ok.click()
    qtbot.waitUntil(lambda: "password is wrong" in dialog.problem.text(), timeout=30_000)
    dialog.fields["password"].setText(SECRET)
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.ok.click()
    assert access.user() is not None


@pytest.mark.parametrize("returns", [True, False])
def test_a_lock_hides_what_is_open_until_somebody_logs_in(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, returns: bool
) -> None:
    access.add_user("Desk admin", "administrator", SECRET)
    access.log_in("Desk admin", SECRET)
    lock = AutoLock(window, 10)
    seen: list[bool] = []

    def ask() -> bool:
        seen.append(window.isVisible())
        return returns

    monkeypatch.setattr(lock, "ask", ask)
    lock.lock()
    assert seen == [False]
    assert window.isVisible() == returns
    assert access.user() is None
    assert _events()[-1] == "locked"


def test_nothing_locks_where_nobody_is_logged_in(window: QWidget) -> None:
    lock = AutoLock(window, 10)
    lock.lock()
    assert window.isVisible()


def test_log_and_keys_are_shown_and_a_role_is_kept_to(qtbot: QtBot, window: QWidget) -> None:
    workstation_identity()
    owner = OwnerCommands(window)
    owner.keys()
    (table,) = window.findChildren(TableDialog)
    assert table.table.rowCount() == 5
    owner.log()
    qtbot.waitUntil(lambda: len(window.findChildren(TableDialog)) == 2)
    access.add_user("Desk admin", "administrator", SECRET)
    access.log_in("Desk admin", SECRET)
    owner.log()
    (note,) = window.findChildren(NoteDialog)
    assert note.isVisible()
    assert len(window.findChildren(TableDialog)) == 2


def test_an_export_is_encrypted_for_a_recipient(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    recipient = pyrage.x25519.Identity.generate()
    owner = OwnerCommands(window)
    owner.encrypt()
    (dialog,) = window.findChildren(HandoverDialog)
    dialog.fields["folder"].setText(str(tmp_path / "out"))
    assert not dialog.ok.isEnabled()
    dialog.fields["key"].setText(str(recipient.to_public()))
    dialog.ok.click()
    qtbot.waitUntil(lambda: "no export" in dialog.problem.text())
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "provenance.json").write_text("{}")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.ok.click()
    with opened_archive(tmp_path / "out.zip.age", identity=str(recipient)) as opened:
        assert [each.name for each in opened.iterdir()] == ["provenance.json"]
