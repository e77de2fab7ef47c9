"""Groups of findings as a two-level Qt model."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from viewer.gui.item_models import wording
from viewer.gui.item_models.arranging import Group
from viewer.gui.item_models.words import STANDINGS
from viewer.gui.language import tr
from viewer.model import Decision, Finding
from viewer.review import Standing

Index = QModelIndex | QPersistentModelIndex


class FindingsModel(QAbstractItemModel):
    """Top level: groups; below: findings. ``UserRole`` gives a Group or a Finding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._decisions: Mapping[str, Decision] = {}
        self.standings: Mapping[str, Standing] = {}
        self._places: dict[str, tuple[int, int]] = {}
        self.shows_values = True

    def set_groups(
        self,
        groups: tuple[Group, ...],
        decisions: Mapping[str, Decision],
        standings: Mapping[str, Standing],
    ) -> bool:
        """Show groups; True when the rows themselves changed, so that they must be expanded."""
        before = self._decisions, self.standings
        self._decisions, self.standings = decisions, standings
        if groups == self._groups:
            self._repaint_since(*before)
            return False
        self.beginResetModel()
        self._groups = groups
        self._places = {
            each.id: (row, column)
            for row, group in enumerate(groups)
            for column, each in enumerate(group.findings)
        }
        self.endResetModel()
        return True

    def repaint_all(self) -> None:
        """Draw all rows again: decisions or masking changed."""
        if self._groups:
            last = len(self._groups) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, 0))
            for row, group in enumerate(self._groups):
                parent = self.index(row, 0)
                end = self.index(len(group.findings) - 1, 0, parent)
                self.dataChanged.emit(self.index(0, 0, parent), end)

    def _repaint_since(
        self, decisions: Mapping[str, Decision], standings: Mapping[str, Standing]
    ) -> None:
        """Draw the rows again about which something else was decided or said, and their groups."""
        for number, group in enumerate(self._groups):
            changed = [
                row
                for row, each in enumerate(group.findings)
                if self._decisions.get(each.id) is not decisions.get(each.id)
                or self.standings.get(each.id) is not standings.get(each.id)
            ]
            if changed:
                above = self.index(number, 0)
                self.dataChanged.emit(above, above)
                first, last = self.index(changed[0], 0, above), self.index(changed[-1], 0, above)
                self.dataChanged.emit(first, last)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups in the order on the screen."""
        return self._groups

    def index_of(self, finding_id: str) -> QModelIndex:
        """Where a finding stands; invalid when it is filtered out."""
        if finding_id not in self._places:
            return QModelIndex()
        group, row = self._places[finding_id]
        return self.index(row, 0, self.index(group, 0))

    def finding(self, index: Index) -> Finding | None:
        """The finding of a row, None for a heading."""
        held = index.data(Qt.ItemDataRole.UserRole)
        return held if isinstance(held, Finding) else None

    def decision(self, finding: Finding) -> Decision | None:
        """What was decided about a finding."""
        return self._decisions.get(finding.id)

    def undecided_in(self, group: Group) -> int:
        """How many of a group are undecided."""
        return sum(each.id not in self._decisions for each in group.findings)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Qt's way to a row; the internal id is the group's number plus one, 0 for groups."""
        above = parent.row() + 1 if parent.isValid() else 0
        if column == 0 and 0 <= row < self.rowCount(parent):
            return self.createIndex(row, 0, above)
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        """The group of a finding."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Groups, or findings of a group."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()].findings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One column, drawn by the delegate."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The Group or Finding, and text for screen readers and keyboard search."""
        if not index.isValid():
            return None
        group = index.internalId()
        held = self._groups[group - 1].findings[index.row()] if group else self._groups[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return held
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(held)
        if role == Qt.ItemDataRole.ToolTipRole:  # long titles are cut off on the screen
            return html.escape(self._text(held))
        return None

    def _text(self, held: Group | Finding) -> str:
        if isinstance(held, Group):
            return tr("{0}, {1} undecided").format(held.title, self.undecided_in(held))
        decision = self.decision(held)
        action = wording.ACTIONS[wording.action(held, decision)]
        said = self.standings.get(held.id)
        more = f", {STANDINGS[said]}" if said else ""
        return f"{wording.title(held)}, {wording.state(decision)}, {action}{more}"
