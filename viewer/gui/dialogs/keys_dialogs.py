"""Opens the keys of the workstation: a passphrase to type, or one to choose the first time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer import access
from viewer.errors import ScanveilError
from viewer.gui.dialogs.fitting import FittingDialog
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.provenance import master

_SHORTEST = 10
_WIDTH = 460
_LOST = tr("Nobody can bring it back: write it down and keep it apart from this computer.")


class SecretDialog(FittingDialog):
    """A title, a sentence, hidden fields, and work that runs away from the GUI thread.

    Closes when the work succeeds, with its ``answer``; otherwise says why and stays.
    """

    def __init__(
        self, title: str, sentence: str, fields: dict[str, str], ok: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs = Jobs(self)
        self.answer: object = None
        self.fields = {name: QLineEdit() for name in fields}
        self.problem = PlainLabel(role="warning")
        self.ok, self.cancel = QPushButton(ok), QPushButton(tr("Not now"))
        self.form = form = QFormLayout()
        for name, text in fields.items():
            field = self.fields[name]
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(text)
            field.textChanged.connect(lambda _: self.check())
            form.addRow(text, field)
        self._lay_out(title, sentence, form)
        self.ok.clicked.connect(self._begin)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(lambda _: self._jobs.shut_down())
        self.check()

    def _lay_out(self, title: str, sentence: str, form: QFormLayout) -> None:
        self.buttons = buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.cancel, self.ok):
            button.setIcon(QIcon())
            buttons.addWidget(button)
        self.cancel.setAutoDefault(False)
        self.ok.setDefault(True)
        self.ok.setProperty("primary", "true")
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(PlainLabel(title, role="title"))
        column.addWidget(PlainLabel(sentence))
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addStretch(1)
        column.addLayout(buttons)
        self.problem.hide()

    def work(self) -> Callable[[], object]:
        """What to do with the fields; called in the GUI thread, run in another."""
        raise NotImplementedError

    def complaint(self) -> str:
        """Why the fields cannot be used yet; empty when they can."""
        return "" if all(each.text() for each in self.fields.values()) else "empty"

    def check(self) -> None:
        """Enable what can be done."""
        self.ok.setEnabled(not self.complaint())

    def tell(self, text: str) -> None:
        """Show a sentence below the fields."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if self.isVisible():
            self.fit()

    def _begin(self) -> None:
        work = self.work()
        self.ok.setEnabled(False)
        self.tell("")
        self._jobs.start("open", lambda _: work(), self._done, failed=self._failed)

    def _done(self, answer: object) -> None:
        self.answer = answer
        self.accept()

    def _failed(self, error: BaseException) -> None:
        told = (
            str(error)
            if isinstance(error, ScanveilError)
            else tr("Something in the program broke.")
        )
        self.tell(told)
        self.check()
        first = next(iter(self.fields.values()))
        first.selectAll()
        first.setFocus()


class UnlockDialog(SecretDialog):
    """Asks for the passphrase of the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Unlock the keys of this workstation"),
            tr("Earlier decisions, the vault and the signing key open with it."),
            {"passphrase": tr("Passphrase")},
            tr("Unlock"),
            parent,
        )

    def work(self) -> Callable[[], object]:
        """Try the passphrase."""
        given = self.fields["passphrase"].text()
        return lambda: master.unlock(given)


class LoginDialog(SecretDialog):
    """Asks who is there, on a workstation that several people share."""

    def __init__(self, parent: QWidget | None = None, *, locked: bool = False) -> None:
        super().__init__(
            tr("This workstation is locked") if locked else tr("Log in"),
            tr("What you open, decide and export goes into the audit log under your name."),
            {"name": tr("Name"), "password": tr("Password")},
            tr("Unlock") if locked else tr("Log in"),
            parent,
        )
        self.fields["name"].setEchoMode(QLineEdit.EchoMode.Normal)
        self.cancel.setText(tr("Quit") if locked else tr("Not now"))

    def work(self) -> Callable[[], object]:
        """Try name and password."""
        name, password = (each.text() for each in self.fields.values())
        return lambda: access.log_in(name, password)


class ChoosePassphraseDialog(SecretDialog):
    """Asks for a new passphrase; for first keys, or in the place of the one so far."""

    def __init__(self, parent: QWidget | None = None, *, change: bool = False) -> None:
        self._is_change = change
        why = (
            tr("The next time, the keys open with the new one.")
            if change
            else tr(
                "This computer has no keyring. The passphrase protects the signing key, the vault "
                "that leads back to patients, and your decisions. Without it you can only look."
            )
        )
        super().__init__(
            tr("Change the passphrase of the keys")
            if change
            else tr("Choose a passphrase for the keys"),
            f"{why} {_LOST}",
            {"first": tr("New passphrase"), "second": tr("The same again")},
            tr("Change") if change else tr("Protect"),
            parent,
        )

    def complaint(self) -> str:
        """Long enough, and twice the same."""
        first, second = (each.text() for each in self.fields.values())
        if len(first) < _SHORTEST:
            return tr("At least {0} characters; four or five words are good.").format(_SHORTEST)
        return "" if first == second else tr("The two are not the same yet.")

    def check(self) -> None:
        """Say what is missing as it is typed."""
        super().check()
        typed = any(each.text() for each in self.fields.values())
        self.tell(self.complaint() if typed else "")

    def work(self) -> Callable[[], object]:
        """Make the keys, or lock them anew."""
        given = self.fields["first"].text()
        return lambda: master.set_passphrase(given) if self._is_change else master.create(given)
