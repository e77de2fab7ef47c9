"""Right: the findings, grouped and filtered, with the buttons that decide."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.item_models import wording
from viewer.gui.item_models.arranging import STATES, Filter, Group, arrange
from viewer.gui.item_models.findings_model import FindingsModel
from viewer.gui.language import tr
from viewer.gui.panels.detail_panel import DetailPanel
from viewer.gui.panels.finding_delegate import FindingDelegate
from viewer.gui.panels.plain_label import PlainLabel
from viewer.gui.review_controller import ReviewController
from viewer.gui.view_state import ViewState
from viewer.model import Decision, Finding
from viewer.review import Standing

_SCOPES = (tr("Everything"), tr("This study"), tr("This series"))
_ALL, _STUDY, _SERIES = _SCOPES


class FindingsPanel(QWidget):
    """Follows controller and view state; choosing a row sets the finding on view."""

    shown_order_changed = Signal()

    def __init__(self, controller: ReviewController, view: ViewState) -> None:
        super().__init__()
        self._controller, self._view = controller, view
        self.model = FindingsModel(self)
        self.search, self.kinds, self.states = QLineEdit(), QComboBox(), QComboBox()
        self.scope = QComboBox()
        self.summary = PlainLabel(role="muted")
        self.tree = QTreeView()
        self._opened: dict[str, bool] = {}
        self._is_arranging = False
        self._asked: tuple[tuple[Finding, ...], Filter] | None = None
        self.detail = DetailPanel(controller, view)
        self._fill_filters()
        self._set_up_tree()
        self._lay_out()
        self._connect()

    def _fill_filters(self) -> None:
        self.search.setPlaceholderText(tr("Search findings"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search findings"))
        self.kinds.setAccessibleName(tr("Kind of finding"))
        self.kinds.addItem(tr("All kinds"), None)
        for kind, name in wording.KINDS.items():
            self.kinds.addItem(name, kind)
        self.states.setAccessibleName(tr("State of finding"))
        self.states.addItems(list(STATES))
        self.states.setItemText(0, tr("All states"))
        self.scope.setAccessibleName(tr("Whose findings"))
        self.scope.addItems(list(_SCOPES))

    def _set_up_tree(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(FindingDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setMouseTracking(True)
        self.tree.setAccessibleName(tr("Findings"))
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(4)
        for box in (self.scope, self.kinds, self.states):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            filters.addWidget(box, 1)
        top = QVBoxLayout()
        top.setContentsMargins(theme.SPACING, theme.SPACING, theme.SPACING, 4)
        top.addWidget(PlainLabel(tr("Findings"), role="title"))
        top.addWidget(self.summary)
        top.addWidget(self.search)
        top.addLayout(filters)
        head = QWidget()
        head.setLayout(top)
        parts = self.parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.tree)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 1)
        parts.setSizes([300, 300])
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(parts, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.refresh)
        for box in (self.scope, self.kinds, self.states):
            box.currentIndexChanged.connect(self.refresh)
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.tree.expanded.connect(lambda index: self._remember(index, True))
        self.tree.collapsed.connect(lambda index: self._remember(index, False))
        self._controller.opened.connect(self._begin)
        self._controller.changed.connect(self.refresh)
        self._view.finding_changed.connect(self._show_chosen)
        self._view.series_changed.connect(self.refresh)
        self.detail.values_toggled.connect(self._show_values)

    def stops(self) -> list[tuple[str, ...]]:
        """What one decision is about, in screen order: a folded group, or one finding."""
        found: list[tuple[str, ...]] = []
        for row, group in enumerate(self.model.groups):
            ids = tuple(each.id for each in group.findings)
            is_open = self.tree.isExpanded(self.model.index(row, 0))
            found += [(each,) for each in ids] if is_open else [ids]
        return found

    def go_to(self, stop: tuple[str, ...]) -> None:
        """Choose a finding, or the folded group of these findings."""
        for row, group in enumerate(self.model.groups):
            index = self.model.index(row, 0)
            is_whole = stop == tuple(each.id for each in group.findings)
            if is_whole and not self.tree.isExpanded(index):
                self._select(index)
                self._view.choose_group(group.title, stop)
                return
        self._view.choose_finding(stop[0])

    def show_study(self) -> None:
        """List the findings of the study on view only."""
        self.scope.setCurrentText(_STUDY)

    def shows_one_study(self) -> bool:
        """Whether only the study on view is listed."""
        return self.scope.currentText() == _STUDY

    def _study_uid(self) -> str:
        session = self._controller.session
        return session.study_uid(self._view.series_uid) if session else ""

    def _begin(self) -> None:
        """With several studies open, each is worked through by itself."""
        session = self._controller.session
        many = session is not None and len(list(session.loaded.studies())) > 1
        self.scope.setCurrentText(_STUDY if many else _ALL)

    def current_group(self) -> list[str]:
        """Finding ids of the group the chosen row is in."""
        index = self.tree.currentIndex()
        group = index if not index.parent().isValid() else index.parent()
        held = group.data(Qt.ItemDataRole.UserRole)
        return [each.id for each in held.findings] if held else []

    def refresh(self) -> None:
        """Arrange anew: findings, decisions or filters changed."""
        decisions = self._controller.decisions()
        findings = self._controller.findings
        wanted = Filter(
            self.search.text().strip(),
            self.kinds.currentData(),
            STATES[max(0, self.states.currentIndex())],
            self._view.series_uid if self.scope.currentText() == _SERIES else "",
            self._study_uid() if self.scope.currentText() == _STUDY else "",
        )
        standings = self._controller.standings()
        groups = self._arranged(findings, decisions, wanted, standings)
        if self.model.set_groups(groups, decisions, standings):
            self._unfold(is_filtered=bool(wanted.text))
            self._show_chosen(self._view.finding_id)
        self.summary.setText(self._told(len(findings) - len(decisions), len(findings)))

    def _told(self, open_: int, every: int) -> str:
        if not every:
            return tr("No findings") if self._controller.is_complete else tr("No findings so far")
        return tr("{0:,} of {1} undecided").format(open_, wording.count(every, "finding"))

    def _arranged(
        self,
        findings: tuple[Finding, ...],
        decisions: Mapping[str, Decision],
        wanted: Filter,
        standings: Mapping[str, Standing],
    ) -> tuple[Group, ...]:
        """The groups that are there, where what was decided can have changed nothing in them."""
        asked = (findings, wanted)
        if not wanted.follows_decisions and asked == self._asked:
            return self.model.groups
        self._asked = asked
        return arrange(findings, decisions, wanted, standings)

    def _unfold(self, *, is_filtered: bool) -> None:
        """Groups that are one decision stay folded until somebody opens them."""
        self._is_arranging = True
        for row, group in enumerate(self.model.groups):
            is_open = is_filtered or self._opened.get(group.title, not group.is_one)
            self.tree.setExpanded(self.model.index(row, 0), is_open)
            if self._view.group_title == group.title:
                self._select(self.model.index(row, 0))
        self._is_arranging = False

    def _remember(self, index: QModelIndex, is_open: bool) -> None:
        held = index.data(Qt.ItemDataRole.UserRole)
        if held is not None and not self._is_arranging:
            self._opened[held.title] = is_open

    def _show_values(self, shown: bool) -> None:
        self.model.shows_values = shown
        self.model.repaint_all()

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        held = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(held, Group):
            ids = tuple(each.id for each in held.findings)
            if ids != self._view.group_ids:
                self._view.choose_group(held.title, ids)
        elif held is not None and held.id != self._view.finding_id:
            self._view.choose_finding(held.id)

    def _show_chosen(self, finding_id: str) -> None:
        index = self.model.index_of(finding_id)
        if index.isValid():
            self._select(index)

    def _select(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.tree.scrollTo(index)
        self.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
