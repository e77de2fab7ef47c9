"""From decisions to a published, verified copy, and back to what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from viewer import settings
from viewer.errors import CancelledError, RefusedError, ScanveilError
from viewer.export import (
    Override,
    Refusal,
    refusals,
    second_review_refusals,
    sharing_refusals,
)
from viewer.gui import stages
from viewer.gui.dialogs.export_dialog import ExportDialog
from viewer.gui.dialogs.verify_window import VerifyWindow
from viewer.gui.item_models import wording
from viewer.gui.jobs import Jobs
from viewer.gui.language import tr
from viewer.gui.review_controller import ReviewController
from viewer.gui.stages import Exported, ExportOrder
from viewer.gui.studies import Studies
from viewer.gui.view_state import ViewState
from viewer.model import Finding, Sharing
from viewer.review import ReviewSession, of_studies

_LACKS = {
    "second": tr("without the agreement of a second reviewer"),
    "objection": tr("a second reviewer objects to"),
}


def grouped(reasons: Iterable[Refusal], findings: Mapping[str, Finding]) -> list[Refusal]:
    """One reason per kind of finding and what it lacks, leading to the first; the rest as is."""
    lacking: dict[tuple[str, str], list[Refusal]] = {}
    others = []
    for each in reasons:
        if finding := findings.get(each.finding_id):
            lacks = _LACKS.get(each.key.partition(":")[0], tr("undecided"))
            lacking.setdefault((wording.KINDS[finding.kind], lacks), []).append(each)
        else:
            others.append(each)
    return others + [
        replace(found[0], text=f"{kind}: {wording.count(len(found), 'finding')} {lacks}")
        for (kind, lacks), found in lacking.items()
    ]


class Exporting(QObject):
    """Opens the export dialog; ``done`` carries Exported."""

    done = Signal(object)

    def __init__(
        self, jobs: Jobs, controller: ReviewController, view: ViewState, studies: Studies
    ) -> None:
        super().__init__(jobs)
        self._studies = studies
        self._chosen: tuple[str, ...] = ()
        self._jobs, self._controller, self._view = jobs, controller, view
        self.dialog: ExportDialog | None = None

    def reasons(self) -> tuple[Refusal, ...]:
        """Everything that stands in the way now."""
        session = self._session()
        if session is None:
            return (Refusal("empty", tr("Nothing is open.")),)
        found = (
            *refusals(session.loaded, session.result, session.decisions()),
            *second_review_refusals(
                session.result,
                session.decisions(),
                session.state.opinions,
                self._controller.needs_two,
            ),
            *sharing_refusals(session.loaded, self._sharing()),
        )
        if not self._controller.is_complete:
            return (Refusal("scan", tr("The scan for text and faces has not finished.")), *found)
        return found

    def ask(self, parent: QWidget) -> None:
        """Show the dialog."""
        self._chosen = ()
        dialog = ExportDialog(self._grouped(), parent, self._choices())
        dialog.studies_chosen.connect(self._choose)
        dialog.form.changed.connect(lambda: dialog.reconsider(self._grouped()))
        dialog.cancel_clicked.connect(lambda: self._jobs.stop("export"))
        self._jobs.progressed.connect(dialog.show_progress)
        dialog.export_clicked.connect(self.export)
        dialog.go_to.connect(self._go_to)
        dialog.finished.connect(lambda _: self._closed())
        self.dialog = dialog
        dialog.set_reasons(self._grouped())
        dialog.open()

    def _session(self) -> ReviewSession | None:
        """What is open, or the studies of it that were chosen."""
        session = self._controller.session
        return of_studies(session, self._chosen) if session and self._chosen else session

    def _choices(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Which studies can be exported, in words; nothing to choose from with one study."""
        every, ready = tuple(self._studies.progress), self._studies.ready()
        if len(every) < 2:
            return ()
        here = self._here()
        words = wording.count(len(every), "study", "studies")
        found = [(tr("Everything open: {0}").format(words), every)]
        if ready and ready != every:
            words = wording.count(len(ready), "study", "studies")
            found.append((tr("What is ready: {0}").format(words), ready))
        return (*found, (tr("The study on view"), (here,))) if here else tuple(found)

    def _here(self) -> str:
        session = self._controller.session
        return session.study_uid(self._view.series_uid) if session else ""

    def _choose(self, study_uids: tuple[str, ...]) -> None:
        self._chosen = study_uids
        if self.dialog is not None:
            self.dialog.reconsider(self._grouped())

    def check(self, parent: QWidget) -> None:
        """Show the window that verifies an export."""
        VerifyWindow(self._jobs, parent).show()

    def export(self, out: Path, zipped: bool = False) -> None:
        """Publish to a folder; what stands in the way is said instead, whoever asked."""
        session = self._session()
        if session is None:
            return
        overruled = {each.key for each in self._overrides()}
        if reasons := [each.text for each in self.reasons() if each.key not in overruled]:
            message = tr("Nothing was exported. {0}").format(reasons[0])
            self._failed(RefusedError(message, "", tuple(reasons)))
            return
        chosen = settings.load()
        order = ExportOrder(
            session.loaded,
            session.result,
            session.decisions(),
            out,
            session.profile,
            chosen.jobs,
            zipped,
            session.reviewer,
            self._overrides(),
            self._sharing(),
            dict(session.state.opinions),
        )
        if self.dialog is not None:
            self.dialog.show_busy()
        work = partial(stages.export_study, order)
        self._jobs.start("export", work, self._done, failed=self._failed, text=tr("Exporting"))

    def _grouped(self) -> list[Refusal]:
        return grouped(self.reasons(), self._findings())

    def _sharing(self) -> Sharing:
        return self.dialog.form.sharing() if self.dialog is not None else Sharing()

    def _findings(self) -> dict[str, Finding]:
        return {each.id: each for each in self._controller.findings}

    def _overrides(self) -> tuple[Override, ...]:
        given = self.dialog.overrides if self.dialog is not None else {}
        return tuple(Override(key, reason) for key, reason in given.items())

    def _closed(self) -> None:
        self.dialog = None

    def _done(self, exported: Exported) -> None:
        chosen = self._chosen or tuple(self._studies.progress)
        self._studies.exported(chosen, exported.report.export_id)
        if self.dialog is not None:
            self.dialog.show_done(exported)
        self.done.emit(exported)

    def _failed(self, error: BaseException) -> None:
        reasons: tuple[str, ...] = ()
        if not isinstance(error, ScanveilError):
            self._jobs.crashed.emit(error)
            message = tr("Something in the program broke. Nothing was published.")
        elif isinstance(error, CancelledError):
            message = tr("Cancelled. Nothing was published.")
        else:
            message = str(error)
            reasons = error.reasons if isinstance(error, RefusedError) else ()
        if self.dialog is not None:
            self.dialog.show_refused(message, reasons)

    def _go_to(self, refusal: Refusal) -> None:
        if self.dialog is not None:
            self.dialog.close()
        if refusal.finding_id:
            self._view.choose_finding(refusal.finding_id)
        session = self._controller.session
        for series in session.loaded.series() if session and refusal.source else ():
            if any(each.source == refusal.source for each in series.instances):
                self._view.choose_series(series.series_uid)
