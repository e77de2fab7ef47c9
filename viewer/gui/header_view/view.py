"""HeaderView: the attributes of one instance before and after cleaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydicom import Dataset
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.header_view.details import Details
from viewer.gui.header_view.filtering import Filter, Show
from viewer.gui.header_view.item_model import Column, HeaderModel
from viewer.gui.header_view.row import Context, Row, attribute_rows
from viewer.gui.header_view.rules import Rules
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import narrow_label
from viewer.model import AttributePath, Decision, Finding

_WIDTHS = {
    Column.TAG: 168,
    Column.NAME: 200,
    Column.VR: 40,
    Column.BEFORE: 190,
    Column.AFTER: 190,
    Column.ACTION: 170,
    Column.RULE: 160,
}
_TYPING_PAUSE_MS = 150
_EXPAND_UP_TO = 300


class HeaderView(QWidget):
    """A tree of attributes with search and filter; asks to keep or remove, decides nothing.

    ``keep_requested`` and ``remove_requested`` carry an AttributePath, ``finding_clicked`` an id.
    """

    keep_requested = Signal(object)
    remove_requested = Signal(object)
    finding_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HeaderModel(self)
        self.search = QLineEdit(self)
        self.filter = QComboBox(self)
        self.count = narrow_label(parent=self)
        self.tree = QTreeView(self)
        self.details = Details(self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._is_selecting = False
        self._wanted: AttributePath | None = None
        self._set_up_tree()
        self._lay_out()
        self._connect()

    def show_instance(
        self,
        before: Dataset,
        after: Dataset | None,
        findings: Sequence[Finding] = (),
        decisions: Mapping[str, Decision] | None = None,
        rules: Rules | None = None,
    ) -> None:
        """Show an instance; without ``after`` the actions are what is proposed or decided.

        Without ``rules`` only findings say what decided about an attribute.

        The attribute that was chosen stays chosen when the new instance has it.
        """
        chosen = self.current_path() or self._wanted
        decided = rules.decided if rules else None
        context = Context(findings, decisions or {}, after is not None, decided)
        self.tree.setColumnHidden(Column.AFTER, after is None)
        self.model.set_rows(attribute_rows(context, before, after))
        self._after_reset(chosen)

    def clear(self, told: str = "") -> None:
        """Show nothing but a word; what was chosen is chosen again when it comes back."""
        self._wanted = self.current_path() or self._wanted
        self.model.set_rows(())
        self._after_reset(None)
        self.count.setText(told or self.count.text())

    def select(self, path: AttributePath) -> None:
        """Choose an attribute and bring it into sight, dropping a filter that hides it."""
        if not self.model.index_of(path).isValid():
            self._reset_filter()
        index = self.model.index_of(path)
        self._wanted = path  # when the header is still being read
        if index.isValid():
            self._choose(index)

    def current_path(self) -> AttributePath | None:
        """The path of the chosen attribute."""
        row = self._current()
        return row.path if row and not row.is_item else None

    def _current(self) -> Row | None:
        return self.model.row_at(self.tree.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        self._is_selecting = True
        self.tree.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)
        flags = QItemSelectionModel.SelectionFlag
        self.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._is_selecting = False

    # -- filter

    def _apply_filter(self) -> None:
        chosen = self.current_path()
        wanted = Filter(self.search.text().strip(), Show(self.filter.currentText()))
        self.model.set_filter(wanted)
        self._after_reset(chosen)

    def _reset_filter(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.filter.setCurrentIndex(0)
        self._apply_filter()

    def _after_reset(self, chosen: AttributePath | None) -> None:
        total = self.model.rowCount()
        self.count.setText(
            tr("{0:,} attributes").format(total) if total != 1 else tr("1 attribute")
        )
        is_filtered = bool(self.search.text()) or self.filter.currentIndex() > 0
        if is_filtered and total <= _EXPAND_UP_TO:
            self.tree.expandAll()
        index = self.model.index_of(chosen) if chosen else QModelIndex()
        if index.isValid():
            self._choose(index)
        self.details.show_row(self._current())

    # -- what the reviewer does

    def _row_chosen(self) -> None:
        row = self._current()
        self.details.show_row(row)
        if row and row.finding and not self._is_selecting:
            self.finding_clicked.emit(row.finding.id)

    def _ask_to_keep(self) -> None:
        if path := self.current_path():
            self.keep_requested.emit(path)

    def _ask_to_remove(self) -> None:
        if path := self.current_path():
            self.remove_requested.emit(path)

    def _copy_place(self) -> None:
        """Tag and name: what may be told to anybody."""
        if (row := self._current()) and not row.is_item:
            QGuiApplication.clipboard().setText(f"{row.path} {row.name}")

    def _copy_value(self) -> None:
        """Only by its own command, never by Ctrl+C."""
        if (row := self._current()) and not row.is_item:
            QGuiApplication.clipboard().setText(row.before)

    def _menu(self, at: QPoint) -> None:
        row = self._current()
        if row is None or row.is_item:
            return
        menu = QMenu(self)
        menu.addAction(theme.icon("keep"), tr("Keep this attribute…"), self._ask_to_keep)
        menu.addAction(theme.icon("remove"), tr("Remove this attribute"), self._ask_to_remove)
        menu.addSeparator()
        menu.addAction(tr("Copy tag and name"), self._copy_place)
        menu.addAction(theme.icon("copy"), tr("Copy value (may identify)"), self._copy_value)
        menu.exec(self.tree.viewport().mapToGlobal(at))
        menu.deleteLater()

    # -- set-up

    def _set_up_tree(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.setAccessibleName(tr("Attributes"))
        self.tree.setIndentation(theme.SPACING * 2)
        for column, width in _WIDTHS.items():
            self.tree.setColumnWidth(column, width)
        copy = QShortcut(QKeySequence.StandardKey.Copy, self.tree)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy_place)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(tr("Search tag, name, value or rule"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            theme.icon("search", "text-muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.setAccessibleName(tr("Search attributes"))
        self.filter.addItems([str(each) for each in Show])
        self.filter.setAccessibleName(tr("Which attributes to show"))
        self.count.setProperty("role", "muted")
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.SPACING, theme.SPACING // 2, theme.SPACING, theme.SPACING // 2)
        bar.setSpacing(theme.SPACING)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.filter)
        bar.addWidget(self.count)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.tree)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 1)
        parts.setSizes([500, 150])
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(parts, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self._apply_filter)
        self.filter.currentIndexChanged.connect(lambda _: self._apply_filter())
        self.tree.selectionModel().currentRowChanged.connect(lambda *_: self._row_chosen())
        self.tree.customContextMenuRequested.connect(self._menu)
        self.details.keep_clicked.connect(self._ask_to_keep)
        self.details.remove_clicked.connect(self._ask_to_remove)
        self.details.copy_clicked.connect(self._copy_value)
