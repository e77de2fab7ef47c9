"""Left: patients, studies with their status, and series with a picture and badges of risk."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.item_models import wording
from viewer.gui.item_models.words import GRADES, STATUS, capital
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.gui.panels.worklist_cards import (
    STATES,
    is_wanted,
    patient_card,
    series_card,
    study_card,
)
from viewer.gui.panels.worklist_delegate import Badge, Card, WorklistDelegate
from viewer.gui.review_controller import ReviewController
from viewer.gui.studies import Studies
from viewer.gui.view_state import ViewState
from viewer.model import FaceGrade, Finding, Kind, Patient, Series, Source, Study
from viewer.review import StudyStatus

_BADGES: Mapping[Kind, str] = {
    Kind.TEXT: "text",
    Kind.GRAPHIC: "text",
    Kind.FACE: "face",
    Kind.SURFACE: "face",
}
_ICONS = ("face", "text", "header")
_FEW = 8
_MEANS = {
    StudyStatus.NEW: tr("Not everything has been looked at yet."),
    StudyStatus.SCANNED: tr("Everything was looked at, nothing is decided."),
    StudyStatus.IN_REVIEW: tr("Something is still to be decided or agreed with."),
    StudyStatus.BLOCKED: tr("A detector failed, or a second reviewer objects."),
    StudyStatus.READY: tr("It can be exported."),
    StudyStatus.EXPORTED: tr("It was exported with these decisions."),
}
_SPOKEN = {
    "face": tr("face"),
    "text": tr("text and marks in pixels"),
    "header": tr("header"),
}


class WorklistPanel(QWidget):
    """Follows the controller; choosing a series sets it on view and asks for thumbnails."""

    thumbnail_wanted = Signal(str)

    def __init__(
        self, controller: ReviewController, view: ViewState, studies: Studies | None = None
    ) -> None:
        super().__init__()
        self._controller, self._view = controller, view
        self._studies = studies or Studies(controller)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._rows: list[tuple[Series, QTreeWidgetItem]] = []
        self._row_of: dict[Source, int] = {}
        self._findings: tuple[Finding, ...] = ()
        self._badge_of: dict[str, tuple[int, str]] = {}
        self._study_rows: list[tuple[Patient, Study, QTreeWidgetItem]] = []
        self._many = False
        self.tree = QTreeWidget()
        self.summary = PlainLabel(role="muted")
        self.search, self.states = QLineEdit(), QComboBox()
        self._set_up()
        controller.opened.connect(self._rebuild)
        controller.changed.connect(self._refresh)
        self._studies.changed.connect(self._show_status)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._to_first)
        self.states.currentIndexChanged.connect(self._filter)
        view.series_changed.connect(self._choose)

    def _set_up(self) -> None:
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(12)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemDelegate(WorklistDelegate(self.tree))
        self.tree.setAccessibleName(tr("Patients, studies and series"))
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setMouseTracking(True)
        self.tree.currentItemChanged.connect(self._chosen)
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(theme.SPACING, theme.SPACING, theme.SPACING, theme.SPACING)
        top.addWidget(PlainLabel(tr("Worklist"), role="title"))
        top.addWidget(self.summary)
        self.search.setPlaceholderText(tr("Search studies"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search studies"))
        self.search.setToolTip(tr("Name, id, description, date or status (Ctrl+K)"))
        self.states.addItems(list(STATES))
        self.states.setAccessibleName(tr("Status of studies"))
        for widget in (self.search, self.states):
            top.addWidget(widget)
            widget.hide()  # until there is more than one study
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.tree, 1)

    def show_thumbnail(self, series_uid: str, image: QImage) -> None:
        """Put a picture on a series' row."""
        if item := self._items.get(series_uid):
            card = item.data(0, Qt.ItemDataRole.UserRole)
            item.setData(0, Qt.ItemDataRole.UserRole, card.with_thumbnail(image))

    def series_uids(self) -> list[str]:
        """Series in the order on the screen."""
        return list(self._items)

    def _rebuild(self) -> None:
        session = self._controller.session
        self.tree.clear()
        self._items.clear()
        self._rows.clear()
        self._study_rows.clear()
        self._findings = ()
        self._badge_of = {}
        if session is None:
            return
        for patient in session.loaded.patients:
            above = self._add(None, patient_card(patient), "")
            for study in patient.studies:
                first = study.series[0].series_uid if study.series else ""
                below = self._add(above, study_card(study), first)
                self._study_rows.append((patient, study, below))
                for series in study.series:
                    item = self._add(below, series_card(series), series.series_uid)
                    self._items[series.series_uid] = item
                    self._rows.append((series, item))
        self._row_of = {
            instance.source: row
            for row, (series, _) in enumerate(self._rows)
            for instance in series.instances
        }
        self._many = len(self._study_rows) > _FEW
        self.tree.expandAll()
        self._fold_others("")
        for widget in (self.search, self.states):
            widget.setVisible(len(self._study_rows) > 1)
        self.search.clear()
        self.states.setCurrentIndex(0)
        self._show_status()
        studies, images = list(session.loaded.studies()), sum(1 for _ in session.loaded.instances())
        parts = (
            wording.count(len(session.loaded.patients), "patient"),
            wording.count(len(studies), "study", "studies"),
            wording.count(images, "file"),
        )
        self.summary.setText(" · ".join(parts))
        for uid in self._items:
            self.thumbnail_wanted.emit(uid)

    def _add(self, above: QTreeWidgetItem | None, card: Card, uid: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        item.setData(0, Qt.ItemDataRole.UserRole, card)
        item.setData(0, Qt.ItemDataRole.UserRole + 1, uid)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{card.title}, {card.subtitle}")
        item.setToolTip(0, _tip(card))
        if card.kind == "patient":
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        if above is None:
            self.tree.addTopLevelItem(item)
        else:
            above.addChild(item)
        return item

    def _refresh(self) -> None:
        session = self._controller.session
        if session is None:
            return
        if session.findings != self._findings:
            self._findings = session.findings
            self._badge_of = {each.id: self._badge(each) for each in session.findings}
        total = Counter(self._badge_of.values())
        open_ = Counter(self._badge_of[each.id] for each in session.undecided())
        grades = {
            self._row(each.series_uid, (each.source,) if each.source else ()): each.grade
            for each in session.scan.risks
        }
        for row, (_, item) in enumerate(self._rows):
            badges = tuple(
                Badge(icon, open_[row, icon], total[row, icon])
                for icon in _ICONS
                if total[row, icon]
            )
            self._mark(item, badges, grades.get(row))

    def _badge(self, finding: Finding) -> tuple[int, str]:
        """The row and the icon a finding counts for."""
        row = self._row(finding.location.series_uid, finding.location.sources[:1])
        return row, _BADGES.get(finding.kind, "header")

    def _row(self, series_uid: str, sources: Sequence[Source]) -> int:
        """Whose row: by file, as two patients' series may share a UID; -1 for nobody's."""
        for source in sources:
            if source in self._row_of:
                return self._row_of[source]
        rows = (
            row for row, (series, _) in enumerate(self._rows) if series.series_uid == series_uid
        )
        return next(rows, -1)

    def _mark(
        self, item: QTreeWidgetItem, badges: tuple[Badge, ...], grade: FaceGrade | None
    ) -> None:
        card: Card = item.data(0, Qt.ItemDataRole.UserRole)
        told = [
            tr("{0}: {1} of {2} undecided").format(_SPOKEN[b.icon], b.open, b.total) for b in badges
        ]
        if grade is not None:
            told.append(tr("face: {0}").format(GRADES[grade]))
        item.setData(0, Qt.ItemDataRole.UserRole, card.with_badges(badges))
        item.setToolTip(0, _tip(card, *told))
        spoken = ", ".join([card.title, card.subtitle, *told])
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        uid = item.data(0, Qt.ItemDataRole.UserRole + 1) if item else ""
        if uid:
            self._view.choose_series(uid)

    def _choose(self, series_uid: str) -> None:
        item = self._items.get(series_uid)
        if item is None or item is self.tree.currentItem():
            return
        self._fold_others(series_uid)
        if item.parent() is not self.tree.currentItem():
            self.tree.setCurrentItem(item)

    def _fold_others(self, series_uid: str) -> None:
        """Of many studies only the one on view shows its series."""
        item = self._items.get(series_uid)
        for _, _, row in self._study_rows if self._many else ():
            row.setExpanded(item is not None and item.parent() is row)

    def _show_status(self) -> None:
        """Write how each study stands into its row."""
        for _, study, row in self._study_rows:
            status = self._studies.status(study.study_uid)
            card = study_card(study, status, self._studies.progress.get(study.study_uid))
            row.setData(0, Qt.ItemDataRole.UserRole, card)
            left = tr("{0} undecided").format(card.open) if card.open else ""
            spoken = ", ".join(filter(None, (card.title, card.subtitle, STATUS[status], left)))
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            row.setToolTip(0, _tip(card, f"{capital(STATUS[status])}. {_MEANS[status]}"))
        self._filter()

    def _filter(self) -> None:
        """List what search and status ask for; patients without any such study go too."""
        text, state = self.search.text().strip(), self.states.currentText()
        for patient, study, row in self._study_rows:
            status = self._studies.status(study.study_uid)
            row.setHidden(not is_wanted(patient, study, status, text, state))
        for number in range(self.tree.topLevelItemCount()):
            above = self.tree.topLevelItem(number)
            if above is not None:
                shown = (row for _, _, row in self._study_rows if row.parent() is above)
                above.setHidden(all(each.isHidden() for each in shown))

    def _to_first(self) -> None:
        """From the search to the first study it found."""
        found = (row for _, _, row in self._study_rows if not row.isHidden())
        if (row := next(found, None)) is not None:
            self.tree.setCurrentItem(row)
            self.tree.setFocus()


def _tip(card: Card, *more: str) -> str:
    """All of what a narrow row cuts off, and more about it; values are no mark-up."""
    return html.escape("\n".join((", ".join(filter(None, (card.title, card.subtitle))), *more)))
