"""Where devices of this site print: rules learned from boxes or imported, to forget or hand on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer import access
from viewer.detect.device_formats import ctp_pixel_script, deid_recipe, import_rules
from viewer.detect.device_rules import DeviceRule, device_rules, forget_rule
from viewer.errors import ScanveilError
from viewer.gui.dialogs.choosing import ask_file, ask_new_file
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel

_SENTENCE = tr(
    "These places are proposed in every further picture of the device. A picture without a rule "
    "is read all the same."
)
_NONE = tr(
    "No rules yet. Choose a box and press Ctrl+Shift+D to have its place proposed from now on."
)
_HEADS = (tr("Device"), tr("Pictures"), tr("Boxes"), tr("From"))
_Writer = Callable[[Sequence[DeviceRule]], str]


class SiteRulesDialog(QDialog):
    """Lists the rules; what is changed here holds from the next scan on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Site rules"))
        self.resize(720, 400)
        self.rules: tuple[DeviceRule, ...] = ()
        self.table, self.told = QTableWidget(0, len(_HEADS)), PlainLabel(role="muted")
        self.forget, self.bring = QPushButton(tr("Forget")), QPushButton(tr("Import…"))
        self.ctp, self.deid = (
            QPushButton(tr("Save for CTP…")),
            QPushButton(tr("Save as deid recipe…")),
        )
        self.close_ = QPushButton(tr("Close"))
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._check)
        self.forget.clicked.connect(self._forget)
        self.bring.clicked.connect(self._ask_import)
        self.ctp.clicked.connect(
            lambda: self._save("rules.script", "CTP (*.script)", ctp_pixel_script)
        )
        self.deid.clicked.connect(
            lambda: self._save("deid.dicom", tr("deid (deid.*)"), deid_recipe)
        )
        self.close_.clicked.connect(self.close)
        self.refresh()

    def _lay_out(self) -> None:
        self.table.setHorizontalHeaderLabels(list(_HEADS))
        self.table.setAccessibleName(tr("Rules"))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.table.horizontalHeader().setDefaultAlignment(left)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        buttons = QHBoxLayout()
        for button in (self.forget, self.bring, self.ctp, self.deid):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        for button in (self.forget, self.bring, self.ctp, self.deid, self.close_):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def refresh(self) -> None:
        """Read the rules again."""
        try:
            self.rules = device_rules()
            self.told.setText(_SENTENCE if self.rules else _NONE)
        except ScanveilError as error:
            self.rules = ()
            self.told.setText(str(error))
        self.table.setRowCount(len(self.rules))
        for row, rule in enumerate(self.rules):
            for column, text in enumerate(_row(rule)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self._check()

    def bring_in(self, path: Path) -> None:
        """Take over rules of a file."""
        self._try(lambda: import_rules(path))

    def _check(self) -> None:
        self.forget.setEnabled(bool(self.table.selectedItems()))
        for button in (self.ctp, self.deid):
            button.setEnabled(bool(self.rules))

    def _forget(self) -> None:
        rule = self.rules[self.table.currentRow()]
        self._try(lambda: forget_rule(rule))

    def _ask_import(self) -> None:
        ask_file(self, tr("Import rules"), tr("Rules (*)"), self.bring_in)

    def _try(self, change: Callable[[], object]) -> None:
        try:
            access.require("decide")
            change()
        except ScanveilError as error:
            self.told.setText(str(error))
            return
        self.refresh()

    def _save(self, name: str, kinds: str, writer: _Writer) -> None:
        text = writer(self.rules)
        ask_new_file(
            self, tr("Save rules"), name, kinds, lambda path: path.write_text(text, "utf-8")
        )


def _row(rule: DeviceRule) -> tuple[str, str, str, str]:
    device = " ".join(filter(None, (rule.manufacturer, rule.model, rule.modality)))
    size = f"{rule.columns or tr('any')} × {rule.rows or tr('any')}"
    return device, size, str(len(rule.boxes)), rule.name
