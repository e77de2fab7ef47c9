"""The rows as a Qt item model, filled as far as the tree is opened."""

from __future__ import annotations

import html
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from viewer.gui import theme
from viewer.gui.header_view import filtering
from viewer.gui.header_view.row import Outcome, Row
from viewer.gui.header_view.values import one_line
from viewer.gui.language import tr
from viewer.model import Action, AttributePath

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ICONS = {
    Outcome.SAME: ("same", "text-muted"),
    Outcome.REPLACED: ("replace", "replace"),
    Outcome.EMPTIED: ("emptied", "remove"),
    Outcome.REMOVED: ("remove", "remove"),
    Outcome.ADDED: ("added", "added"),
    Outcome.INSIDE: ("changed", "replace"),
}
_PROPOSED = "proposed: "


class Column(IntEnum):
    """The columns in order."""

    TAG = 0
    NAME = 1
    VR = 2
    BEFORE = 3
    AFTER = 4
    ACTION = 5
    RULE = 6


TITLES = (
    tr("Tag"),
    tr("Attribute"),
    "VR",
    tr("Before"),
    tr("After"),
    tr("Action"),
    tr("Decided by"),
)
_MONOSPACED = (Column.TAG, Column.VR, Column.BEFORE, Column.AFTER)


class HeaderModel(QAbstractItemModel):
    """A tree of rows under a filter; ids of indices count the rows met so far."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._filter = filtering.Filter()
        self._shown: dict[Row | None, tuple[Row, ...]] = {None: ()}
        self._met: list[Row] = []
        self._ids: dict[Row, int] = {}
        self._places: dict[Row, int] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show the attributes of another instance under the same filter."""
        self._rows = rows
        self.set_filter(self._filter)

    def set_filter(self, wanted: filtering.Filter) -> None:
        """Leave only what matches, with what stands above it."""
        self.beginResetModel()
        self._filter = wanted
        rows = tuple(self._rows)
        self._shown = {None: rows} if wanted.is_open else filtering.visible(rows, wanted)
        self._met, self._ids, self._places = [], {}, {}
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """The row of an index; None for the root."""
        return self._met[int(index.internalId())] if index.isValid() else None

    def index_of(self, path: AttributePath) -> QModelIndex:
        """Where an attribute stands, with -1 for any item; invalid when it is filtered out."""
        here = _NOWHERE
        for depth in range(len(path.tags)):
            here = self._child(here, path.tags[depth], None)
            if depth < len(path.items) and here.isValid():
                here = self._child(here, None, max(0, path.items[depth]))
            if not here.isValid():
                return _NOWHERE
        return here

    def _child(self, parent: QModelIndex, tag: int | None, item: int | None) -> QModelIndex:
        for number, row in enumerate(self._children(self.row_at(parent))):
            if (row.path.tag == tag and not row.is_item) or (item is not None and row.item == item):
                return self.index(number, 0, parent)
        return _NOWHERE

    def _children(self, row: Row | None) -> tuple[Row, ...]:
        if row not in self._shown and row is not None:
            self._shown[row] = row.children
        return self._shown[row]

    # -- what Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._children(self.row_at(parent))
        if not 0 <= row < len(children) or not 0 <= column < len(TITLES):
            return QModelIndex()
        child = children[row]
        if child not in self._ids:
            self._ids[child] = len(self._met)
            self._met.append(child)
            self._places[child] = row
        return self.createIndex(row, column, self._ids[child])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        row = self.row_at(index)
        above = row.parent if row else None
        if above is None:
            return QModelIndex()
        return self.createIndex(self._places[above], 0, self._ids[above])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._children(self.row_at(parent)))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(TITLES)

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        row = self.row_at(parent)
        return bool(self._shown[None]) if row is None else parent.column() == 0 and row.has_children

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return TITLES[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.RULE:
            return html.escape(one_line(row.decided_by)) or None
        if role == Qt.ItemDataRole.FontRole and column in _MONOSPACED:
            return theme.monospace()
        if role == Qt.ItemDataRole.ForegroundRole:
            return _colour(row, column)
        is_action = column is Column.ACTION and bool(action_text(row))
        if role == Qt.ItemDataRole.DecorationRole and is_action:
            return theme.icon(*_icon(row))
        return None


def action_text(row: Row) -> str:
    """What happens to the attribute, in words."""
    if row.is_item:
        return ""
    if row.context.has_after:
        text = row.outcome.value
        return tr("{0}, undecided").format(text) if row.finding and not row.decision else text
    if row.finding is None:
        return ""
    if row.decision:
        return row.decision.action.value
    return _PROPOSED + row.finding.proposed.value


def _text(row: Row, column: Column) -> str:
    match column:
        case Column.TAG:
            return row.tag_text
        case Column.NAME:
            return row.name
        case Column.VR:
            return row.vr
        case Column.BEFORE:
            return one_line(row.before)
        case Column.AFTER:
            return one_line(row.after)
        case Column.ACTION:
            return action_text(row)
        case Column.RULE:
            return one_line(row.decided_by)


def _icon(row: Row) -> tuple[str, str]:
    if row.context.has_after or row.finding is None:
        return _ICONS[row.outcome]
    action = row.decision.action if row.decision else row.finding.proposed
    return (action.value, action.value) if action in Action else ("review", "review")


def _colour(row: Row, column: Column) -> Any:
    if column is Column.ACTION and not row.is_item:
        return theme.colour(_icon(row)[1])
    if column in (Column.TAG, Column.VR, Column.RULE) or row.is_item:
        return theme.colour("text-muted")
    if column is Column.BEFORE and row.outcome in (Outcome.REMOVED, Outcome.EMPTIED):
        return theme.colour("remove")
    if column is Column.AFTER and row.outcome is Outcome.REPLACED:
        return theme.colour("replace")
    return None
