"""Checks an export somebody gave: signer, what was done, how every file stands; needs no vault."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import ScanveilError
from viewer.gui import stages
from viewer.gui.dialogs.choosing import ask_folder, ask_new_file
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.verify import VerifyReport, certificate_page, what_was_done

_ASK = tr("Drop the folder of an export here, or choose it.")
_HOW = tr(
    "It is checked as a stranger would: nothing but the folder is needed, and nothing is changed."
)
_FINE = ("valid, and nothing was added", "as it was published")
_WHILE_EMPTY, _WITH_REPORT = (620, 260), (860, 620)
_WRONG = ("changed", "missing", "not part of it", "changed since signing")


class VerifyWindow(QDialog):
    """``report`` is the last answer."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Verify an export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(*_WHILE_EMPTY)
        self._jobs, self._folder = jobs, Path()
        self.report: VerifyReport | None = None
        self.title, self.state = PlainLabel(_ASK, role="title"), PlainLabel(_HOW, role="muted")
        self.signer = PlainLabel()
        self.checks, self.story, self.files = QListWidget(), QListWidget(), QTableWidget(0, 3)
        self.progress = QProgressBar()
        self.choose, self.save = (
            QPushButton(tr("Choose folder…")),
            QPushButton(tr("Save certificate…")),
        )
        self.close_ = QPushButton(tr("Close"))
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.save.clicked.connect(self._save)
        self.close_.clicked.connect(self.close)
        jobs.progressed.connect(self._progressed)

    def check(self, folder: Path) -> None:
        """Verify a folder away from the window."""
        self._folder = folder
        if self.report is None:
            self.resize(*_WITH_REPORT)
        self.title.setText(tr("Checking…"))
        self.state.setText(folder.name)
        self.progress.show()
        self.choose.setEnabled(False)
        work = partial(stages.verify_folder, folder)
        self._jobs.start(
            "verify", work, self.show_report, failed=self._failed, text=tr("Verifying")
        )

    def show_report(self, report: VerifyReport) -> None:
        """What the check said."""
        self.report = report
        self._settle(bool(report.statement))
        good = report.ok and report.signer_known
        mark = "✓" if good else ("?" if report.ok else "✗")
        self.title.setText(f"{mark}  {report.outcome}")
        self.state.setText(self._folder.name)
        known = (
            tr("known on this computer")
            if report.signer_known
            else tr("not known on this computer")
        )
        words = tr("{0}, {1}.\nTo be compared by telephone: {2}").format(
            report.signer, known, report.words
        )
        self.signer.setText(words if report.signer else tr("Nobody signed it."))
        self.signer.show()
        self._fill(report)
        self.tabs.show()

    def _fill(self, report: VerifyReport) -> None:
        for part in (self.checks, self.story):
            part.clear()
        for check in report.checks:
            mark = ("✓" if check.ok else "✗") if check.done else "–"
            self.checks.addItem(f"{mark}  {check.title}: {check.detail}")
        self.story.addItems(list(what_was_done(report.statement)))
        risks = report.statement.get("predicate", {}).get("residual_risk", ())
        self.story.addItems([tr("Not promised: {0}").format(each) for each in risks])
        order = sorted(report.files, key=lambda each: (each.state in _FINE, each.name))
        self.files.setRowCount(len(order))
        for row, each in enumerate(order):
            mark = "✗" if each.state in _WRONG else ("✓" if each.state in _FINE else "?")
            for column, text in enumerate((each.name, f"{mark} {each.state}", each.detail)):
                self.files.setItem(row, column, QTableWidgetItem(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders."""
        if any(Path(each.toLocalFile()).is_dir() for each in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the first folder."""
        folders = [Path(each.toLocalFile()) for each in event.mimeData().urls()]
        self.check(next(each for each in folders if each.is_dir()))

    def _lay_out(self) -> None:
        self.files.setHorizontalHeaderLabels([tr("File"), tr("State"), tr("Detail")])
        self.files.verticalHeader().hide()
        self.files.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.files.setShowGrid(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.files.horizontalHeader().setDefaultAlignment(left)
        self.files.horizontalHeader().setStretchLastSection(True)
        self.files.setColumnWidth(0, 220)
        self.files.setColumnWidth(1, 240)
        self.tabs = QTabWidget()
        named = (
            (tr("Checks"), self.checks),
            (tr("What was done"), self.story),
            (tr("Files"), self.files),
        )
        for name, part in named:
            self.tabs.addTab(part, name)
            part.setAccessibleName(name)
        for told in (self.checks, self.story):
            told.setWordWrap(True)
            told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.progress.setAccessibleName(tr("Progress of the check"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        for above in (self.title, self.state, self.signer, self.progress):
            column.addWidget(above)
        column.addWidget(self.tabs, 1)
        column.addStretch(0)
        column.addLayout(buttons)
        self.save.setEnabled(False)
        for button in (self.choose, self.save, self.close_):
            button.setAutoDefault(False)
        for hidden in (self.signer, self.progress, self.tabs):
            hidden.hide()

    def _progressed(self, _: str, done: int, total: int) -> None:
        if self.progress.isVisible():
            self.progress.setRange(0, total)
            self.progress.setValue(done)

    def _settle(self, may_save: bool) -> None:
        self.progress.hide()
        self.choose.setEnabled(True)
        self.save.setEnabled(may_save)

    def _failed(self, error: BaseException) -> None:
        self._settle(False)
        known = isinstance(error, ScanveilError)
        self.title.setText(tr("✗  It could not be checked."))
        self.state.setText(str(error) if known else tr("Something in the program broke."))
        if not known:
            self._jobs.crashed.emit(error)

    def _choose(self) -> None:
        ask_folder(self, tr("Choose the folder of an export"), self.check)

    def _save(self) -> None:
        name, kinds = "verification.html", tr("Web pages (*.html)")
        if report := self.report:
            page = certificate_page(report, self._folder)
            write = lambda path: path.write_text(page, "utf-8")  # noqa: E731
            ask_new_file(self, tr("Save certificate"), name, kinds, write)
