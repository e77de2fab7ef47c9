"""Feeds the face view: a process for the head on the screen, its verdict, and what is wished."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from viewer.errors import CancelledError
from viewer.gui.dialogs.asking import ReasonDialog
from viewer.gui.face_view import FaceView
from viewer.gui.face_view.verdict import Verdict
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.review_controller import ReviewController
from viewer.model import FaceEdit, FaceRisk, Finding, Kind, Series
from viewer.surface.sculpting import HeadProcess

_MODALITIES = ("CT", "MR", "PT")
_LEAST_SLICES = 8
_KEPT = 2
_COMPUTING = tr("The surface of the head is being computed. You can go on meanwhile.")
_ENDED = tr("The program that draws the face ended unexpectedly. Compute it again.")
_UNLOCK = tr(
    "Voxels that may be brain can then be changed. The reason goes into the export's record."
)


class FacePreview(QObject):
    """Keeps the processes of the heads looked at last; nothing else decides about faces."""

    def __init__(self, view: FaceView, jobs: Jobs, controller: ReviewController) -> None:
        super().__init__(jobs)
        self._view, self._jobs, self._controller = view, jobs, controller
        self._heads: dict[tuple[str, ...], HeadProcess] = {}
        self._tried: set[tuple[str, ...]] = set()
        self._series: Series | None = None
        view.compute_requested.connect(self.compute)
        view.edit_wanted.connect(self._edit)
        view.accept_wanted.connect(self._accept)
        view.unlock_asked.connect(self._ask_to_unlock)
        view.ended.connect(self._ended)
        controller.opened.connect(self._forget)
        controller.changed.connect(self._refresh)
        jobs.progressed.connect(self._progressed)

    def show(self, series: Series | None) -> None:
        """Show what is known of a series' face."""
        self._series = series
        self._show()
        self.look()

    def look(self) -> None:
        """Compute as soon as somebody looks at the view, unless it was tried or is under way."""
        series = self._series
        if series is None or not self._view.isVisible():
            return
        if series.uids() not in self._heads and series.uids() not in self._tried:
            self.compute()

    def compute(self) -> None:
        """Compute the surface of the series on show."""
        series = self._series
        if series is None or not self.can_compute(series):
            return
        self._tried.add(series.uids())
        self._jobs.start(
            "face",
            partial(HeadProcess.start, series, self._verdict().edit),
            partial(self._computed, series),
            failed=self._failed,
            text=tr("Computing the surface of the head"),
        )
        self._view.clear(_COMPUTING, can_compute=False)
        self._show_risk()

    def close(self) -> None:
        """End all processes."""
        self._view.link.use(None)
        for head in self._heads.values():
            head.close()
        self._heads.clear()

    @staticmethod
    def can_compute(series: Series) -> bool:
        """Whether a series can hold a head: a volume of CT, MR or PT."""
        return series.modality in _MODALITIES and series.frame_count >= _LEAST_SLICES

    # -- computing

    def _forget(self) -> None:
        self.close()
        self._tried.clear()
        self.show(None)

    def _computed(self, series: Series, head: HeadProcess) -> None:
        self._heads[series.uids()] = head
        while len(self._heads) > _KEPT:
            oldest = next(iter(self._heads))
            self._heads.pop(oldest).close()
            self._tried.discard(oldest)
        if self._series is not None and self._series.uids() == series.uids():
            self._show()

    def _failed(self, error: BaseException) -> None:
        text = tr("Cancelled.") if isinstance(error, CancelledError) else str(error)
        self._view.clear(text)
        self._show_risk()

    def _ended(self) -> None:
        if self._series is not None and (head := self._heads.pop(self._series.uids(), None)):
            head.close()
        self._view.clear(_ENDED)
        self._show_risk()

    def _progressed(self, text: str, done: int, total: int) -> None:
        if self._jobs.is_running("face"):
            self._view.set_progress(done, total, text)

    # -- showing

    def _show(self) -> None:
        series = self._series
        self._view.set_verdict(self._verdict())
        if series is None:
            self._view.clear(tr("Choose a series on the left."), can_compute=False)
        elif head := self._heads.get(series.uids()):
            self._show_head(series, head)
        elif self.can_compute(series):
            if self._jobs.is_running("face"):
                self._view.clear(_COMPUTING, can_compute=False)
            else:
                self._view.clear()
            self._show_risk()
        else:
            self._view.clear(
                tr("This series is no volume, so it has no surface."), can_compute=False
            )

    def _show_head(self, series: Series, head: HeadProcess) -> None:
        self._heads[series.uids()] = self._heads.pop(series.uids())
        if head.opened.has_surface:
            self._view.set_head(head)
        else:
            self._view.clear(" ".join(head.opened.risk.why), can_compute=False)
            self._view.set_risk(head.opened.risk)

    def _refresh(self) -> None:
        self._show_risk()
        self._view.set_verdict(self._verdict())

    def _show_risk(self) -> None:
        risk = self._risk()
        if risk is not None:
            self._view.set_risk(risk)

    def _risk(self) -> FaceRisk | None:
        """Of the head on show, else of the scan; nobody else's, where series share a UID."""
        session, series = self._controller.session, self._series
        if session is None or series is None:
            return None
        if head := self._heads.get(series.uids()):
            return head.opened.risk
        sources = {each.source for each in series.instances}
        here = [each for each in session.scan.risks if each.series_uid == series.series_uid]
        own = [each for each in here if each.source in sources] or here
        return own[0] if len(own) == 1 else None

    # -- deciding

    def _finding(self) -> Finding | None:
        series = self._series
        if series is None:
            return None
        sources = {each.source for each in series.instances}
        found = (each for each in self._controller.findings if each.kind is Kind.FACE)
        return next((each for each in found if sources.intersection(each.location.sources)), None)

    def _verdict(self) -> Verdict:
        finding = self._finding()
        decision = self._controller.decisions().get(finding.id) if finding else None
        return Verdict(finding, decision, self._controller.is_read_only)

    def _edit(self, edit: FaceEdit, name: str) -> None:
        if finding := self._finding():
            self._controller.edit_face(finding.id, edit, name)
        self._view.set_verdict(self._verdict())  # also when it was refused

    def _accept(self) -> None:
        finding, verdict = self._finding(), self._verdict()
        if finding is None:
            return
        if verdict.is_kept:
            self._controller.edit_face(finding.id, verdict.edit, tr("Remove the face after all"))
        else:
            self._controller.accept(finding.id)

    def _ask_to_unlock(self) -> None:
        dialog = ReasonDialog(
            _UNLOCK,
            self._view,
            title=tr("Unlock the brain"),
            question=tr("Why may the brain be changed?"),
            ok=tr("Unlock"),
        )
        dialog.accepted.connect(lambda: self._view.editing.unlock(dialog.reason()))
        dialog.open()
