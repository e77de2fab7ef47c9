"""Encrypts an export for its recipient: an age key, or a passphrase told another way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from viewer.errors import UsageError
from viewer.gui.dialogs.choosing import ask_folder
from viewer.gui.dialogs.keys_dialogs import SecretDialog
from viewer.provenance import STATEMENT, AuditLog, encrypt_folder, handover_recipients
from viewer.provenance.handover import SUFFIX

_SENTENCE = (
    "Writes one encrypted file beside the exported folder and reads it back. The recipient opens "
    "it with age, or with Scanveil, which verifies it at once. Give a key or a passphrase."
)
_SHORTEST = 10


class HandoverDialog(SecretDialog):
    """Asks for the exported folder and for whom; ``target`` is what was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.target = Path()
        super().__init__(
            "Encrypt an export",
            _SENTENCE,
            {"folder": "Exported folder", "key": "Recipient's age key", "phrase": "Or passphrase"},
            "Encrypt",
            parent,
        )
        for name in ("folder", "key"):
            self.fields[name].setEchoMode(QLineEdit.EchoMode.Normal)
        self.fields["key"].setPlaceholderText("age1…")
        self.cancel.setText("Close")
        self.choose = QPushButton("Choose the folder…")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.buttons.insertWidget(0, self.choose)

    def complaint(self) -> str:
        """What is missing."""
        folder, key, phrase = (each.text().strip() for each in self.fields.values())
        if not folder or bool(key) == bool(phrase):
            return "A folder, and a key or a passphrase."
        return "" if key or len(phrase) >= _SHORTEST else f"At least {_SHORTEST} characters."

    def work(self) -> Callable[[], object]:
        """Check, encrypt, read back."""
        text, key, phrase = (each.text().strip() for each in self.fields.values())
        folder = Path(text).expanduser().absolute()
        self.target = folder.with_name(folder.name + SUFFIX)
        return lambda: _encrypt(folder, self.target, key, phrase)

    def _choose(self) -> None:
        line = self.fields["folder"]
        ask_folder(self, "Choose an exported folder", lambda path: line.setText(str(path)))


def _encrypt(folder: Path, target: Path, key: str, phrase: str) -> None:
    if not (folder / STATEMENT).is_file():
        raise UsageError("That folder is no export.", "Choose one that Scanveil wrote.")
    if target.exists():
        raise UsageError("The encrypted archive is there already.", "It was left as it is.")
    encrypt_folder(folder, target, handover_recipients([key]) if key else (), phrase)
    AuditLog().append("export encrypted")
