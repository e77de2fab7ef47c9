"""Encrypts an export for its recipient: an age key, or a passphrase told another way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.errors import UsageError
from viewer.gui.dialogs.choosing import ask_folder
from viewer.gui.dialogs.place_dialog import PlaceDialog
from viewer.gui.language import tr
from viewer.provenance import STATEMENT, AuditLog, encrypt_folder, handover_recipients
from viewer.provenance.handover import SUFFIX

_SENTENCE = tr(
    "Writes one encrypted file beside the exported folder and reads it back. The recipient opens "
    "it with Scanveil, which verifies it at once, or with the free program age. Give the key the "
    "recipient sent you, or a passphrase that you tell by telephone."
)
_SHORTEST = 10


class HandoverDialog(PlaceDialog):
    """Asks for the exported folder and for whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Encrypt an export"),
            _SENTENCE,
            {
                "folder": tr("Exported folder"),
                "key": tr("Recipient's age key"),
                "phrase": tr("Or passphrase"),
            },
            tr("Encrypt"),
            (tr("Choose the folder…"), ask_folder),
            parent,
            secret=("phrase",),
        )
        self.fields["key"].setPlaceholderText("age1…")

    def complaint(self) -> str:
        """What is missing."""
        folder, key, phrase = (each.text().strip() for each in self.fields.values())
        if not folder or bool(key) == bool(phrase):
            return tr("A folder, and a key or a passphrase.")
        return (
            ""
            if key or len(phrase) >= _SHORTEST
            else tr("At least {0} characters.").format(_SHORTEST)
        )

    def work(self) -> Callable[[], object]:
        """Check, encrypt, read back."""
        _, key, phrase = (each.text().strip() for each in self.fields.values())
        folder = self.place()
        return lambda: _encrypt(folder, key, phrase)


def _encrypt(folder: Path, key: str, phrase: str) -> str:
    target = folder.with_name(folder.name + SUFFIX)
    if not (folder / STATEMENT).is_file():
        raise UsageError(tr("That folder is no export."), tr("Choose one that Scanveil wrote."))
    if target.exists():
        raise UsageError(tr("The encrypted archive is there already."), tr("It was left as it is."))
    encrypt_folder(folder, target, handover_recipients([key]) if key else (), phrase)
    AuditLog().append("export encrypted")
    told = tr("The encrypted file was read back: {0}.").format(target.name)
    return tr("{0} The folder beside it is not encrypted.").format(told)
