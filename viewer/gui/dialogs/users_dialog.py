"""Who may use this workstation: names, roles, passwords."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer import access
from viewer.errors import ScanveilError
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel

_SENTENCE = tr(
    "With the first user, an administrator, this becomes a shared workstation: everybody logs in, "
    "each role may do what it is for, and it locks itself. The keyring no longer opens the keys."
)


class UsersDialog(QDialog):
    """Adds and removes users; what is typed stays until it is saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Users"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(520, 440)
        self._jobs = Jobs(self)
        self.list, self.told = QListWidget(), PlainLabel(role="warning")
        self.name, self.password, self.role = QLineEdit(), QLineEdit(), QComboBox()
        self.add, self.remove = QPushButton(tr("Add or change")), QPushButton(tr("Remove"))
        self.close_ = QPushButton(tr("Close"))
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.close_.clicked.connect(self.reject)
        self.list.currentRowChanged.connect(lambda _: self._check())
        for field in (self.name, self.password):
            field.textChanged.connect(lambda _: self._check())
        self.finished.connect(lambda _: self._jobs.shut_down())
        self._refresh()
        self.name.setFocus()

    def _lay_out(self) -> None:
        for role in ("administrator", *sorted(set(access.roles()) - {"administrator"})):
            self.role.addItem(role)
        for widget, name in (
            (self.list, tr("Users")),
            (self.name, tr("Name")),
            (self.password, tr("Password")),
            (self.role, tr("Role")),
        ):
            widget.setAccessibleName(name)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Role"), self.role)
        form.addRow(tr("Password"), self.password)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        buttons.addWidget(self.add)
        for button in (self.remove, self.close_):
            button.setAutoDefault(False)
        self.add.setProperty("primary", "true")
        self.add.setDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(PlainLabel(tr("Who may use this workstation"), role="title"))
        column.addWidget(PlainLabel(_SENTENCE))
        column.addWidget(self.list, 1)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addLayout(buttons)

    def _refresh(self) -> None:
        self.list.clear()
        for each in access.users():
            self.list.addItem(f"{each.name}: {each.role}")
        self.password.clear()
        self._check()

    def _check(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)
        self.add.setEnabled(bool(self.name.text().strip() and self.password.text()))

    def _add(self) -> None:
        name, role = self.name.text().strip(), self.role.currentText()
        password = self.password.text()
        is_first = not access.is_shared()

        def work() -> None:
            access.add_user(name, role, password)
            if is_first:
                access.log_in(name, password)

        self._start(work)

    def _remove(self) -> None:
        name = access.users()[self.list.currentRow()].name
        self._start(lambda: access.remove_user(name))

    def _start(self, work) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
        self.told.setText("")
        self._jobs.start("users", lambda _: work(), lambda _: self._refresh(), failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        known = isinstance(error, ScanveilError)
        self.told.setText(str(error) if known else tr("Something in the program broke."))
