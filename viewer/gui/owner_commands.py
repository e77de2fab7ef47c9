"""What the owner of the workstation does: vault, audit log, keys, users."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from viewer import access
from viewer.errors import ScanveilError
from viewer.gui.auto_lock import AutoLock
from viewer.gui.dialogs.handover_dialog import HandoverDialog
from viewer.gui.dialogs.import_key_dialog import ImportKeyDialog
from viewer.gui.dialogs.keys_dialogs import ChoosePassphraseDialog, SecretDialog
from viewer.gui.dialogs.telling import NoteDialog, TableDialog
from viewer.gui.dialogs.users_dialog import UsersDialog
from viewer.gui.dialogs.vault_dialog import VaultDialog
from viewer.gui.dialogs.vault_projects import CrosswalkDialog, MergeDialog, SplitDialog
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.unlocking import open_keys
from viewer.provenance import (
    AuditLog,
    Signer,
    check_log,
    days_left,
    default_vault,
    fingerprint,
    fingerprint_words,
    known_signers,
    protection_state,
    workstation_certificate,
)

_LINES = 500
_CHAIN = ("seq", "prev", "at", "event", "signature")


class OwnerCommands:
    """One method per action; each opens a dialog, where the role of whoever is there allows it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._jobs = Jobs(window)

    def may_export(self) -> bool:
        """Whether whoever is there may export, and the keys are open."""
        return self._may("export") and self._is_open()

    def encrypt(self) -> None:
        """Encrypt an export for its recipient."""
        if self._may("export"):
            self._open(tr("Encrypted"), HandoverDialog(self._window))

    def vault(self) -> None:
        """Look into the vault."""
        if self._has_vault():
            VaultDialog(self._window).open()

    def split(self) -> None:
        """Copy patients into the vault of another project."""
        if self._has_vault():
            self._open(tr("Copied"), SplitDialog(self._window))

    def merge(self) -> None:
        """Take over what another vault holds."""
        if self._has_vault():
            self._open(tr("Taken over"), MergeDialog(self._window))

    def crosswalk(self) -> None:
        """Write the mapping as tables."""
        if self._has_vault():
            self._open(tr("Written"), CrosswalkDialog(self._window))

    def log(self) -> None:
        """Show the audit log, the newest line first."""
        if self._may("audit"):
            self._jobs.start("log", lambda _: _read_log(), self._show_log, failed=self._failed)

    def keys(self) -> None:
        """Show what protects the keys, who signs, and who is known."""
        rows = [
            *_keys(),
            *((each.label or tr("Signer"), _signer(each)) for each in known_signers()),
        ]
        sentence = tr(
            "Read the words to whoever checks your exports, by telephone or face to face."
        )
        TableDialog(
            tr("Keys and signers"), sentence, (tr("What"), tr("Value")), rows, self._window
        ).open()

    def passphrase(self) -> None:
        """Choose another passphrase."""
        if access.is_shared():
            self._note(tr("Passphrase"), tr("Each user has a password of their own: see Users."))
        elif self._is_open():
            ChoosePassphraseDialog(self._window, change=True).open()

    def import_key(self) -> None:
        """Sign with a key of the site."""
        if self._may("keys") and self._is_open():
            self._open(tr("Key imported"), ImportKeyDialog(self._window))

    def users(self) -> None:
        """Add and remove users."""
        if self._may("users") and self._is_open():
            UsersDialog(self._window).open()

    def lock(self) -> None:
        """Hide everything until somebody logs in."""
        guard = self._window.findChild(AutoLock)
        if guard is None or access.user() is None:
            self._note(tr("Lock"), tr("Only a workstation with users can be locked: see Users."))
        else:
            guard.lock()

    def _show_log(self, read: tuple[str, list[tuple[str, str]]]) -> None:
        state, rows = read
        TableDialog(
            tr("Audit log"), state, (tr("When and what"), tr("Facts")), rows, self._window
        ).open()

    def _has_vault(self) -> bool:
        """Whether there is a vault, and whoever is there may look into it."""
        if not default_vault().exists():
            self._note(tr("Vault"), tr("There is no vault yet: the first export makes it."))
            return False
        return self._may("vault") and self._is_open()

    def _open(self, title: str, dialog: SecretDialog) -> None:
        """Open a dialog, and tell afterwards what came of it."""
        dialog.accepted.connect(lambda: self._note(title, str(dialog.answer)))
        dialog.open()

    def _may(self, action: str) -> bool:
        def allowed() -> bool:
            access.require(action)
            return True

        return self._tried(allowed)

    def _is_open(self) -> bool:
        return self._tried(lambda: open_keys(self._window))

    def _tried(self, step: Callable[[], bool]) -> bool:
        try:
            return step()
        except ScanveilError as error:
            self._note(tr("That cannot be done now"), str(error))
            return False

    def _failed(self, error: BaseException) -> None:
        known = isinstance(error, ScanveilError)
        self._note(tr("Audit log"), str(error) if known else tr("The log cannot be read."))

    def _note(self, title: str, text: str) -> None:
        NoteDialog(title, (text,), self._window).open()


def _read_log() -> tuple[str, list[tuple[str, str]]]:
    log = AuditLog()
    found = check_log(log)
    if not found.ok:
        return tr("The log is not whole: {0}.").format(found.problem), []
    state = tr("The log is whole: {0} lines, {1} of them signed.").format(found.lines, found.signed)
    return state, list(_rows(log))[::-1][:_LINES]


def _rows(log: AuditLog) -> Iterator[tuple[str, str]]:
    for entry, _ in log.entries():
        told = {name: str(value) for name, value in entry.items() if name not in _CHAIN}
        facts = (f"{name} {text[:16] if len(text) == 64 else text}" for name, text in told.items())
        when = entry["at"][:19].replace("T", " ")
        yield f"{when}\n{entry['event']}", ", ".join(facts)


_LOCKS = {"keyring": tr("the keyring of this account"), "passphrase": tr("a passphrase")}


def _keys() -> Iterator[tuple[str, str]]:
    state = protection_state()
    kinds = ", ".join(_LOCKS.get(each, each) for each in dict.fromkeys(state.locks))
    yield tr("Keys protected by"), kinds or tr("nothing yet; the first export makes them")
    certificate = workstation_certificate()
    if certificate is not None:
        yield tr("This workstation signs as"), certificate.subject.rfc4514_string()
        yield tr("Fingerprint in words"), fingerprint_words(certificate)
        yield tr("Fingerprint (SHA-256)"), _in_groups(fingerprint(certificate))
        until = certificate.not_valid_after_utc.date()
        yield tr("Valid until"), tr("{0}, {1} days").format(until, days_left(certificate))
    else:
        yield tr("This workstation signs as"), tr("nothing yet; the first export makes the key")


def _in_groups(digest: str) -> str:
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def _signer(signer: Signer) -> str:
    short = signer.fingerprint[:16]
    if signer.reason:
        return tr("revoked {0}: {1} ({2})").format(signer.since, signer.reason, short)
    return tr("known since {0} ({1})").format(signer.since, short)
