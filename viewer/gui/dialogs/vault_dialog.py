"""Looks into the vault: who is behind a pseudonym, and deleting a patient for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import ScanveilError
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.provenance import AuditLog, Link, Vault, checked_reason, delete_patient, look_up

_HEADINGS = (tr("What"), tr("In the source"), tr("In the export"))
_SENTENCE = tr(
    "A look-up leads back to a person. The reason goes into the audit log, before anything is "
    "shown: write why, without names and numbers."
)
_FOR_GOOD = tr(
    "Deletes who is behind this pseudonym, in this vault, for good. What was exported stays as it "
    "is and can never be led back. Backups of the vault are not reached. Press again to delete."
)


class VaultDialog(QDialog):
    """Asks for a value and a reason; shows both sides; a patient found can be deleted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Vault"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(620, 420)
        self._jobs = Jobs(self)
        self.value, self.reason = QLineEdit(), QLineEdit()
        self.table, self.told = QTableWidget(0, len(_HEADINGS)), PlainLabel(role="warning")
        self.look, self.delete = QPushButton(tr("Look up")), QPushButton(tr("Delete patient…"))
        self.close_ = QPushButton(tr("Close"))
        self._links: Sequence[Link] = ()
        self._is_sure = False
        self._lay_out()
        for field in (self.value, self.reason):
            field.textChanged.connect(lambda _: self._check())
        self.look.clicked.connect(self._look_up)
        self.delete.clicked.connect(self._delete)
        self.close_.clicked.connect(self.reject)
        self.table.itemSelectionChanged.connect(self._check)
        self.finished.connect(lambda _: self._jobs.shut_down())
        self._check()

    def _lay_out(self) -> None:
        self.value.setAccessibleName(tr("Pseudonym, patient id or UID"))
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("such as: a finding that must be reported to the clinic"))
        self._lay_out_table()
        form = QFormLayout()
        form.addRow(tr("Pseudonym, id or UID"), self.value)
        form.addRow(tr("Reason"), self.reason)
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        for button in (self.close_, self.look):
            button.setIcon(QIcon())
            buttons.addWidget(button)
        for button in (self.delete, self.close_):
            button.setAutoDefault(False)
        self.look.setDefault(True)
        self.look.setProperty("primary", "true")
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(PlainLabel(tr("Who is behind a pseudonym"), role="title"))
        column.addWidget(PlainLabel(_SENTENCE))
        column.addLayout(form)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(buttons)

    def _lay_out_table(self) -> None:
        self.table.setAccessibleName(tr("What was found"))
        self.table.setHorizontalHeaderLabels(list(_HEADINGS))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _check(self) -> None:
        self._is_sure = False
        self.delete.setText(tr("Delete patient…"))
        has_reason = bool(self.reason.text().strip())
        self.look.setEnabled(bool(self.value.text().strip()) and has_reason)
        self.delete.setEnabled(self._patient() is not None and has_reason)

    def _patient(self) -> Link | None:
        row = self.table.currentRow()
        chosen = self._links[row] if 0 <= row < len(self._links) else None
        return chosen if chosen and chosen.kind == "patient" else None

    def _look_up(self) -> None:
        text, reason = self.value.text().strip(), self.reason.text()

        def work() -> Sequence[Link]:
            with Vault.open() as vault:
                return look_up(vault, text, reason)

        self._start(work, self._show)

    def _show(self, links: Sequence[Link]) -> None:
        self._links = links
        self.table.setRowCount(len(links))
        for row, link in enumerate(links):
            for column, text in enumerate((link.kind, link.old.reveal(), link.new)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if links:
            self.table.selectRow(0)
        self.told.setText("" if links else tr("The vault does not know that value."))
        self._check()

    def _delete(self) -> None:
        chosen = self._patient()
        if chosen is None:
            return
        if not self._is_sure:
            self._is_sure = True
            self.told.setText(_FOR_GOOD)
            self.delete.setText(tr("Delete {0} for good").format(chosen.new))
            return
        pseudonym, old, reason = chosen.new, chosen.old, self.reason.text()

        def work() -> str:
            told = checked_reason(reason, [old.reveal()])
            with Vault.open() as vault:
                done = delete_patient(vault, pseudonym)
            AuditLog().append("vault patient deleted", patient=pseudonym, reason=told)
            return tr("{0} is deleted, with {1} UIDs and {2} values.").format(
                pseudonym, done.uids, done.values
            )

        self._start(work, self._deleted)

    def _deleted(self, told: str) -> None:
        self._show(())
        self.told.setText(told)

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self.told.setText("")
        self._jobs.start("vault", lambda _: work(), done, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        known = isinstance(error, ScanveilError)
        self.told.setText(str(error) if known else tr("Something in the program broke."))
