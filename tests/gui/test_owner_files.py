"""Dialogs of the owner that take a place on disk: split, merge, crosswalk, a key of the site."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer import access
from viewer.gui.actions import TABLE
from viewer.gui.dialogs.import_key_dialog import ImportKeyDialog
from viewer.gui.dialogs.place_dialog import PlaceDialog
from viewer.gui.dialogs.telling import NoteDialog
from viewer.gui.dialogs.vault_projects import CrosswalkDialog, MergeDialog, SplitDialog
from viewer.gui.owner_commands import OwnerCommands
from viewer.gui.panels.plain_label import PlainLabel
from viewer.model import Masked
from viewer.provenance import AuditLog, Vault, own_certificates, workstation_identity

PASSWORD = "as the site gave it"


pytestmark = pytest.mark.usefixtures("nobody")


def _opened(window: QWidget, ask: Callable[[], None]) -> PlaceDialog:
    ask()
    (dialog,) = window.findChildren(PlaceDialog)
    assert not dialog.ok.isEnabled()
    return dialog


def _told(qtbot: QtBot, window: QWidget, dialog: PlaceDialog) -> str:
    """Press the button and read the note that follows; everything it says."""
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.ok.click()
    note = window.findChildren(NoteDialog)[-1]
    return " ".join(each.text() for each in note.findChildren(PlainLabel))


def _pseudonyms(path: Path | None = None) -> list[str]:
    with Vault.open(path) as vault:
        return [each.new for each in vault.patients()]


def test_patients_are_copied_and_come_back(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    with Vault.open(create=True) as vault:
        first = vault.patient(Masked("H-17")).patient_id
        vault.patient(Masked("H-18"))
    owner, other = OwnerCommands(window), tmp_path / "other.db"
    dialog = _opened(window, owner.split)
    assert isinstance(dialog, SplitDialog)
    dialog.fields["file"].setText(str(other))
    dialog.fields["pseudonyms"].setText("SV-NOBODY")
    dialog.ok.click()
    qtbot.waitUntil(lambda: "does not know that pseudonym" in dialog.problem.text(), timeout=30_000)
    assert not other.exists()
    dialog.fields["pseudonyms"].setText(first)
    assert "1 patient, " in _told(qtbot, window, dialog)
    assert _pseudonyms(other) == [first]
    with Vault.open() as vault:
        assert vault.info().patients == 2
    assert _last() == "vault split"

    with Vault.open(other) as vault:
        third = vault.patient(Masked("H-19")).patient_id
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(PlaceDialog))
    dialog = _opened(window, owner.merge)
    assert isinstance(dialog, MergeDialog)
    dialog.fields["file"].setText(str(other))
    assert "1 patient, " in _told(qtbot, window, dialog)
    assert third in _pseudonyms()
    assert _last() == "vault merged"


def test_the_mapping_is_written_as_tables_for_their_owner_only(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    with Vault.open(create=True) as vault:
        pseudonym = vault.patient(Masked("H-17")).patient_id
    dialog = _opened(window, OwnerCommands(window).crosswalk)
    assert isinstance(dialog, CrosswalkDialog)
    dialog.fields["folder"].setText(str(tmp_path / "tables"))
    assert "identify patients" in _told(qtbot, window, dialog)
    written = tmp_path / "tables" / "patid_crosswalk.csv"
    assert written.read_text().splitlines() == ["id_old,id_new", f"H-17,{pseudonym}"]
    assert written.stat().st_mode & 0o077 == 0
    assert _last() == "vault crosswalk written"


def test_a_key_of_the_site_signs_from_now_on(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    before = workstation_identity().certificate
    saved = tmp_path / "site.p12"
    saved.write_bytes(_pkcs12())
    dialog = _opened(window, OwnerCommands(window).import_key)
    assert isinstance(dialog, ImportKeyDialog)
    dialog.fields["file"].setText(str(saved))
    dialog.fields["password"].setText("guessed")
    dialog.ok.click()
    qtbot.waitUntil(lambda: "password is wrong" in dialog.problem.text(), timeout=30_000)
    assert workstation_identity().certificate == before
    dialog.fields["password"].setText(PASSWORD)
    assert "CN=Hospital 7" in _told(qtbot, window, dialog)
    assert "CN=Hospital 7" in workstation_identity().certificate.subject.rfc4514_string()
    assert before in own_certificates()
    assert _last() == "keys changed"


def test_a_reviewer_may_do_none_of_it(window: QWidget) -> None:
    Vault.open(create=True).close()
    access.add_user("Desk admin", "administrator", PASSWORD)
    access.log_in("Desk admin", PASSWORD)
    access.add_user("Reader", "reviewer", PASSWORD)
    access.log_out()
    access.log_in("Reader", PASSWORD)
    owner = OwnerCommands(window)
    for ask in (owner.split, owner.merge, owner.crosswalk, owner.import_key):
        ask()
    assert not window.findChildren(PlaceDialog)
    assert len(window.findChildren(NoteDialog)) == 4


def test_all_of_it_is_in_the_menu() -> None:
    shown = {spec.id for spec in TABLE if spec.menu == "Workstation"}
    assert {"vault-split", "vault-merge", "vault-crosswalk", "keys-import"} <= shown


def _last() -> str:
    return [str(entry["event"]) for entry, _ in AuditLog().entries()][-1]


def _pkcs12() -> bytes:
    """A key and certificate as a site issues them."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Hospital 7")])
    start = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    sealed = BestAvailableEncryption(PASSWORD.encode())
    return pkcs12.serialize_key_and_certificates(b"site", key, certificate, None, sealed)
