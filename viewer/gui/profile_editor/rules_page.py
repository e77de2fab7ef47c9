"""The rules: search them, override what the standard says, add attributes and private ones."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel, narrow_label
from viewer.gui.profile_editor.rule_model import RuleModel
from viewer.gui.profile_editor.rule_rows import ACTIONS, RuleRow, filtered, rule_rows
from viewer.profile import EditedProfile, PrivatePlace, target_of

_PAUSE_MS = 150
_WIDTHS = (110, 250, 170)
_HINT = tr('Keyword, tag such as (0010,4000), or private place such as (0019,"ACME 1.0",23)')
_UNKNOWN = tr("That is no keyword, no tag and no private place with its creator in quotes.")


class RulesPage(QWidget):
    """``rule_changed`` carries a tag or private place and a code, empty to take the rule away."""

    rule_changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.search, self.own = QLineEdit(), QCheckBox(tr("Only rules of this profile"))
        self.table, self.model = QTableView(), RuleModel()
        self.action, self.back = QComboBox(), QPushButton(tr("As the standard says"))
        self.place, self.add = QLineEdit(), QPushButton(tr("Add rule"))
        self.said = PlainLabel(role="warning")
        self._rows: tuple[RuleRow, ...] = ()
        self._editable = False
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._set_up()
        self._lay_out()
        self._connect()

    def show_profile(self, profile: EditedProfile, *, editable: bool) -> None:
        """Show the rules; the row that was chosen stays chosen."""
        self._editable = editable
        self._rows = rule_rows(profile.profile())
        self._filter()
        for widget in (self.place, self.add):
            widget.setEnabled(editable)
        self._chosen()

    def chosen(self) -> RuleRow | None:
        """The row that is chosen."""
        return self.model.row(self.table.currentIndex())

    def _filter(self) -> None:
        before = self.chosen()
        found = filtered(self._rows, self.search.text(), own=self.own.isChecked())
        self.model.set_rows(found)
        self._choose(before.target if before else None)

    def _choose(self, target: int | PrivatePlace | None) -> None:
        index = self.model.index_of(target) if target is not None else QModelIndex()
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
        self._chosen()

    def _chosen(self) -> None:
        row = self.chosen()
        self.action.setEnabled(self._editable and row is not None)
        self.back.setEnabled(self._editable and row is not None and row.own)
        words = list(ACTIONS.values())
        at = words.index(row.action) if row and row.action in words else -1
        self.action.setCurrentIndex(at)

    def _change(self) -> None:
        if (row := self.chosen()) and self._editable:
            self.rule_changed.emit(row.target, str(self.action.currentData()))

    def _reset(self) -> None:
        if (row := self.chosen()) and self._editable and row.own:
            self.rule_changed.emit(row.target, "")

    def _add(self) -> None:
        target = target_of(self.place.text().strip())
        self.said.setText("" if target is not None else _UNKNOWN)
        self.said.setVisible(target is None)
        if target is None:
            return
        self.place.clear()
        self.search.clear()
        self.own.setChecked(False)
        self.rule_changed.emit(target, "X")
        self._filter()
        self._choose(target)
        self.action.setFocus()

    # -- set-up

    def _set_up(self) -> None:
        self.search.setPlaceholderText(tr("Search tag, name, action or source"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search rules"))
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Rules"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.action.setAccessibleName(tr("Action for the chosen attribute"))
        self.action.setPlaceholderText(tr("Another action"))
        for code, word in ACTIONS.items():
            self.action.addItem(word, code)
        self.back.setToolTip(tr("Take the rule of this profile away (Del)"))
        self.place.setPlaceholderText(_HINT)
        self.place.setAccessibleName(tr("Attribute to add a rule for"))
        self.said.hide()
        for button in (self.back, self.add):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        top, change, more = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.own)
        label = narrow_label(tr("Chosen attribute"))
        label.setBuddy(self.action)
        for widget in (label, self.action, self.back):
            change.addWidget(widget)
        change.addStretch(1)
        more.addWidget(self.place, 1)
        more.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACING)
        column.setContentsMargins(*[theme.SPACING] * 4)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(change)
        column.addLayout(more)
        column.addWidget(self.said)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self._filter)
        self.own.toggled.connect(lambda _: self._filter())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._chosen())
        self.action.activated.connect(lambda _: self._change())
        self.back.clicked.connect(self._reset)
        self.add.clicked.connect(self._add)
        self.place.returnPressed.connect(self._add)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._reset)
