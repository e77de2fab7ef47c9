"""What the reviewer looks at now; panels follow it, none of it is a decision."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class ViewState(QObject):
    """The chosen series and finding, by id; empty means none.

    With a group chosen, ``group_ids`` are its findings and ``finding_id`` is empty.
    """

    series_changed = Signal(str)
    finding_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.series_uid = ""
        self.finding_id = ""
        self.group_title = ""
        self.group_ids: tuple[str, ...] = ()

    def choose_series(self, series_uid: str) -> None:
        """Look at a series."""
        if series_uid != self.series_uid:
            self.series_uid = series_uid
            self.series_changed.emit(series_uid)

    def choose_finding(self, finding_id: str) -> None:
        """Look at a finding; chosen again, panels go to it again."""
        self.finding_id = finding_id
        self.group_title, self.group_ids = "", ()
        self.finding_changed.emit(finding_id)

    def choose_group(self, title: str, finding_ids: Iterable[str]) -> None:
        """Look at a group of findings as one."""
        self.finding_id = ""
        self.group_title, self.group_ids = title, tuple(finding_ids)
        self.finding_changed.emit("")
