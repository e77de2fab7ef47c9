"""Left: patients, studies and series, with a thumbnail and a badge per kind of risk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from viewer.gui import theme
from viewer.gui.item_models import wording
from viewer.gui.panels.plain_label import PlainLabel
from viewer.gui.panels.worklist_delegate import Badge, Card, WorklistDelegate
from viewer.gui.review_controller import ReviewController
from viewer.gui.view_state import ViewState
from viewer.model import FaceGrade, Kind, Patient, Series, Source, Study

_BADGES: Mapping[Kind, str] = {
    Kind.TEXT: "text",
    Kind.GRAPHIC: "text",
    Kind.FACE: "face",
    Kind.SURFACE: "face",
}
_ICONS = ("face", "text", "header")
_SPOKEN = {"face": "face", "text": "text and marks in pixels", "header": "header"}


class WorklistPanel(QWidget):
    """Follows the controller; choosing a series sets it on view and asks for thumbnails."""

    thumbnail_wanted = Signal(str)

    def __init__(self, controller: ReviewController, view: ViewState) -> None:
        super().__init__()
        self._controller, self._view = controller, view
        self._items: dict[str, QTreeWidgetItem] = {}
        self._rows: list[tuple[Series, QTreeWidgetItem]] = []
        self._row_of: dict[Source, int] = {}
        self.tree = QTreeWidget()
        self.summary = PlainLabel(role="muted")
        self._set_up()
        controller.opened.connect(self._rebuild)
        controller.changed.connect(self._refresh)
        view.series_changed.connect(self._choose)

    def _set_up(self) -> None:
        self.summary.setWordWrap(False)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(12)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemDelegate(WorklistDelegate(self.tree))
        self.tree.setAccessibleName("Patients, studies and series")
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setMouseTracking(True)
        self.tree.currentItemChanged.connect(self._chosen)
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(theme.SPACING, theme.SPACING, theme.SPACING, theme.SPACING)
        top.addWidget(PlainLabel("Worklist", role="title"))
        top.addWidget(self.summary)
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
        if session is None:
            return
        for patient in session.loaded.patients:
            above = self._add(None, _patient_card(patient), "")
            for study in patient.studies:
                below = self._add(above, _study_card(study), "")
                for series in study.series:
                    item = self._add(below, _series_card(series), series.series_uid)
                    self._items[series.series_uid] = item
                    self._rows.append((series, item))
        self._row_of = {
            instance.source: row
            for row, (series, _) in enumerate(self._rows)
            for instance in series.instances
        }
        self.tree.expandAll()
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
        if not uid:
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
        total: Counter[tuple[int, str]] = Counter()
        open_: Counter[tuple[int, str]] = Counter()
        decisions = session.state.decisions
        for each in session.findings:
            row = self._row(each.location.series_uid, each.location.sources[:1])
            key = row, _BADGES.get(each.kind, "header")
            total[key] += 1
            open_[key] += each.id not in decisions
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
        told = [f"{_SPOKEN[b.icon]}: {b.open} of {b.total} undecided" for b in badges]
        if grade is not None:
            told.append(f"face: {grade}")
        item.setData(0, Qt.ItemDataRole.UserRole, card.with_badges(badges))
        item.setToolTip(0, "\n".join(told))
        spoken = ", ".join([card.title, card.subtitle, *told])
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        uid = item.data(0, Qt.ItemDataRole.UserRole + 1) if item else ""
        if uid:
            self._view.choose_series(uid)

    def _choose(self, series_uid: str) -> None:
        item = self._items.get(series_uid)
        if item is not None and item is not self.tree.currentItem():
            self.tree.setCurrentItem(item)


def _patient_card(patient: Patient) -> Card:
    name = " ".join(patient.name.reveal().replace("^", " ").split()) or "No name"
    return Card(name, patient.patient_id.reveal() or "no id", "patient")


def _study_card(study: Study) -> Card:
    day = study.date.reveal()
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == 8 and day.isdigit() else day
    return Card(study.description.reveal() or "Study", date or "no date", "study")


def _series_card(series: Series) -> Card:
    title = series.description.reveal() or f"Series {series.number or ''}".strip()
    pictures = series.frame_count
    files = len(series.instances)
    size = wording.count(pictures, "image") if pictures else wording.count(files, "file")
    return Card(title, f"{series.modality or 'Other'} · {size}", "series")
