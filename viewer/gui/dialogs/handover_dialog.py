"""Encrypts an export for its recipient: an age key, or a passphrase told another way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.errors import UsageError
from viewer.gui.dialogs.choosing import ask_folder
from viewer.gui.dialogs.place_dialog import PlaceDialog
from viewer.provenance import STATEMENT, AuditLog, encrypt_folder, handover_recipients
from viewer.provenance.handover import SUFFIX

_SENTENCE = (
    "Writes one encrypted file beside the exported folder and reads it back. The recipient opens "
    "it with age, or with Scanveil, which verifies it at once. Give a key or a passphrase."
)
_SHORTEST = 10


class HandoverDialog(PlaceDialog):
    """Asks for the exported folder and for whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Encrypt an export",
            _SENTENCE,
            {"folder": "Exported folder", "key": "Recipient's age key", "phrase": "Or passphrase"},
            "Encrypt",
            ("Choose the folder…", ask_folder),
            parent,
            secret=("phrase",),
        )
        self.fields["key"].setPlaceholderText("age1…")

    def complaint(self) -> str:
        """What is missing."""
        folder, key, phrase = (each.text().strip() for each in self.fields.values())
        if not folder or bool(key) == bool(phrase):
            return "A folder, and a key or a passphrase."
        return "" if key or len(phrase) >= _SHORTEST else f"At least {_SHORTEST} characters."

    def work(self) -> Callable[[], object]:
        """Check, encrypt, read back."""
        _, key, phrase = (each.text().strip() for each in self.fields.values())
        folder = self.place()
        return lambda: _encrypt(folder, key, phrase)


def _encrypt(folder: Path, key: str, phrase: str) -> str:
    target = folder.with_name(folder.name + SUFFIX)
    if not (folder / STATEMENT).is_file():
        raise UsageError("That folder is no export.", "Choose one that Scanveil wrote.")
    if target.exists():
        raise UsageError("The encrypted archive is there already.", "It was left as it is.")
    encrypt_folder(folder, target, handover_recipients([key]) if key else (), phrase)
    AuditLog().append("export encrypted")
    told = f"The encrypted file was read back: {target.name}."
    return f"{told} The folder beside it is not encrypted."
