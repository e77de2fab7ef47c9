"""Takes the key and certificate of a site, from a PKCS#12 file, to sign with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.errors import UsageError
from viewer.gui.dialogs.choosing import ask_file
from viewer.gui.dialogs.place_dialog import PlaceDialog
from viewer.gui.language import tr
from viewer.provenance import AuditLog, fingerprint_words, rotate_identity

_SENTENCE = tr(
    "Signs exports from now on with the key and certificate of a PKCS#12 file (.p12, .pfx) your "
    "site issued. The name in the certificate travels with every export. The certificate so "
    "far still tells that earlier exports were yours."
)


def _ask_file(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> None:
    ask_file(parent, title, tr("PKCS#12 files (*.p12 *.pfx)"), chosen)


class ImportKeyDialog(PlaceDialog):
    """Asks for the file and its password, which may be empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Sign with a key of your site"),
            _SENTENCE,
            {"file": tr("PKCS#12 file"), "password": tr("Password of the file")},
            tr("Use this key"),
            (tr("Choose the file…"), _ask_file),
            parent,
            secret=("password",),
        )

    def complaint(self) -> str:
        """A file may have no password."""
        return "" if self.fields["file"].text().strip() else "empty"

    def work(self) -> Callable[[], object]:
        """Put the key in the place of the one so far."""
        path, password = self.place(), self.fields["password"].text()
        return lambda: _import(path, password)


def _import(path: Path, password: str) -> str:
    try:
        saved = path.read_bytes()
    except OSError as error:
        raise UsageError(
            tr("The file cannot be read: {0}.").format(error.strerror), tr("Check it.")
        ) from None
    certificate = rotate_identity(saved=saved, password=password).certificate
    AuditLog().append("keys changed", what="import")
    subject = certificate.subject.rfc4514_string()
    return tr("This workstation now signs as {0}. In words: {1}.").format(
        subject, fingerprint_words(certificate)
    )
