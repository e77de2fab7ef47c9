"""Asks where to export to, says why it cannot be done yet, and shows what was published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.export import Refusal
from viewer.gui.dialogs.asking import ReasonDialog
from viewer.gui.dialogs.choosing import ask_folder
from viewer.gui.dialogs.sharing_form import SharingForm
from viewer.gui.item_models import wording
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.gui.stages import Exported

_SUSPICIOUS, _ROWS_HEIGHT = 5, 112
Choices = Sequence[tuple[str, tuple[str, ...]]]
_SAFE = tr("Your files are not changed. The copy is signed, and checked again after it is written.")


class ExportDialog(QDialog):
    """``export_clicked`` (Path, zip) starts; ``go_to`` carries the Refusal to jump to.

    ``overrides`` are the reasons a person gave for exporting although something stands in the way.
    """

    export_clicked = Signal(object, bool)
    cancel_clicked = Signal()
    go_to = Signal(object)
    studies_chosen = Signal(tuple)

    def __init__(
        self, reasons: Sequence[Refusal], parent: QWidget | None = None, choices: Choices = ()
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.folder, self.zip = QLineEdit(), QCheckBox(tr("Write a zip archive beside it as well"))
        self.title, self.state = PlainLabel(role="title"), PlainLabel(_SAFE, role="muted")
        self.list, self.form, self.studies = QListWidget(), SharingForm(), QComboBox()
        for text, uids in choices:
            self.studies.addItem(text, uids)
        self.progress, self.overrides = QProgressBar(), dict[str, str]()
        self.go, self.anyway, self.export, self.close_ = (
            QPushButton(tr("Go to it")),
            QPushButton(tr("Export although…")),
            QPushButton(tr("Export")),
            QPushButton(tr("Close")),
        )
        self.browse = QPushButton(tr("Choose…"))
        self._reasons: Sequence[Refusal] = ()
        self._is_busy = self._is_done = False
        self._lay_out()
        self._connect()
        self.set_reasons(reasons)
        self.folder.setFocus()

    def _lay_out(self) -> None:
        self.folder.setPlaceholderText(tr("A new or empty folder outside of the input"))
        self.folder.setAccessibleName(tr("Folder to export to"))
        self.list.setAccessibleName(tr("Reasons"))
        self.studies.setAccessibleName(tr("Which studies"))
        if not self.studies.count():
            self.studies.hide()
        self.list.setMinimumHeight(_ROWS_HEIGHT)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.export.setProperty("primary", "true")
        self.anyway.setToolTip(tr("Overrule this reason, and say why; it goes into the manifest"))
        self.progress.setAccessibleName(tr("Progress of the export"))
        self.progress.hide()
        for button in (self.go, self.anyway, self.close_, self.browse):
            button.setAutoDefault(False)
        self.export.setDefault(True)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.anyway)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        buttons.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.title)
        column.addWidget(self.state)
        column.addWidget(self.studies)
        column.addLayout(where)
        column.addWidget(self.zip)
        column.addWidget(self.form)
        column.addWidget(self.list, 1)
        column.addWidget(self.progress)
        self._gap = QWidget()
        column.addWidget(self._gap, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.folder.textChanged.connect(lambda _: self._check())
        self.studies.activated.connect(
            lambda _: self.studies_chosen.emit(tuple(self.studies.currentData()))
        )
        self.browse.clicked.connect(self._browse)
        self.export.clicked.connect(self._export)
        self.close_.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)
        self.anyway.clicked.connect(self._ask_to_overrule)
        self.list.currentRowChanged.connect(lambda _: self._check())
        self.list.itemActivated.connect(lambda _: self._go())

    def set_reasons(self, reasons: Sequence[Refusal]) -> None:
        """Say what stands in the way, each with a way to it."""
        self._reasons = reasons = [each for each in reasons if each.key not in self.overrides]
        self.list.clear()
        for each in reasons:
            self.list.addItem(QListWidgetItem(each.text))
        if reasons:
            self.list.setCurrentRow(0)
            ways = tr("thing stands") if len(reasons) == 1 else tr("things stand")
            self.title.setText(tr("Not yet: {0} {1} in the way").format(len(reasons), ways))
            self.state.setText(tr("Go to each and decide; then the export can be signed."))
        else:
            self.title.setText(tr("Export a cleaned, signed copy"))
            self.state.setText(_SAFE)
        self.list.setVisible(bool(reasons))
        self._gap.setVisible(not reasons)
        self._check()

    def reconsider(self, reasons: Sequence[Refusal]) -> None:
        """Say anew what stands in the way, as long as nothing runs and nothing is published."""
        if not (self._is_busy or self._is_done):
            self.set_reasons(reasons)

    def show_busy(self) -> None:
        """The export runs; closing now means cancelling."""
        self._set_busy(True)
        self.title.setText(tr("Exporting…"))
        self.state.setText(tr("Cleaning, reading back, signing and checking."))
        self.close_.setFocus()
        for widget in (self.export, self.folder, self.browse, self.zip, self.studies, self.form):
            widget.setEnabled(False)

    def show_progress(self, text: str, done: int, total: int) -> None:
        """How far the export is."""
        if self._is_busy:
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            self.state.setText(text[:1].upper() + text[1:])

    def reject(self) -> None:
        """Close; while the export runs, cancel it first."""
        if self._is_busy:
            self.state.setText(tr("Cancelling…"))
            self.cancel_clicked.emit()
        else:
            super().reject()

    @property
    def is_busy(self) -> bool:
        """Whether an export runs."""
        return self._is_busy

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)
        self.close_.setText(tr("Cancel") if busy else tr("Close"))

    def show_refused(self, message: str, reasons: Sequence[str]) -> None:
        """Nothing was published, and why."""
        self._set_busy(False)
        for widget in (self.folder, self.browse, self.zip, self.studies, self.form):
            widget.setEnabled(True)
        self.folder.setFocus()
        self.set_reasons([Refusal("", each) for each in reasons])
        self.title.setText(tr("Nothing was exported"))
        self.state.setText(message)
        self.export.setEnabled(bool(self.folder.text().strip()))

    def show_done(self, done: Exported) -> None:
        """What was published and what checking it said."""
        self._set_busy(False)
        self._is_done = True
        self.set_reasons(())
        ok = done.verified.ok
        self.title.setText(
            tr("Exported and verified") if ok else tr("Exported, but a check failed")
        )
        count = wording.count(done.report.instances, "file")
        self.state.setText(f"{count} in {done.report.out}\n{done.verified.outcome}")
        for check in done.verified.checks:
            mark = ("✓" if check.ok else "✗") if check.done else "–"
            self.list.addItem(f"{mark}  {check.title}: {check.detail}")
        for each in done.verified.suspicious[:_SUSPICIOUS]:
            where = f"{each.attribute} {each.keyword}".strip()
            files = wording.count(each.files, "file")
            self.list.addItem(tr("?  Worth a look: {0} in {1}: {2}").format(where, files, each.why))
        for left in done.report.unreadable:
            self.list.addItem(
                tr("✗  Not exported: {0}: {1}").format(left.source.path.name, left.reason)
            )
        if done.report.warning:
            self.list.addItem(f"✗  {done.report.warning}")
        self.list.setVisible(True)
        self._gap.hide()
        self.resize(720, 460)
        for widget in (self.export, self.folder, self.browse, self.zip, self.go, self.form):
            widget.hide()
        self.studies.hide()
        self.close_.setDefault(True)
        self.close_.setFocus()

    def _check(self) -> None:
        ready = bool(self.folder.text().strip()) and not self._reasons
        self.export.setEnabled(ready)
        jumps = any(each.finding_id or each.source for each in self._reasons)
        self.go.setVisible(jumps)
        self.anyway.setVisible(self._chosen_can_be_overruled())

    def _chosen_can_be_overruled(self) -> bool:
        """What a person can decide is decided; only what no person can mend is overruled."""
        row = self.list.currentRow()
        return 0 <= row < len(self._reasons) and self._reasons[row].key.startswith("failure:")

    def _ask_to_overrule(self) -> None:
        refusal = self._reasons[self.list.currentRow()]
        dialog = ReasonDialog(
            refusal.text,
            self,
            title=tr("Export with a reason"),
            question=tr("Why may it be exported although this happened?"),
            ok=tr("Overrule"),
        )
        dialog.accepted.connect(lambda: self._overrule(refusal.key, dialog.reason()))
        dialog.open()

    def _overrule(self, key: str, reason: str) -> None:
        self.overrides[key] = reason
        self.set_reasons(self._reasons)

    def _browse(self) -> None:
        ask_folder(self, tr("Choose an empty folder"), lambda path: self.folder.setText(str(path)))

    def _export(self) -> None:
        self.form.remember()
        path = Path(self.folder.text().strip()).expanduser()
        self.export_clicked.emit(path, self.zip.isChecked())

    def _go(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._reasons):
            self.go_to.emit(self._reasons[row])
