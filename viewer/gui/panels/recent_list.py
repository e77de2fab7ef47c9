"""What was opened lately, in words that identify nobody; choosing one opens it again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from viewer.gui.item_models import wording
from viewer.gui.item_models.words import STATUS
from viewer.gui.language import tr
from viewer.review import Recent, StudyStatus

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


class RecentList(QListWidget):
    """``chosen`` carries the places of the row that was clicked or entered."""

    chosen = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Opened lately"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._tell)
        self.itemClicked.connect(self._tell)

    def show_recents(self, recents: Iterable[Recent]) -> None:
        """List these; the places are held, not shown."""
        self.clear()
        for each in recents:
            item = QListWidgetItem(in_words(each))
            item.setData(Qt.ItemDataRole.UserRole, list(each.places))
            self.addItem(item)

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(tuple(item.data(Qt.ItemDataRole.UserRole)))


def in_words(recent: Recent, now: datetime | None = None) -> str:
    """Modalities, how much, how it stands and when: never a name, a date of a scan or a place."""
    kinds = sorted({wording.modality(each) for each in recent.modalities})
    stands = (
        f"{recent.status[each.value]} {STATUS[each]}"
        for each in StudyStatus
        if recent.status.get(each.value)
    )
    return "  ·  ".join(
        (
            ", ".join(kinds) or tr("no images"),
            wording.count(len(recent.studies), "study", "studies"),
            wording.count(recent.files, "file"),
            ", ".join(stands),
            ago(recent.at, now or datetime.now(UTC)),
        )
    )


def ago(at: str, now: datetime) -> str:
    """How long ago a moment (ISO 8601) was."""
    seconds = (now - datetime.fromisoformat(at)).total_seconds()
    if seconds < _MINUTE:
        return tr("just now")
    if seconds < _HOUR:
        return tr("{0} ago").format(wording.count(int(seconds // _MINUTE), "minute"))
    if seconds < _DAY:
        return tr("{0} ago").format(wording.count(int(seconds // _HOUR), "hour"))
    return tr("{0} ago").format(wording.count(int(seconds // _DAY), "day"))
