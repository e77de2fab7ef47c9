"""Makes sure the keys of the workstation are open before they are needed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from viewer import access
from viewer.gui.dialogs.keys_dialogs import ChoosePassphraseDialog, LoginDialog, UnlockDialog
from viewer.provenance import master, protection_state


def open_keys(parent: QWidget | None = None) -> bool:
    """Open the keys, asking a person where it takes one; False when they stay closed.

    The first time, the keyring of the account protects them without a question where there is one.
    Raises LockedError when a person cannot help, as with a damaged file.
    """
    state = protection_state()
    if state.is_open:
        return True
    if access.is_shared():
        return _asked(LoginDialog(parent))
    if not state.exists and not master.keyring_is_available() and not master.given_passphrase():
        return _asked(ChoosePassphraseDialog(parent))
    if state.locks == ("passphrase",) and not master.given_passphrase():
        return _asked(UnlockDialog(parent))
    master.open_keys()
    return True


def _asked(dialog: QDialog) -> bool:
    return bool(dialog.exec() == QDialog.DialogCode.Accepted)
