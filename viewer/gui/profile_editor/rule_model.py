"""Rule rows as a Qt table."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.profile_editor.rule_rows import RuleRow

_TITLES = (tr("Tag"), tr("Attribute"), tr("Action"), tr("Decided by"))
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RuleModel(QAbstractTableModel):
    """Rows that are on show; rules of the profile itself are bold and say so."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[RuleRow, ...] = ()

    def set_rows(self, rows: Sequence[RuleRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: _Index) -> RuleRow | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, target: object) -> QModelIndex:
        """Where the rule for a tag or a private place stands; invalid when it is not on show."""
        found = (number for number, row in enumerate(self._rows) if row.target == target)
        number = next(found, -1)
        return self.index(number, 0) if number >= 0 else _NOWHERE

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _TITLES[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.place, row.keyword, row.action, row.source)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column():
            return html.escape(f"{row.name}: {row.source}")
        if role == Qt.ItemDataRole.FontRole and (row.own or index.column() == 0):
            font = theme.monospace() if index.column() == 0 else QFont()
            font.setBold(row.own)
            return font
        return None
