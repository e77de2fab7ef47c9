"""The measured table: what scans that nobody edited show, and what is found of each edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.authenticity import checks, rate_table
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel

_NOTE = tr(
    "Measured by this program's own benchmark on {images} scans that nobody edited and on edits "
    "made by code ({date}). Thresholds were set on the images called tuned; the others were held "
    "out. Other scanners and other editors give other rates."
)


class RatesDialog(QDialog):
    """Three tables, to be read and not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What the checks find and miss"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 560)
        table = rate_table()
        told = _NOTE.format(images=table.get("images", 0), date=table["measured"] or tr("not yet"))
        pages = QTabWidget()
        pages.addTab(
            _table((tr("Edit"), tr("Found by"), tr("Images"), tr("Found")), _edits()),
            tr("Edits found"),
        )
        alarms = (tr("Rule"), tr("Counted in"), tr("Images"), tr("Show it"))
        pages.addTab(_table(alarms, _alarms()), tr("Seen in genuine scans"))
        rows = [(each.title, each.finds, each.misses) for each in checks()]
        pages.addTab(_table((tr("Check"), tr("Finds"), tr("Misses")), rows), tr("Checks"))
        column = QVBoxLayout(self)
        column.addWidget(PlainLabel(told))
        column.addWidget(pages, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def _edits() -> Iterable[Sequence[str]]:
    for each in sorted(rate_table()["edits"], key=lambda each: (each["by"], each["edit"])):
        share = round(100 * each["found"] / max(each["total"], 1))
        found = f"{share} % ({each['found']} of {each['total']})"
        yield each["edit"], _named(each["by"]), each["set"], found


def _alarms() -> Iterable[Sequence[str]]:
    for rule, each in sorted(rate_table()["genuine"].items()):
        for group, (count, total) in each["sets"].items():
            yield _named(rule), each["unit"], group, tr("{0} of {1}").format(count, total)


def _named(rule: str) -> str:
    """A rule by the title of its check, as the signs are named."""
    check, _, detail = rule.partition(".")
    title = next((each.title for each in checks() if each.id == check), check)
    return f"{title} ({detail.replace('-', ' ')})" if detail else title


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> QTableWidget:
    listed = list(rows)
    table = QTableWidget(len(listed), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setWordWrap(True)
    for row, cells in enumerate(listed):
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, column, item)
    header = table.horizontalHeader()
    for column in range(len(heads)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    if heads[-1] in (tr("Found"), tr("Show it")):
        for column in (len(heads) - 2, len(heads) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.resizeRowsToContents()
    return table
