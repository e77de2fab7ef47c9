"""How the open studies stand, which one needs work next, and what was opened lately."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.gui.review_controller import ReviewController
from viewer.model import Loaded
from viewer.review import (
    Recent,
    StudyProgress,
    StudyRecord,
    StudyStatus,
    decisions_digest,
    progress_of,
)


class Studies(QObject):
    """Follows the controller and keeps the status of studies in the encrypted store.

    ``changed`` when a status or a count is another; ``recents_changed`` after opening.
    """

    changed = Signal()
    recents_changed = Signal()

    def __init__(self, controller: ReviewController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._known: dict[str, StudyRecord] = {}
        self.progress: dict[str, StudyProgress] = {}
        controller.opened.connect(self._opened)
        controller.changed.connect(self._refresh)

    def status(self, study_uid: str) -> StudyStatus:
        """How a study stands; until it is scanned, how it stood when it was last open."""
        now = self.progress.get(study_uid)
        before = self._known.get(study_uid)
        if before and (now is None or now.status is StudyStatus.NEW):
            return StudyStatus(before.status)
        return now.status if now else StudyStatus.NEW

    def ready(self) -> tuple[str, ...]:
        """Studies that can be exported and were not, in order."""
        return tuple(u for u, each in self.progress.items() if each.status is StudyStatus.READY)

    def next_to_do(self, after: str = "") -> str:
        """The next study that needs work of whoever is there, round the end; empty for none."""
        uids, open_ = list(self.progress), self._to_do()
        start = uids.index(after) + 1 if after in uids else 0
        return next((each for each in uids[start:] + uids[:start] if each in open_), "")

    def exported(self, study_uids: Collection[str], export_id: str) -> None:
        """Remember that studies were exported with the decisions they have now."""
        session = self._controller.session
        if session is None:
            return
        for uid in study_uids:
            mine = [each for each in session.findings if each.location.study_uid == uid]
            digest = decisions_digest(session, mine)
            self._known[uid] = StudyRecord(decisions=digest, export_id=export_id)
        self._refresh()

    def opened(self, places: Sequence[Path], loaded: Loaded) -> None:
        """Remember where these studies lie."""
        if self._controller.store is not None and places:
            self._controller.store.studies.opened(places, loaded)
            self.recents_changed.emit()

    def recents(self) -> tuple[Recent, ...]:
        """What was opened lately, the last first."""
        store = self._controller.store
        return store.studies.recents() if store is not None else ()

    def forget_recents(self) -> None:
        """Forget where studies lie."""
        if self._controller.store is not None:
            self._controller.store.studies.forget_recents()
            self.recents_changed.emit()

    def _to_do(self) -> set[str]:
        session = self._controller.session
        waiting = {each.location.study_uid for each in self._controller.waiting()}
        if session is None or not self._controller.needs_two:
            waiting = set()
        work = {uid for uid in self.progress if self.status(uid).needs_work}
        if waiting:
            return waiting | {uid for uid in work if self.progress[uid].undecided}
        return work

    def _opened(self) -> None:
        session, store = self._controller.session, self._controller.store
        uids = [each.study_uid for each in session.loaded.studies()] if session else []
        self._known = store.studies.recall(uids) if store is not None else {}
        self.progress = {}

    def _refresh(self) -> None:
        outlook = self._controller.outlook
        if outlook is None:
            return
        exported = {uid: each.decisions for uid, each in self._known.items() if each.decisions}
        now = progress_of(
            outlook,
            is_complete=self._controller.is_complete,
            needs_two=self._controller.needs_two,
            exported=exported,
        )
        if now != self.progress:
            self.progress = now
            self.changed.emit()
        self._remember()

    def _remember(self) -> None:
        """Write what is another than in the store; nothing before the scan has ended."""
        store = self._controller.store
        if store is None or self._controller.is_read_only or not self._controller.is_complete:
            return
        changed = {}
        for uid, each in self.progress.items():
            known = self._known.get(uid, StudyRecord())
            record = replace(
                known,
                status=each.status.value,
                findings=each.findings,
                undecided=each.undecided,
            )
            if record != known or uid not in self._known:
                changed[uid] = record
        if changed:
            store.studies.remember(changed)
            self._known |= changed
